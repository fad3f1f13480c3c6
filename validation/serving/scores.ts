import type { PublishedServing } from '../../src/serving/published.ts';
import { isWhole, modelKind } from '../../src/serving/record.ts';
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

/** Class of a row: what was measured of what kind of model. */
export function classOf({ measured, model }: PublishedServing): string {
  return isWhole({ measured }) ? `${modelKind(model)}-${measured}` : 'phase';
}

/** Errors of one class, and the fold that they were scored in. */
export interface Classed {
  class: string;
  fold: number;
  error: number;
}

/** Predictions of rows by class. */
export function classed(scored: readonly Scored[]): Classed[] {
  return scored.map(({ row, fold, error }) => ({ class: classOf(row), fold, error }));
}

/** Errors of each class, in alphabetical order. */
export function countsOf(of: readonly Classed[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { class: name } of [...of].sort((a, b) => (a.class < b.class ? -1 : 1))) {
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/**
 * Standard deviation of each class such that the middle 80 % holds 80 % of the errors: their 80 % quantile over 1.28; of classes of
 * at least ten.
 *
 * @param fold left out, to measure the coverage on it
 */
export function widths(of: readonly Classed[], fold = -1): Record<string, number> {
  const sizes = new Map<string, number[]>();
  for (const one of of) {
    if (one.fold === fold) continue;
    sizes.set(one.class, [...(sizes.get(one.class) ?? []), Math.abs(one.error)]);
  }
  const found: Record<string, number> = {};
  for (const [name, all] of [...sizes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (all.length < 10) continue;
    all.sort((a, b) => a - b);
    found[name] = all[Math.min(all.length - 1, Math.ceil(0.8 * (all.length + 1)) - 1)]! / eighty;
  }
  return found;
}

/** Share of errors inside the middle 80 % by widths measured on the other folds. */
export function coverage(of: readonly Classed[]): number {
  const folds = new Map<number, Record<string, number>>();
  const inside = of.filter(({ class: name, fold, error }) => {
    const known = folds.get(fold) ?? widths(of, fold);
    folds.set(fold, known);
    return Math.abs(error) <= eighty * (known[name] ?? Math.max(...Object.values(known)));
  });
  return inside.length / of.length;
}

/** Share of errors inside the middle 80 % by given widths. */
export function insideOf(errors: readonly number[], width: number): number {
  return errors.filter((error) => Math.abs(error) <= eighty * width).length / errors.length;
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
