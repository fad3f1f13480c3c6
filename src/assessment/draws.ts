import { valuesAt } from '../installed/columns.ts';
import type { Posterior } from '../installed/infer.ts';
import { type ByPreset, byPreset, type Preset } from '../installed/presets.ts';
import { systematicResample } from '../stats/resampling.ts';
import { ascending } from '../stats/sorted-order.ts';
import type { Estimate } from './assessment.ts';

/** Equally weighted draws that stand for the posterior where many small figures are wanted. */
export const THINNED = 8192;
const DOTS = 50;

/** Equally weighted draws of the posterior and of the run without evidence, under each prior. */
export interface Thinned {
  posterior: ByPreset<Uint32Array>;
  prior: ByPreset<Uint32Array>;
}

/** Every fourth of some draws: enough for the figures of single sites, of which there are many. */
export function coarser(draws: Uint32Array): Uint32Array {
  return Uint32Array.from({ length: Math.ceil(draws.length / 4) }, (_, i) => draws[4 * i]!);
}

/** Indices of equally weighted draws under each prior: the same draws for every figure, so that figures agree. */
export function thinnedDraws(posterior: Posterior): ByPreset<Uint32Array> {
  return byPreset((preset) =>
    systematicResample(posterior.columns.draws, 0.5, {
      weights: posterior.weights[preset],
      count: THINNED,
    }),
  );
}

/** The draws of any of some sets, each once, ascending. */
export function union(sets: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(sets.reduce((sum, set) => sum + set.length, 0));
  let end = 0;
  for (const set of sets) {
    all.set(set, end);
    end += set.length;
  }
  return all.sort().filter((draw, i, sorted) => i === 0 || draw !== sorted[i - 1]);
}

/** Where some draws are among others that hold them all, both ascending. */
export function placesIn(all: Uint32Array, draws: Uint32Array): Uint32Array {
  let place = 0;
  return draws.map((draw) => {
    while (all[place]! < draw) place++;
    return place;
  });
}

/** A column at some draws. */
export function columnAt(column: Float64Array, draws: Uint32Array): Float64Array {
  return valuesAt(column, draws, new Float64Array(draws.length));
}

/** Value below which a share `p` of ascending values lies (inverse of the empirical distribution). */
export function quantileOf(sorted: Float64Array, p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))]!;
}

export interface Middle {
  median: number;
  low: number;
  high: number;
}

/** Median and middle 90 % of ascending values. */
export function middle90(sorted: Float64Array): Middle {
  return { median: quantileOf(sorted, 0.5), low: quantileOf(sorted, 0.05), high: quantileOf(sorted, 0.95) };
}

/** Fifty equally likely values of ascending ones. */
export function dotsOf(sorted: Float64Array): number[] {
  return Array.from({ length: DOTS }, (_, i) => quantileOf(sorted, (i + 0.5) / DOTS));
}

/**
 * The estimate of one figure.
 *
 * @param values in equally weighted draws of the posterior under each prior, and what the run without evidence says
 */
export function estimateOf(
  head: Pick<Estimate, 'id' | 'label' | 'unit' | 'bases' | 'claimed' | 'permitted'>,
  values: { posterior: ByPreset<Float64Array>; prior: Middle },
  preset: Preset,
): Estimate {
  const sorted = byPreset((each) => ascending(values.posterior[each]));
  return {
    ...head,
    ...middle90(sorted[preset]),
    dots: dotsOf(sorted[preset]),
    byPreset: byPreset((each) => middle90(sorted[each])),
    prior: values.prior,
  };
}

/** Weight of the draws in which something is so. */
export function weightOf(holds: Uint8Array, weights: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < weights.length; d++) sum += holds[d]! * weights[d]!;
  return Math.min(1, sum);
}
