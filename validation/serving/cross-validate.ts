import type { PublishedServing } from '../../src/serving/published.ts';
import { fitConstants, residuals, resolve } from './fit-constants.ts';
import type { Loaded } from './load.ts';

/**
 * What may not be split between fitting and scoring: rows of one source about one model on one kind of chip. All of MLPerf
 * counts as one source: its submitters run the same few engines.
 */
export function groupOf({ source, name, chip }: PublishedServing): string {
  return [source, name, chip].join(' | ');
}

/** A row with the logarithm of predicted over published rate, by constants fitted without its group. */
export interface Scored {
  row: PublishedServing;
  fold: number;
  error: number;
}

/** Predicts every row with constants fitted to the other folds; groups are dealt to folds in turn, the large ones first. */
export function crossValidate(
  rows: readonly PublishedServing[],
  loaded: Loaded,
  { folds, rounds, watch = () => {} }: { folds: number; rounds: number; watch?: (line: string) => void },
): Scored[] {
  const foldOf = dealt(rows, folds);
  const scored: Scored[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen = rows.filter((row) => foldOf.get(groupOf(row)) !== fold);
    const unseen = rows.filter((row) => foldOf.get(groupOf(row)) === fold);
    const without = new Set(unseen.map(({ source }) => source));
    const { constants, rms } = fitConstants(seen, loaded, { rounds, passes: 1, without });
    const resolved = resolve(unseen, loaded, constants);
    const errors = residuals(resolved, loaded, constants);
    resolved.forEach(({ row }, i) => {
      scored.push({ row, fold, error: errors[i]! });
    });
    watch(
      `fold ${fold + 1} of ${folds}: fitted to ${seen.length} rows (rms ${rms.toFixed(3)}), scored ${unseen.length}`,
    );
  }
  return scored;
}

function dealt(rows: readonly PublishedServing[], folds: number): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(groupOf(row), (sizes.get(groupOf(row)) ?? 0) + 1);
  const groups = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1));
  const loads = new Array<number>(folds).fill(0);
  const foldOf = new Map<string, number>();
  for (const group of groups) {
    const least = loads.indexOf(Math.min(...loads));
    foldOf.set(group, least);
    loads[least]! += sizes.get(group)!;
  }
  return foldOf;
}
