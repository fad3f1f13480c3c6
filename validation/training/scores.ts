import { trainingFlop } from '../../src/models/flop.ts';
import type { PublishedRun } from '../../src/training/published.ts';
import { classOf as classFor, eighty, type RunRecord, spreadOf } from '../../src/training/spread.ts';
import { recordOf } from './beyond.ts';
import type { Scored } from './cross-validate.ts';
import type { load } from './load.ts';

type Loaded = ReturnType<typeof load>;

/** Mean and median of the absolute relative error, and the mean with its sign. */
export interface Score {
  rows: number;
  mean: number;
  median: number;
  bias: number;
}

/** @param errors logarithms of predicted over published */
export function scoreOf(errors: readonly number[]): Score {
  const sizes = errors.map((one) => Math.abs(Math.exp(one) - 1)).sort((a, b) => a - b);
  const mean = sizes.reduce((sum, one) => sum + one, 0) / sizes.length;
  const middle = (sizes[Math.floor((sizes.length - 1) / 2)]! + sizes[Math.floor(sizes.length / 2)]!) / 2;
  const bias = errors.reduce((sum, one) => sum + Math.exp(one) - 1, 0) / errors.length;
  return { rows: errors.length, mean, median: middle, bias };
}

/** Scores by a property of the runs, in alphabetical order. */
export function scoresBy(scored: readonly Scored[], of: (run: PublishedRun) => string): [string, Score][] {
  const groups = new Map<string, number[]>();
  for (const { run, error } of scored) groups.set(of(run), [...(groups.get(of(run)) ?? []), error]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, errors]) => [name, scoreOf(errors)]);
}

/**
 * What must be beaten: the median utilisation of a chip, a format and a kind of model over the rows of the other folds.
 *
 * @returns logarithm of predicted over published time of each run
 */
export function baseline(scored: readonly Scored[], { training }: Loaded): number[] {
  const utilisation = ({ run }: Scored) => {
    const peak = training.machines.get(run.chip)!.peak.bf16;
    const flop = trainingFlop(run.model, run.plan.sequence, 'causal') * run.plan.batch * run.plan.sequence;
    return flop / (run.seconds * run.chips * peak);
  };
  const keyOf = ({ run }: Scored) => [run.chip, run.plan.precision, run.kind].join(' ');
  const all = scored.map((one) => ({ one, key: keyOf(one), value: utilisation(one) }));
  return all.map(({ one, key, value }) => {
    const others = all.filter((other) => other.one.fold !== one.fold);
    const alike = others.filter((other) => other.key === key);
    const sameChip = others.filter((other) => other.one.run.chip === one.run.chip);
    const from = alike.length > 0 ? alike : sameChip.length > 0 ? sameChip : others;
    const sorted = from.map((other) => other.value).sort((a, b) => a - b);
    return Math.log(value / sorted[Math.floor(sorted.length / 2)]!);
  });
}

/** Class of an interval for a run, as answers use it. */
export function classOf(run: PublishedRun, { training }: Loaded): string {
  const machine = training.machines.get(run.chip)!;
  return classFor({ model: run.model, machine, precision: run.plan.precision });
}

/**
 * Standard deviation of each class such that the middle 80 % holds 80 % of the errors: their 80 % quantile over 1.28.
 *
 * @param fold left out, to measure the coverage on it
 */
export function widths(scored: readonly Scored[], loaded: Loaded, fold = -1): Record<string, number> {
  const sizes = new Map<string, number[]>();
  for (const one of scored) {
    if (one.fold === fold) continue;
    const name = classOf(one.run, loaded);
    sizes.set(name, [...(sizes.get(name) ?? []), Math.abs(one.error)]);
  }
  const found: Record<string, number> = {};
  for (const [name, all] of [...sizes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (all.length < 15) continue;
    all.sort((a, b) => a - b);
    found[name] = all[Math.min(all.length - 1, Math.ceil(0.8 * (all.length + 1)) - 1)]! / eighty;
  }
  return { ...found, ...judged };
}

/** Judged: of these nobody has published enough runs to measure anything. */
const judged = {
  'few-dense': 0.25,
  'few-experts': 0.35,
  'tpu-experts': 0.4,
  'none-dense': 0.35,
  'none-experts': 0.45,
  none: 0.45,
};

/**
 * The judged widths, each raised to what leaving families or generations of chips out of the fit measures, where that is
 * more.
 */
export function unseenWidths(
  families: readonly { run: PublishedRun; error: number }[],
  generations: readonly { run: PublishedRun; error: number }[],
): Record<string, number> {
  const width = (all: readonly { run: PublishedRun; error: number }[], experts: boolean) => {
    const sizes = all
      .filter(({ run }) => /moe/.test(run.kind) === experts)
      .map(({ error }) => Math.abs(error))
      .sort((a, b) => a - b);
    return sizes.length === 0 ? 0 : sizes[Math.ceil(0.8 * sizes.length) - 1]! / eighty;
  };
  const of = (name: keyof typeof judged, measured: number) => Math.max(judged[name], measured);
  return {
    'few-dense': of('few-dense', width(families, false)),
    'few-experts': of('few-experts', width(families, true)),
    'none-dense': of('none-dense', width(generations, false)),
    'none-experts': of('none-experts', width(generations, true)),
    none: of('none', width(generations, true)),
  };
}

/** Share of the runs inside the middle 80 % by widths, and a record that they may exceed, of the other folds. */
export function coverage(scored: readonly Scored[], loaded: Loaded): { share: number; rows: number } {
  let inside = 0;
  type Known = { intervals: Record<string, number>; record: RunRecord };
  const folds = new Map<number, Known>();
  const { growth } = loaded.training.record;
  for (const { run, fold, error } of scored) {
    const others = () => scored.filter((one) => one.fold !== fold).map((one) => one.run);
    const known: Known = folds.get(fold) ?? {
      intervals: widths(scored, loaded, fold),
      record: { families: recordOf(others(), loaded), growth },
    };
    folds.set(fold, known);
    const machine = loaded.training.machines.get(run.chip)!;
    const { sd } = spreadOf({ ...run, machine, precision: run.plan.precision }, known);
    if (Math.abs(error) <= eighty * sd) inside++;
  }
  return { share: inside / scored.length, rows: scored.length };
}
