import { exp, expm1 } from '../elementary/exponential.ts';
import { log, log1p } from '../elementary/logarithm.ts';

/** Generalised Pareto distribution of excesses: cdf `1 - (1 + k x / sigma)^(-1/k)`, x >= 0. */
export interface GeneralisedPareto {
  /** Shape; moments of order 1/k and above are infinite for k > 0. Infinity where no fit is possible. */
  k: number;
  /** Scale, in the unit of x; meaningless where k is infinite. */
  sigma: number;
}

/**
 * Fits a generalised Pareto distribution by the profile-posterior mean of Zhang and Stephens.
 *
 * `theta_hat = sum_j theta_j L(theta_j) / sum_j L(theta_j)` on a grid of M = 30 + floor(sqrt(n)) points,
 * `k = mean log(1 - theta_hat x)`, `sigma = -k / theta_hat`
 * (Zhang and Stephens 2009, Technometrics 51, 316),
 * then `k <- (n k + 5) / (n + 10)`, a weak prior at 0.5 worth ten draws, as in R's loo.
 *
 * @param excesses sorted ascending, non-negative
 * @returns k = Infinity if a quarter or more of the excesses are zero, or fewer than five are given
 */
export function fitGeneralisedPareto(excesses: Float64Array): GeneralisedPareto {
  const count = excesses.length;
  const quartile = excesses[Math.max(0, Math.floor(count / 4 + 0.5) - 1)] ?? 0;
  const noFit = { k: Number.POSITIVE_INFINITY, sigma: Number.NaN };
  if (count < 5 || !(quartile > 0) || !Number.isFinite(excesses[count - 1]!)) return noFit;
  const theta = profileMean(excesses, quartile);
  const k = meanLog(excesses, theta);
  if (!Number.isFinite(k) || k === 0 || theta === 0) return noFit;
  return { k: (count * k + 10 * 0.5) / (count + 10), sigma: -k / theta };
}

/**
 * Quantile `sigma ((1 - p)^(-k) - 1) / k`, or `-sigma log(1 - p)` at k = 0.
 *
 * @param p in [0, 1)
 */
export function generalisedParetoQuantile({ k, sigma }: GeneralisedPareto, p: number): number {
  if (k === 0) return -sigma * log1p(-p);
  return (sigma * expm1(-k * log1p(-p))) / k;
}

function profileMean(excesses: Float64Array, quartile: number): number {
  const count = excesses.length;
  const points = 30 + Math.floor(Math.sqrt(count));
  const thetas = Array.from({ length: points }, (_, j) => {
    return 1 / excesses[count - 1]! + (1 - Math.sqrt(points / (j + 0.5))) / (3 * quartile);
  });
  const logLikelihoods = thetas.map((theta) => {
    const k = meanLog(excesses, theta);
    return count * (log(-theta / k) - k - 1);
  });
  const largest = Math.max(...logLikelihoods.filter((value) => !Number.isNaN(value)));
  let [total, weighted] = [0, 0];
  for (let j = 0; j < points; j++) {
    const likelihood = exp(logLikelihoods[j]! - largest);
    if (Number.isNaN(likelihood)) continue;
    total += likelihood;
    weighted += likelihood * thetas[j]!;
  }
  return weighted / total;
}

function meanLog(excesses: Float64Array, theta: number): number {
  let total = 0;
  for (let i = 0; i < excesses.length; i++) total += log1p(-theta * excesses[i]!);
  return total / excesses.length;
}
