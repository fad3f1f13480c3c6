import { exp } from '../elementary/exponential.ts';
import { log, log1p } from '../elementary/logarithm.ts';
import { say } from '../errors/message.ts';
import { type IncompleteBeta, incompleteBeta, logBeta } from './beta-function.ts';
import type { Distribution } from './distribution.ts';
import { positive, requireArguments } from './distribution-arguments.ts';
import { normalQuantile } from './normal.ts';
import { solveLogProbability } from './solve-quantile.ts';

/** Beta distribution on [0, 1] with density proportional to x^(a-1) (1-x)^(b-1), a > 0 and b > 0. */
export function beta(a: number, b: number): Distribution {
  requireArguments(positive(a) && positive(b), `beta(${a}, ${b})`, say('both arguments are above 0'));
  const sum = a + b;
  const side = { a, b, incomplete: incompleteBeta(a, b), logB: logBeta(a, b) };
  const mirrored = { a: b, b: a, incomplete: incompleteBeta(b, a), logB: side.logB };
  const half = side.incomplete.lower(0.5);
  return {
    name: `beta(${a}, ${b})`,
    quantile: (p, near) => {
      if (!(p > 0)) return p === 0 ? 0 : NaN;
      if (p >= 1) return p === 1 ? 1 : NaN;
      const start = near ?? guess(a, b, p);
      return p < half
        ? quantileBelowHalf(side, { p, q: 1 - p, start })
        : 1 - quantileBelowHalf(mirrored, { p: 1 - p, q: p, start: 1 - start });
    },
    cdf: side.incomplete.lower,
    logDensity: (x) => logDensity(side, x),
    mean: a / sum,
    variance: (a * b) / (sum * sum * (sum + 1)),
    support: [0, 1],
    discrete: false,
  };
}

interface Side {
  a: number;
  b: number;
  incomplete: IncompleteBeta;
  logB: number;
}

function logDensity({ a, b, incomplete, logB }: Side, x: number): number {
  if (x > 0 && x < 1) return incomplete.logKernel(x) - log(x) - log1p(-x);
  if (x < 0 || x > 1) return -Infinity;
  const exponent = x === 0 ? a - 1 : b - 1;
  if (exponent === 0) return -logB;
  return exponent > 0 ? -Infinity : Infinity;
}

/** A quantile in [0, 1/2], with q = 1 - p: solves for t = log x, on the log probability of the nearer tail. */
function quantileBelowHalf(
  { a, incomplete, logB }: Side,
  { p, q, start }: { p: number; q: number; start: number },
): number {
  // The first term of the series, I_x(a, b) = x^a / (a B(a, b)); exp(-800) is 0 in double precision.
  const first = (log(p) + log(a) + logB) / a;
  if (first < -800) return 0;
  const isLow = p < q;
  const t = solveLogProbability(
    (t) => {
      const x = exp(t);
      const tail = isLow ? incomplete.lower(x) : incomplete.upper(x);
      const slope = exp(incomplete.logKernel(x)) / ((1 - x) * tail);
      return { value: isLow ? log(tail) : -log(tail), slope };
    },
    isLow ? log(p) : -log(q),
    { low: -801, high: -0.69, start: start > 0 ? log(start) : first },
  );
  return exp(t);
}

/** Abramowitz and Stegun 26.5.22, or the first terms of both series where an argument is below 1. */
function guess(a: number, b: number, p: number): number {
  if (a >= 1 && b >= 1 && a + b > 2) {
    const z = normalQuantile(p);
    const lambda = (z * z - 3) / 6;
    const ra = 1 / (2 * a - 1);
    const rb = 1 / (2 * b - 1);
    const h = 2 / (ra + rb);
    const inner = h + lambda;
    if (inner > 0) {
      const w = (z * Math.sqrt(inner)) / h + (rb - ra) * (lambda + 5 / 6 - 2 / (3 * h));
      return a / (a + b * exp(-2 * w));
    }
  }
  const left = exp(a * log(a / (a + b))) / a;
  const right = exp(b * log(b / (a + b))) / b;
  const both = left + right;
  return p < left / both ? exp(log(a * both * p) / a) : 1 - exp(log(b * both * (1 - p)) / b);
}
