import type { CaseScores } from './case-scores.ts';
import type { Climate } from './climatology.ts';
import type { Replayed } from './replay.ts';

/** A forecast with everything it is compared with. */
export interface Scored extends Replayed {
  evidence: CaseScores;
  strictly: CaseScores;
  prior: CaseScores;
  climate: Climate;
  commitment: Climate;
  /** Days from the as-of day to the due date. */
  horizon: number;
}

/** Values of each hub. */
export function byHub(scored: readonly Scored[], of: (one: Scored) => number): number[][] {
  const groups = new Map<string, number[]>();
  for (const one of scored) {
    const id = one.hub.dossier.id;
    groups.set(id, [...(groups.get(id) ?? []), of(one)]);
  }
  return [...groups.values()];
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
