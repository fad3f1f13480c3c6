import type { PublishedServing } from '../../src/serving/published.ts';
import { type Setting, spreadOf } from '../../src/serving/spread.ts';
import { eighty } from '../../src/training/spread.ts';
import { type Score, scoreOf } from '../training/scores.ts';
import type { Scored } from './cross-validate.ts';
import type { Loaded } from './load.ts';

/** Scores by a property of the rows, in alphabetical order. */
export function scoresBy(
  scored: readonly Scored[],
  of: (row: PublishedServing) => string,
): [string, Score][] {
  const groups = new Map<string, number[]>();
  for (const { row, error } of scored) groups.set(of(row), [...(groups.get(of(row)) ?? []), error]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, errors]) => [name, scoreOf(errors)]);
}

/** What kind of setting a row was measured in. */
export function settingOf({ measured }: PublishedServing): Setting {
  return measured === 'prefill' || measured === 'decode' ? 'phase' : measured;
}

/** Class of an interval for a row, as answers use it. */
export function classOf(row: PublishedServing, { machines, serving }: Loaded): string {
  const machine = machines.get(row.chip)!;
  return spreadOf(
    { model: row.model, machine, setting: settingOf(row) },
    { intervals: {}, families: serving.constants.family },
  ).class;
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
    const name = classOf(one.row, loaded);
    sizes.set(name, [...(sizes.get(name) ?? []), Math.abs(one.error)]);
  }
  const found: Record<string, number> = {};
  for (const [name, all] of [...sizes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (all.length < 10) continue;
    all.sort((a, b) => a - b);
    found[name] = all[Math.min(all.length - 1, Math.ceil(0.8 * (all.length + 1)) - 1)]! / eighty;
  }
  // Judged: of these nobody has published enough rates to measure anything.
  return { ...found, 'none-dense': 0.35, 'none-experts': 0.45, none: 0.5 };
}

/** Share of the rows inside the middle 80 % by widths measured on the other folds. */
export function coverage(scored: readonly Scored[], loaded: Loaded): number {
  let inside = 0;
  const folds = new Map<number, Record<string, number>>();
  for (const { row, fold, error } of scored) {
    const known = folds.get(fold) ?? widths(scored, loaded, fold);
    folds.set(fold, known);
    if (Math.abs(error) <= eighty * (known[classOf(row, loaded)] ?? known.none!)) inside++;
  }
  return inside / scored.length;
}

/** Share of the rows inside the middle 80 % by the widths that are shipped, which were measured on all rows. */
export function shippedCoverage(scored: readonly Scored[], loaded: Loaded): number {
  const { intervals } = loaded.serving;
  const inside = scored.filter(
    ({ row, error }) => Math.abs(error) <= eighty * (intervals[classOf(row, loaded)] ?? intervals.none!),
  );
  return inside.length / scored.length;
}

/**
 * What must be beaten: the median share of the memory-bound ideal of the same family, format and setting over the other
 * folds, the ideal being the tokens that a chip's peak could compute.
 *
 * @returns logarithm of predicted over published rate of each row
 */
export function baseline(
  scored: readonly Scored[],
  { machines }: Loaded,
  flopOf: (row: PublishedServing) => number,
): number[] {
  const all = scored.map((one) => {
    const machine = machines.get(one.row.chip)!;
    const narrow = /FP4/.test(one.row.precision) ? machine.peak.fp4 : machine.peak.fp8;
    const use = (one.row.rate * flopOf(one.row)) / (narrow ?? machine.int8 ?? machine.peak.bf16);
    return { one, use, key: `${machine.family} ${one.row.measured}`, family: machine.family };
  });
  return all.map(({ one, use, key, family }) => {
    const others = all.filter((other) => other.one.fold !== one.fold);
    const alike = others.filter((other) => other.key === key);
    const same = others.filter((other) => other.family === family);
    const from = alike.length > 0 ? alike : same.length > 0 ? same : others;
    const sorted = from.map((other) => other.use).sort((a, b) => a - b);
    return Math.log(sorted[Math.floor(sorted.length / 2)]! / use);
  });
}
