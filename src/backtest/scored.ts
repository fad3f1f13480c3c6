import type { Pair } from './bootstrap.ts';
import type { CaseScores, Measure } from './case-scores.ts';
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
export function byHub<T>(scored: readonly Scored[], of: (one: Scored) => T): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of scored) {
    const id = one.hub.dossier.id;
    groups.set(id, [...(groups.get(id) ?? []), of(one)]);
  }
  return [...groups.values()];
}

/** A score beside climatology's, for each hub. */
export function pairsOf(
  scored: readonly Scored[],
  measure: Measure,
  of: (one: Scored) => number = ({ evidence }) => evidence[measure]!,
): Pair[][] {
  return byHub(scored, (one) => ({ score: of(one), climate: one.climate[measure]! }));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
