import { exp } from '../elementary/exponential.ts';
import { log, log1p } from '../elementary/logarithm.ts';
import { logExcess, logGamma, stirlingError } from './gamma-function.ts';

/** Log of the beta function B(a, b), a, b > 0. */
export function logBeta(a: number, b: number): number {
  if (Math.min(a, b) < 15) return logGamma(a) + logGamma(b) - logGamma(a + b);
  const sum = a + b;
  return (
    0.5 * log((2 * Math.PI * sum) / (a * b)) +
    stirlingError(a) +
    stirlingError(b) -
    stirlingError(sum) +
    a * log(a / sum) +
    b * log(b / sum)
  );
}

/** The incomplete beta function for one pair of arguments, so that constants are worked out once. */
export interface IncompleteBeta {
  /** log of x^a (1 - x)^b / B(a, b), 0 < x < 1. */
  logKernel(x: number): number;
  /** Regularised incomplete beta function I_x(a, b), 0 <= x <= 1; relative error about 1e-13. */
  lower(x: number): number;
  /** 1 - I_x(a, b), small values to full precision. */
  upper(x: number): number;
}

/** Incomplete beta function for a, b > 0; kernel by Loader (2000) where both are large. */
export function incompleteBeta(a: number, b: number): IncompleteBeta {
  const logKernel = Math.min(a, b) < 15 ? smallKernel(a, b) : largeKernel(a, b);
  const turn = (a + 1) / (a + b + 2);
  const left = (x: number) => (exp(logKernel(x)) * fraction(a, b, x)) / a;
  const right = (x: number) => (exp(logKernel(x)) * fraction(b, a, 1 - x)) / b;
  return {
    logKernel,
    lower: (x) => (x <= 0 ? 0 : x >= 1 ? 1 : x <= turn ? left(x) : 1 - right(x)),
    upper: (x) => (x <= 0 ? 1 : x >= 1 ? 0 : x <= turn ? 1 - left(x) : right(x)),
  };
}

function smallKernel(a: number, b: number): (x: number) => number {
  const constant = -logBeta(a, b);
  return (x) => a * log(x) + b * log1p(-x) + constant;
}

function largeKernel(a: number, b: number): (x: number) => number {
  const sum = a + b;
  const constant =
    0.5 * log((a * b) / (2 * Math.PI * sum)) + stirlingError(sum) - stirlingError(a) - stirlingError(b);
  return (x) => {
    const gap = x - a / sum;
    return constant - a * logExcess((gap * sum) / a) - b * logExcess((-gap * sum) / b);
  };
}

/** DLMF 8.17.22 by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let product = d;
  const rounds = 1000 + 20 * Math.sqrt(Math.max(a, b));
  for (let n = 1; n < rounds; n++) {
    const even = (n * (b - n) * x) / ((a + 2 * n - 1) * (a + 2 * n));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    product *= c * d;
    const odd = (-(a + n) * (a + b + n) * x) / ((a + 2 * n) * (a + 2 * n + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    product *= c * d;
    if (Math.abs(c * d - 1) < 3e-16) break;
  }
  return product;
}

function nonZero(x: number): number {
  return Math.abs(x) < 1e-300 ? 1e-300 : x;
}
