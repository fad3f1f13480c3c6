import { log } from '../elementary/logarithm.ts';
import type { Distribution } from '../stats/distribution.ts';
import { lognormal } from '../stats/lognormal.ts';
import { mixture } from '../stats/mixture.ts';
import type { Catalogue, Match } from './chip.ts';
import { median } from './figure.ts';
import { requireChip } from './find.ts';

/** How likely each reading of a "P" is. */
export interface ReadingWeight {
  id: string;
  /** Dense FP16 FLOP/s behind one P. */
  perP: number;
  /** Probability. */
  weight: number;
  /** Ids of the notices that fit it. */
  matches: readonly string[];
}

/**
 * What one "P" of a Chinese notice means.
 *
 * weight_k = (prior_k + n_k) / sum_j (prior_j + n_j), the posterior mean under a Dirichlet prior, n_k the notices that
 * state both compute and the count of a known accelerator and fit reading k best.
 *
 * @param options `asOf`: last day of publication of the notices that may be used, days since 1970-01-01
 */
export function readings(catalogue: Catalogue, { asOf = Infinity }: { asOf?: number } = {}): ReadingWeight[] {
  const { convention } = catalogue;
  const known = convention.matches.filter((match) => match.published.to <= asOf);
  const all = convention.readings.map((reading) => ({ ...reading, perP: median(reading.perP)! }));
  const fits = known.map((match) => ({ id: match.id, reading: nearest(all, densePerP(catalogue, match)) }));
  const counted = all.map(({ id, perP, prior }) => {
    const matches = fits.filter(({ reading }) => reading === id).map((fit) => fit.id);
    return { id, perP, matches, weight: prior + matches.length };
  });
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  return counted.map((one) => ({ ...one, weight: one.weight / total }));
}

/**
 * Distribution of the dense FP16 FLOP/s that one "P" stands for: a narrow lognormal around each reading.
 *
 * @param options as for `readings`
 */
export function computePerP(catalogue: Catalogue, options: { asOf?: number } = {}): Distribution {
  const sigma = median(catalogue.convention.rounding.quantity)!;
  const weighted = readings(catalogue, options);
  return mixture(
    weighted.map(({ perP }) => lognormal(log(perP), sigma)),
    weighted.map(({ weight }) => weight),
  );
}

/** Dense FP16 FLOP/s of the accelerators behind each stated P. */
export function densePerP(catalogue: Catalogue, { stated, accelerators, chip }: Match): number {
  const rate = median(requireChip(catalogue, chip).peak.fp16!.quantity)!;
  return (accelerators * rate) / (median(stated)! / 1e15);
}

function nearest(all: readonly { id: string; perP: number }[], perP: number): string {
  const gap = (one: { perP: number }) => Math.abs(log(one.perP / perP));
  return all.reduce((best, one) => (gap(one) < gap(best) ? one : best)).id;
}
