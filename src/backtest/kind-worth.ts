import { bootstrapMean } from './bootstrap.ts';
import { caseScores } from './case-scores.ts';
import type { KindRow } from './results.ts';
import { byHub, type Scored } from './scored.ts';
import { truthOf } from './truth.ts';

/** Gain in log score a forecast within which a kind makes no difference, its noise included [nat]. */
const SLIGHT = 0.02;

/** Hubs below which resampling them says little about the noise. */
const FEW = 4;

/** What each kind of evidence is worth: how much worse the forecasts that had it are without it. */
export function kindRows(scored: readonly Scored[]): KindRow[] {
  const kinds = [...new Set(scored.flatMap(({ ordinary }) => [...ordinary.without.keys()]))].sort();
  return kinds
    .flatMap((kind) => rowOf(kind, scored) ?? [])
    .sort((a, b) => b.gain.value * b.forecasts - a.gain.value * a.forecasts);
}

function rowOf(kind: string, scored: readonly Scored[]): KindRow | null {
  const own = scored.filter(
    ({ ordinary, evidence }) =>
      ordinary.without.has(kind) && (evidence.inTimeLog !== null || evidence.stageLog !== null),
  );
  if (own.length === 0) return null;
  const hubs = new Set(own.map(({ hub }) => hub)).size;
  const gain = bootstrapMean(byHub(own, (one) => gainOf(one, kind)));
  return {
    kind,
    hubs,
    forecasts: own.length,
    gain,
    verdict: verdictOf(gain, hubs),
  };
}

/** Log scores without the kind less those with it, in time and stage together. */
export function gainOf({ hub, ordinary, evidence }: Scored, kind: string): number {
  const without = caseScores(ordinary.without.get(kind)!, truthOf(hub));
  const gain = (measure: 'inTimeLog' | 'stageLog') => (without[measure] ?? 0) - (evidence[measure] ?? 0);
  return gain('inTimeLog') + gain('stageLog');
}

/** What may be said of a kind, from its gain and the hubs that had it. */
export function verdictOf({ low, high }: KindRow['gain'], hubs: number): KindRow['verdict'] {
  if (hubs < FEW) return 'few';
  if (low > -SLIGHT && high < SLIGHT) return 'slight';
  if (low > 0) return 'helps';
  return high < 0 ? 'harms' : 'unclear';
}
