import { exp } from '../elementary/exponential.ts';
import { log, log1p } from '../elementary/logarithm.ts';

const lanczos = [
  57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202, 3.399464998481189e-5,
  4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488,
  0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5,
  3.6899182659531625e-6,
];
const halfLogTwoPi = 0.5 * log(2 * Math.PI);

/**
 * Log of the gamma function for x > 0, to about 1e-14 relative (Lanczos 1964 with g = 607/128, fifteen terms).
 */
export function logGamma(x: number): number {
  let sum = 0.9999999999999971;
  for (let i = 0; i < lanczos.length; i++) sum += lanczos[i]! / (x + 1 + i);
  const shifted = x + 607 / 128 + 0.5;
  return (x + 0.5) * log(shifted) - shifted + halfLogTwoPi + log(sum / x);
}

/** logGamma(x) minus Stirling's formula, for x > 0: small, so that large terms can be left out before they cancel. */
export function stirlingError(x: number): number {
  if (x < 15) return logGamma(x) - (x - 0.5) * log(x) + x - halfLogTwoPi;
  const y = 1 / (x * x);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - y / 1188) * y) * y) * y) / x;
}

/** x - log(1 + x) for x > -1. */
export function logExcess(x: number): number {
  return x - log1p(x);
}

/** The incomplete gamma function for one shape, so that constants are worked out once. */
export interface IncompleteGamma {
  /** log of x^a e^-x / gamma(a), x > 0. */
  logKernel(x: number): number;
  /** Regularised lower incomplete gamma function P(a, x), x >= 0; relative error about 1e-13. */
  lower(x: number): number;
  /** Q(a, x) = 1 - P(a, x), small values to full precision. */
  upper(x: number): number;
}

/** Incomplete gamma function for a > 0; kernel by Loader (2000) where a is large. */
export function incompleteGamma(a: number): IncompleteGamma {
  const constant = a < 15 ? -logGamma(a) : 0.5 * log(a) - halfLogTwoPi - stirlingError(a);
  const logKernel =
    a < 15 ? (x: number) => a * log(x) - x + constant : (x: number) => constant - a * logExcess((x - a) / a);
  const series = (x: number) => lowerSeries(a, x) * exp(logKernel(x));
  const fraction = (x: number) => upperFraction(a, x) * exp(logKernel(x));
  return {
    logKernel,
    lower: (x) => (x <= 0 ? 0 : x < a + 1 ? series(x) : 1 - fraction(x)),
    upper: (x) => (x <= 0 ? 1 : x < a + 1 ? 1 - series(x) : fraction(x)),
  };
}

/** DLMF 8.11.4. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** DLMF 8.9.2 by Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let product = d;
  const rounds = 1000 + 20 * Math.sqrt(a);
  for (let n = 1; n < rounds; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    product *= c * d;
    if (Math.abs(c * d - 1) < 3e-16) break;
  }
  return product;
}
