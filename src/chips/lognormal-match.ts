import { exp, expm1 } from '../elementary/exponential.ts';
import { log, log1p } from '../elementary/logarithm.ts';
import type { Distribution } from '../stats/distribution.ts';
import { lognormal } from '../stats/lognormal.ts';
import { normalCdf, normalDensity } from '../stats/normal.ts';

/** Mean and variance of the logarithm of a positive quantity. */
export interface LogMoments {
  mu: number;
  variance: number;
}

/** Standard normal abscissae from -6 to 6; the trapezoidal rule over them is exact to 1e-8 for smooth quantiles. */
const abscissae = Array.from({ length: 121 }, (_, i) => (i - 60) / 10);
const nodes = abscissae.map((z) => ({ p: normalCdf(z), weight: normalDensity(z) / 10 }));
const total = nodes.reduce((sum, { weight }) => sum + weight, 0);

/**
 * Mean and variance of log X for X > 0.
 *
 * E f(X) = integral of f(Q(Phi(z))) phi(z) dz, Q the quantile function, by the trapezoidal rule.
 */
export function logMoments({ quantile }: Distribution): LogMoments {
  const logs: number[] = [];
  let near: number | undefined;
  for (const { p } of nodes) {
    near = quantile(p, near);
    logs.push(log(near));
  }
  const mean = (f: (logarithm: number) => number) =>
    nodes.reduce((sum, { weight }, i) => sum + weight * f(logs[i]!), 0) / total;
  const mu = mean((logarithm) => logarithm);
  return { mu, variance: mean((logarithm) => (logarithm - mu) ** 2) };
}

/**
 * Distribution of a product of independent positive quantities, each to a power.
 *
 * log prod X_i^a_i has mean sum a_i mu_i and variance sum a_i^2 var_i, exactly; its shape is taken for normal, which
 * is exact where the factors are lognormal and near it where many factors share the spread.
 */
export function productOf(factors: readonly { of: Distribution; power?: number }[]): Distribution {
  let mu = 0;
  let variance = 0;
  for (const { of, power = 1 } of factors) {
    const moments = logMoments(of);
    mu += power * moments.mu;
    variance += power * power * moments.variance;
  }
  return lognormal(mu, Math.max(1e-9, Math.sqrt(variance)));
}

/**
 * Distribution of a sum of independent lognormals, as the lognormal of the same mean and variance
 * (L. F. Fenton, IRE Trans. Commun. Syst. 8 (1960) 57, after Wilkinson).
 *
 * mean = sum exp(mu_i + s_i^2 / 2), variance = sum exp(2 mu_i + s_i^2) (exp(s_i^2) - 1),
 * s^2 = log(1 + variance / mean^2), mu = log mean - s^2 / 2
 */
export function sumMoments(terms: readonly LogMoments[]): LogMoments {
  let mean = 0;
  let variance = 0;
  for (const { mu, variance: s2 } of terms) {
    mean += exp(mu + s2 / 2);
    variance += exp(2 * mu + s2) * expm1(s2);
  }
  const s2 = log1p(variance / (mean * mean));
  return { mu: log(mean) - s2 / 2, variance: s2 };
}
