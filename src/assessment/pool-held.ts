import type { Posterior } from '../installed/infer.ts';
import type { Preset } from '../installed/presets.ts';
import { weightedQuantiles } from '../stats/weighted-quantile.ts';
import type { Middle } from './draws.ts';

/** By the weights of a posterior under a prior. */
const known = new WeakMap<Float64Array, Middle>();

/** Restricted accelerators in the country under a prior: what a hub that took them all could hold. */
export function poolHeld({ columns, weights: all }: Posterior, preset: Preset): Middle {
  const weights = all[preset];
  const found = known.get(weights);
  if (found) return found;
  const [low, median, high] = weightedQuantiles(columns.globals.get('pool')!, [0.05, 0.5, 0.95], { weights });
  const made = { median: median!, low: low!, high: high! };
  known.set(weights, made);
  return made;
}
