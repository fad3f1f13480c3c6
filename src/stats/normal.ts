import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { say } from '../errors/message.ts';
import type { Distribution } from './distribution.ts';
import { positive, requireArguments } from './distribution-arguments.ts';
import { erfc } from './error-function.ts';

/** Normal distribution with mean `mean` and standard deviation `sd` > 0. */
export function normal(mean: number, sd: number): Distribution {
  requireArguments(
    Number.isFinite(mean) && positive(sd),
    `normal(${mean}, ${sd})`,
    say('a finite mean, and a standard deviation above 0'),
  );
  return {
    name: `normal(mean ${mean}, sd ${sd})`,
    quantile: (p) => mean + sd * normalQuantile(p),
    cdf: (x) => normalCdf((x - mean) / sd),
    logDensity: (x) => -0.5 * ((x - mean) / sd) ** 2 - log(sd) - halfLogTwoPi,
    mean,
    variance: sd * sd,
    support: [-Infinity, Infinity],
    discrete: false,
  };
}

const halfLogTwoPi = 0.5 * log(2 * Math.PI);

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return exp(-0.5 * z * z - halfLogTwoPi);
}

/** Probability that a standard normal value is at most `z`; relative error below 1e-13 down to 1e-300. */
export function normalCdf(z: number): number {
  // What is left above is less than half a step below 1.
  if (z > 9) return 1;
  const half = 0.5 * erfc(Math.abs(z) * Math.SQRT1_2, 0.5 * z * z);
  return z > 0 ? 1 - half : half;
}

/** Standard normal quantile of `p` in [0, 1]; relative error about 1e-16 (Wichura 1988, AS 241, PPND16). */
export function normalQuantile(p: number): number {
  if (!(p > 0)) return p === 0 ? -Infinity : NaN;
  if (p >= 1) return p === 1 ? Infinity : NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, centre);
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const z = r <= 5 ? ratio(r - 1.6, shoulder) : ratio(r - 5, tail);
  return q < 0 ? -z : z;
}

function ratio(x: number, [above, below]: readonly [readonly number[], readonly number[]]): number {
  let numerator = 0;
  let denominator = 0;
  for (let i = 7; i >= 0; i--) {
    numerator = numerator * x + above[i]!;
    denominator = denominator * x + below[i]!;
  }
  return numerator / denominator;
}

const centre = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
] as const;
const shoulder = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const;
const tail = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;
