import { parametersOf } from '../../src/models/parameters.ts';
import type { PublishedRun } from '../../src/training/published.ts';
import { eighty, type Reach, type RunRecord } from '../../src/training/spread.ts';
import { fitConstants, generations, residuals, resolve } from './fit-constants.ts';
import type { load } from './load.ts';
import { classOf } from './scores.ts';

type Loaded = ReturnType<typeof load>;

/** A run that was predicted from smaller ones: its error, and how many doublings it lies beyond them. */
export interface Beyond {
  run: PublishedRun;
  error: number;
  doublings: number;
  threshold: number;
}

/** A run on chips whose family or generation was left out of the fit. */
export interface LeftOut {
  run: PublishedRun;
  error: number;
  left: string;
}

const thresholds: Readonly<Record<keyof Reach, readonly number[]>> = {
  chips: [64, 256, 1024],
  parameters: [8.1e9, 41e9, 140e9],
};

const sizeOf: Readonly<Record<keyof Reach, (run: PublishedRun) => number>> = {
  chips: ({ chips }) => chips,
  parameters: ({ model }) => parametersOf(model).active,
};

/** The largest of some runs on each family of chips. */
export function recordOf(runs: readonly PublishedRun[], { training }: Loaded): RunRecord['families'] {
  const families: Record<string, Reach> = {};
  for (const run of runs) {
    const { family } = training.machines.get(run.chip)!;
    const known = families[family] ?? { chips: 0, parameters: 0 };
    families[family] = {
      chips: Math.max(known.chips, sizeOf.chips(run)),
      parameters: Math.max(known.parameters, sizeOf.parameters(run)),
    };
  }
  return families;
}

/** Errors on the largest runs by constants fitted to the smaller ones, at three thresholds. */
export function largestLeftOut(
  runs: readonly PublishedRun[],
  loaded: Loaded,
  { part, rounds }: { part: keyof Reach; rounds: number },
): Beyond[] {
  return thresholds[part].flatMap((threshold) => {
    const seen = runs.filter((run) => sizeOf[part](run) <= threshold);
    const most = recordOf(seen, loaded);
    const unseen = runs.filter(
      (run) => sizeOf[part](run) > threshold && most[familyOf(run, loaded)] !== undefined,
    );
    return errorsOf(seen, unseen, { loaded, rounds }).map(({ run, error }) => ({
      run,
      error,
      threshold,
      doublings: Math.log2(sizeOf[part](run) / most[familyOf(run, loaded)]![part]),
    }));
  });
}

/** Errors on whole families of chips by constants fitted without them, or without all of their generation. */
export function familiesLeftOut(
  runs: readonly PublishedRun[],
  loaded: Loaded,
  { by, rounds }: { by: 'family' | 'generation'; rounds: number },
): LeftOut[] {
  const nameOf = (run: PublishedRun) => {
    const family = familyOf(run, loaded);
    return by === 'family' ? family : (generations[family] ?? family);
  };
  const names = [...new Set(runs.map(nameOf))].filter(
    (name) => runs.filter((run) => nameOf(run) === name).length >= 8,
  );
  return names.flatMap((left) =>
    errorsOf(
      runs.filter((run) => nameOf(run) !== left),
      runs.filter((run) => nameOf(run) === left),
      { loaded, rounds },
    ).map((one) => ({ ...one, left })),
  );
}

const familyOf = ({ chip }: PublishedRun, { training }: Loaded) => training.machines.get(chip)!.family;

function errorsOf(
  seen: readonly PublishedRun[],
  unseen: readonly PublishedRun[],
  { loaded, rounds }: { loaded: Loaded; rounds: number },
): { run: PublishedRun; error: number }[] {
  const { constants } = fitConstants(seen, loaded, { rounds, passes: 1 });
  const resolved = resolve(unseen, loaded, constants);
  const errors = residuals(resolved, constants);
  return resolved.map(({ run }, i) => ({ run, error: errors[i]! }));
}

/** Share of errors inside the middle 80 % when a doubling adds so much to the standard deviations of their classes. */
export function inside(
  beyond: readonly Beyond[],
  {
    growth,
    intervals,
    loaded,
  }: { growth: number; intervals: Readonly<Record<string, number>>; loaded: Loaded },
): number {
  const held = beyond.filter(({ run, error, doublings }) => {
    const sd = intervals[classOf(run, loaded)] ?? intervals.none ?? 0.4;
    return Math.abs(error) <= eighty * Math.hypot(sd, growth * doublings);
  });
  return held.length / beyond.length;
}

/** The least growth for each doubling, in steps of half a per cent, by which the middle 80 % holds 80 % of the largest runs. */
export function growthOf(
  beyond: readonly Beyond[],
  of: { intervals: Readonly<Record<string, number>>; loaded: Loaded },
): number {
  for (let growth = 0; growth < 0.5; growth += 0.005) {
    if (inside(beyond, { ...of, growth }) >= 0.8) return Number(growth.toFixed(3));
  }
  return 0.5;
}
