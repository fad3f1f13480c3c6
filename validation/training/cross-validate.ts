import type { PublishedRun } from '../../src/training/published.ts';
import { fitConstants, residuals, resolve } from './fit-constants.ts';
import type { load } from './load.ts';

/** What may not be split between fitting and scoring: rows of one source about one model on one kind of chip. */
export function groupOf({ source, name, chip }: PublishedRun): string {
  return [source, name, chip].join(' | ');
}

/** A run with the logarithm of predicted over published time, by constants fitted without its group. */
export interface Scored {
  run: PublishedRun;
  fold: number;
  error: number;
}

/**
 * Predicts every run with constants fitted to the other folds; groups are dealt to folds in turn, the large ones first.
 *
 * @param runs runs of quality A and B
 */
export function crossValidate(
  runs: readonly PublishedRun[],
  loaded: ReturnType<typeof load>,
  { folds, rounds, watch = () => {} }: { folds: number; rounds: number; watch?: (line: string) => void },
): Scored[] {
  const foldOf = dealt(runs, folds);
  const scored: Scored[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen = runs.filter((run) => foldOf.get(groupOf(run)) !== fold);
    const unseen = runs.filter((run) => foldOf.get(groupOf(run)) === fold);
    const { constants, rms } = fitConstants(seen, loaded, { rounds, passes: 1 });
    const resolved = resolve(unseen, loaded, constants);
    const errors = residuals(resolved, constants);
    resolved.forEach(({ run }, i) => {
      scored.push({ run, fold, error: errors[i]! });
    });
    watch(
      `fold ${fold + 1} of ${folds}: fitted to ${seen.length} rows (rms ${rms.toFixed(3)}), scored ${unseen.length}`,
    );
  }
  return scored;
}

function dealt(runs: readonly PublishedRun[], folds: number): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const run of runs) sizes.set(groupOf(run), (sizes.get(groupOf(run)) ?? 0) + 1);
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
