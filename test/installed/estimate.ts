import type { Columns } from '../../src/installed/columns.ts';
import { DRAWS_PER_POINT } from '../../src/installed/hub-state.ts';
import type { Preset } from '../../src/installed/presets.ts';
import { normalisedWeights } from '../../src/stats/weights.ts';

/** A weighted mean and its Monte Carlo standard error. */
export interface MonteCarlo {
  mean: number;
  error: number;
}

/**
 * Weighted means over draws. Draws of one point of the globals belong together, so the error is that of points:
 * se^2 = sum over points of (sum over its draws of w (x - mean))^2.
 */
export function estimator(columns: Columns, preset: Preset): (value: (draw: number) => number) => MonteCarlo {
  const weights = normalisedWeights(columns.draws, { logWeights: columns.logWeight[preset] });
  return (value) => {
    const values = Float64Array.from({ length: columns.draws }, (_, d) => value(d));
    const mean = weights.reduce((sum, w, d) => sum + w * values[d]!, 0);
    let square = 0;
    for (let first = 0; first < columns.draws; first += DRAWS_PER_POINT) {
      let part = 0;
      for (let d = first; d < first + DRAWS_PER_POINT; d++) part += weights[d]! * (values[d]! - mean);
      square += part * part;
    }
    return { mean, error: Math.sqrt(square) };
  };
}
