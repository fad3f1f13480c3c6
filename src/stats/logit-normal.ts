import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import type { Distribution } from './distribution.ts';
import { normal, normalQuantile } from './normal.ts';
import { once } from './once.ts';

/** Points of the quantile function over which moments are averaged. */
const POINTS = 4096;

/**
 * A share whose logit is normal.
 *
 * @param low 5 % quantile, in (0, 1)
 * @param high 95 % quantile, in (low, 1)
 */
export function logitNormal(low: number, high: number): Distribution {
  const [a, b] = [logit(low), logit(high)];
  const inner = normal((a + b) / 2, (b - a) / (2 * normalQuantile(0.95)));
  const quantile = (p: number): number => 1 / (1 + exp(-inner.quantile(p)));
  const own = once(() => moments(quantile));
  return {
    name: `logit-normal(${low}, ${high})`,
    quantile,
    cdf: (x) => (x <= 0 ? 0 : x >= 1 ? 1 : inner.cdf(logit(x))),
    logDensity: (x) => (x <= 0 || x >= 1 ? -Infinity : inner.logDensity(logit(x)) - log(x * (1 - x))),
    get mean() {
      return own().mean;
    },
    get variance() {
      return own().variance;
    },
    support: [0, 1],
    discrete: false,
  };
}

function logit(x: number): number {
  return log(x / (1 - x));
}

/** Moments have no closed form (Atchison and Shen 1980): midpoints of the quantile function. */
function moments(quantile: (p: number) => number): { mean: number; variance: number } {
  let sum = 0;
  let square = 0;
  for (let i = 0; i < POINTS; i++) {
    const x = quantile((i + 0.5) / POINTS);
    sum += x / POINTS;
    square += (x * x) / POINTS;
  }
  return { mean: sum, variance: square - sum * sum };
}
