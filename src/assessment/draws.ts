import type { Posterior } from '../installed/infer.ts';
import { type ByPreset, byPreset, type Preset } from '../installed/presets.ts';
import { systematicResample } from '../stats/resampling.ts';
import { weightedQuantiles } from '../stats/weighted-quantile.ts';
import type { Estimate } from './assessment.ts';

/** Equally weighted draws that stand for the posterior where many small figures are wanted. */
export const THINNED = 8192;
const DOTS = 50;

/** One column over the draws, with what it needs to be summarised. */
export type Column = Float64Array;

/** Indices of equally weighted draws under each prior: the same draws for every figure, so that figures agree. */
export function thinnedDraws(posterior: Posterior): ByPreset<Uint32Array> {
  return byPreset((preset) =>
    Uint32Array.from(
      systematicResample(posterior.columns.draws, 0.5, {
        weights: posterior.weights[preset],
        count: THINNED,
      }),
    ),
  );
}

/** Values of a column at some draws, ascending. */
export function sortedAt(column: Column, draws: Uint32Array): Float64Array {
  return Float64Array.from(draws, (draw) => column[draw]!).sort();
}

/** Value below which a share `p` of ascending values lies (inverse of the empirical distribution). */
export function quantileOf(sorted: Float64Array, p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))]!;
}

/** Median and middle 90 % of ascending values. */
export function middle90(sorted: Float64Array): { median: number; low: number; high: number } {
  return { median: quantileOf(sorted, 0.5), low: quantileOf(sorted, 0.05), high: quantileOf(sorted, 0.95) };
}

/** Fifty equally likely values of ascending ones. */
export function dotsOf(sorted: Float64Array): number[] {
  return Array.from({ length: DOTS }, (_, i) => quantileOf(sorted, (i + 0.5) / DOTS));
}

/** Median and middle 90 % of a column over all draws. */
export function summaryOf(
  column: Column,
  weights: Float64Array,
): { median: number; low: number; high: number } {
  const [low, median, high] = weightedQuantiles(column, [0.05, 0.5, 0.95], { weights }) as unknown as [
    number,
    number,
    number,
  ];
  return { median, low, high };
}

/** The estimate of one column: full draws for the headline, thinned ones for the many figures of sites. */
export function estimateOf(
  head: Pick<Estimate, 'id' | 'label' | 'unit' | 'bases' | 'claimed' | 'permitted'>,
  columns: { posterior: Column; prior: Column },
  draws: { posterior: ByPreset<Uint32Array>; prior: ByPreset<Uint32Array>; preset: Preset },
): Estimate {
  const sorted = byPreset((preset) => sortedAt(columns.posterior, draws.posterior[preset]));
  return {
    ...head,
    ...middle90(sorted[draws.preset]),
    dots: dotsOf(sorted[draws.preset]),
    byPreset: byPreset((preset) => middle90(sorted[preset])),
    prior: middle90(sortedAt(columns.prior, draws.prior[draws.preset])),
  };
}

/** Weighted mean of a test over the draws. */
export function probabilityThat(test: (draw: number) => boolean, weights: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < weights.length; d++) if (test(d)) sum += weights[d]!;
  return Math.min(1, sum);
}
