import { exp } from '../elementary/exponential.ts';
import { log, log1p } from '../elementary/logarithm.ts';
import { say } from '../errors/message.ts';
import type { Distribution } from './distribution.ts';
import { positive, requireArguments } from './distribution-arguments.ts';
import { type IncompleteGamma, incompleteGamma, logGamma } from './gamma-function.ts';
import { normalQuantile } from './normal.ts';
import { solveLogProbability } from './solve-quantile.ts';

/** Gamma distribution with `shape` > 0 and `scale` > 0: mean shape x scale. */
export function gamma(shape: number, scale: number): Distribution {
  requireArguments(
    positive(shape) && positive(scale),
    `gamma(${shape}, ${scale})`,
    say('shape and scale are above 0'),
  );
  const incomplete = incompleteGamma(shape);
  return {
    name: `gamma(shape ${shape}, scale ${scale})`,
    quantile: (p, near) => scale * standardQuantile(shape, incomplete, p, near && near / scale),
    cdf: (x) => incomplete.lower(x / scale),
    logDensity: (x) => {
      if (x > 0) return incomplete.logKernel(x / scale) - log(x);
      if (x < 0 || shape > 1) return -Infinity;
      return shape === 1 ? -log(scale) : Infinity;
    },
    mean: shape * scale,
    variance: shape * scale * scale,
    support: [0, Infinity],
    discrete: false,
  };
}

/** Solves for t = log x, on the log probability of the nearer tail. */
function standardQuantile(
  shape: number,
  { logKernel, lower, upper }: IncompleteGamma,
  p: number,
  near: number | undefined,
): number {
  if (!(p > 0)) return p === 0 ? 0 : NaN;
  if (p >= 1) return p === 1 ? Infinity : NaN;
  const start = log(near && near > 0 ? near : guess(shape, p));
  // P(a, x) <= x^a / gamma(a + 1), so no smaller t can do; exp(-800) is 0 in double precision.
  const low = (log(p) + logGamma(shape + 1)) / shape - 1e-9;
  if (low < -800) return 0;
  const high = log(shape + 40 * Math.sqrt(shape) + 800);
  const isLow = p < 0.5;
  return exp(
    solveLogProbability(
      (t) => {
        const x = exp(t);
        const tail = isLow ? lower(x) : upper(x);
        const slope = exp(logKernel(x)) / tail;
        return isLow ? { value: log(tail), slope } : { value: -log(tail), slope };
      },
      isLow ? log(p) : -log1p(-p),
      { low, high, start },
    ),
  );
}

/** Wilson and Hilferty (1931), or the first term of the series where that fails. */
function guess(shape: number, p: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  if (shape > 0.5 && root > 0.2) return shape * root * root * root;
  return exp((log(p) + logGamma(shape + 1)) / shape);
}
