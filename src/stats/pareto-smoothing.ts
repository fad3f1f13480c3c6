import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { fitGeneralisedPareto, generalisedParetoQuantile } from './generalised-pareto.ts';
import { largestOrder } from './sorted-order.ts';
import { outOfRange, requireLogWeights } from './weights.ts';

/**
 * How the tail of the weights was judged.
 *
 * - `fitted`: k comes from a generalised Pareto fit.
 * - `bounded`: all tail weights equal the largest one, so the weights have no tail; k = -Infinity. Judge by the effective sample size.
 * - `too-few-draws`: fewer than five draws in the tail; k = Infinity.
 * - `dominated`: hardly any weight outside a few draws, no fit possible; k = Infinity.
 */
export type TailState = 'fitted' | 'bounded' | 'too-few-draws' | 'dominated';

export interface ParetoSmoothing {
  /** Shape of the tail of the weights. */
  k: number;
  state: TailState;
  /** Whether k is below {@link paretoThreshold}: averages over these weights can be trusted. */
  reliable: boolean;
  /** Log weights with the largest ones replaced by expected order statistics; offset as in the input. */
  logWeights: Float64Array;
  /** Number of weights that were smoothed. */
  tailLength: number;
}

/**
 * Pareto smoothed importance sampling.
 *
 * The largest `min(S / 5, 3 sqrt(S / r))` weights are replaced by quantiles `F^-1((z - 1/2) / M)` of the generalised
 * Pareto distribution fitted to them, and truncated at the largest raw weight
 * (Vehtari, Simpson, Gelman, Yao and Gabry 2024, Pareto smoothed importance sampling, JMLR 25(72)).
 *
 * @param logRatios log importance ratios, one per draw, any offset; -Infinity for an impossible draw
 * @param relativeEfficiency r, effective over actual number of draws where they come from a Markov chain
 * @throws SandtableError ST-N050 no draws, ST-N053 NaN or +Infinity, ST-N054 all -Infinity, ST-N055 efficiency not positive
 */
export function paretoSmoothed(logRatios: Float64Array, relativeEfficiency = 1): ParetoSmoothing {
  const draws = logRatios.length;
  const largest = requireLogWeights(logRatios);
  if (!(relativeEfficiency > 0))
    throw outOfRange('The relative efficiency', relativeEfficiency, 'a number above 0');
  const tailLength = Math.ceil(Math.min(0.2 * draws, 3 * Math.sqrt(draws / relativeEfficiency)));
  const unsmoothed = (k: number, state: TailState): ParetoSmoothing => {
    return { k, state, reliable: k < paretoThreshold(draws), logWeights: logRatios.slice(), tailLength: 0 };
  };
  if (tailLength < 5) return unsmoothed(Number.POSITIVE_INFINITY, 'too-few-draws');
  // The tail, and the largest of the others before it.
  const order = largestOrder(logRatios, Math.min(draws, tailLength + 1));
  const tail = order.subarray(1);
  if (largest - logRatios[tail[0]!]! < Number.EPSILON / 100) {
    return unsmoothed(Number.NEGATIVE_INFINITY, 'bounded');
  }
  const cutoff = exp(logRatios[order[0]!]! - largest);
  const excesses = Float64Array.from(tail, (draw) => exp(logRatios[draw]! - largest) - cutoff);
  const fit = fitGeneralisedPareto(excesses);
  if (!Number.isFinite(fit.k)) return unsmoothed(Number.POSITIVE_INFINITY, 'dominated');
  const logWeights = logRatios.slice();
  tail.forEach((draw, z) => {
    const weight = generalisedParetoQuantile(fit, (z + 0.5) / tailLength) + cutoff;
    logWeights[draw] = Math.min(0, log(weight)) + largest;
  });
  return { k: fit.k, state: 'fitted', reliable: fit.k < paretoThreshold(draws), logWeights, tailLength };
}

/**
 * Largest k at which the error of an average over S draws is small: `min(1 - 1 / log10 S, 0.7)`
 * (Vehtari et al. 2024).
 *
 * @param draws S, at least 1
 */
export function paretoThreshold(draws: number): number {
  return Math.min(1 - Math.LN10 / log(Math.max(draws, 1)), 0.7);
}
