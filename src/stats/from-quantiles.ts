import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { say } from '../errors/message.ts';
import type { Distribution } from './distribution.ts';
import { requireArguments } from './distribution-arguments.ts';
import { normalCdf, normalDensity, normalQuantile } from './normal.ts';
import { once } from './once.ts';

/** A probability and the value that is exceeded with the rest. */
export type QuantilePoint = readonly [probability: number, value: number];

/**
 * The smooth distribution through given quantiles, such as 5, 50 and 95 %.
 *
 * Values (their logarithms where all are above 0) are interpolated over the standard normal quantile z(p) of their
 * probability by the monotone cubic of Fritsch and Butland (1984). Beyond the outer points the curve goes on as the
 * straight line between the last two of them: normal (lognormal) tails. Two points, or three that lie symmetrically, so
 * give exactly a normal (lognormal) distribution.
 *
 * @param points at least two, probabilities in (0, 1) and values both rising
 */
export function fromQuantiles(points: readonly QuantilePoint[]): Distribution {
  const written = points.map(([p, x]) => `${Number((100 * p).toPrecision(4))} %: ${x}`).join(', ');
  requireArguments(
    points.length >= 2 && points.every((point, i) => rises(points[i - 1], point)),
    `quantiles(${written})`,
    say('two or more probabilities between 0 and 1, rising, with finite values that rise too'),
  );
  const logarithmic = points[0]![1] > 0;
  const curve = curveThrough(
    points.map(([p]) => normalQuantile(p)),
    points.map(([, x]) => (logarithmic ? log(x) : x)),
  );
  const moments = once(() => momentsOf(curve, logarithmic));
  return {
    name: `quantiles(${written})`,
    quantile: (p) => {
      const y = valueAt(curve, normalQuantile(p));
      return logarithmic ? exp(y) : y;
    },
    cdf: (x) => {
      if (logarithmic && x <= 0) return 0;
      return normalCdf(zOf(curve, logarithmic ? log(x) : x));
    },
    logDensity: (x) => {
      if (logarithmic && x <= 0) return -Infinity;
      const z = zOf(curve, logarithmic ? log(x) : x);
      const slope = slopeAt(curve, z) * (logarithmic ? x : 1);
      return -0.5 * z * z - 0.5 * log(2 * Math.PI) - log(slope);
    },
    get mean() {
      return moments().mean;
    },
    get variance() {
      return moments().variance;
    },
    support: [logarithmic ? 0 : -Infinity, Infinity],
    discrete: false,
  };
}

function rises(before: QuantilePoint | undefined, [p, x]: QuantilePoint): boolean {
  if (!(p > 0 && p < 1 && Number.isFinite(x))) return false;
  return before === undefined || (before[0] < p && before[1] < x);
}

/** Knots (z, y) with the slope dy/dz at each. */
interface Curve {
  z: readonly number[];
  y: readonly number[];
  slope: readonly number[];
}

function curveThrough(z: readonly number[], y: readonly number[]): Curve {
  const width = z.slice(1).map((end, i) => end - z[i]!);
  const rise = width.map((w, i) => (y[i + 1]! - y[i]!) / w);
  const last = rise.length - 1;
  const slope = z.map((_, i) => {
    if (i === 0 || i > last) return rise[Math.min(i, last)]!;
    const w1 = 2 * width[i]! + width[i - 1]!;
    const w2 = width[i]! + 2 * width[i - 1]!;
    return (w1 + w2) / (w1 / rise[i - 1]! + w2 / rise[i]!);
  });
  return { z, y, slope };
}

/** Index of the segment that holds v, -1 below the first knot, last index above the last. */
function segment(knots: readonly number[], v: number): number {
  let i = -1;
  while (i < knots.length - 1 && v >= knots[i + 1]!) i++;
  return i;
}

function valueAt({ z, y, slope }: Curve, at: number): number {
  const i = segment(z, at);
  if (i < 0) return y[0]! + slope[0]! * (at - z[0]!);
  if (i === z.length - 1) return y[i]! + slope[i]! * (at - z[i]!);
  const h = z[i + 1]! - z[i]!;
  const t = (at - z[i]!) / h;
  const u = 1 - t;
  return (
    y[i]! * (1 + 2 * t) * u * u +
    y[i + 1]! * (1 + 2 * u) * t * t +
    h * t * u * (slope[i]! * u - slope[i + 1]! * t)
  );
}

function slopeAt({ z, y, slope }: Curve, at: number): number {
  const i = segment(z, at);
  if (i < 0) return slope[0]!;
  if (i === z.length - 1) return slope[i]!;
  const h = z[i + 1]! - z[i]!;
  const t = (at - z[i]!) / h;
  const rise = (y[i + 1]! - y[i]!) / h;
  return 6 * t * (1 - t) * rise + (1 - t) * (1 - 3 * t) * slope[i]! + t * (3 * t - 2) * slope[i + 1]!;
}

/** Inverse of valueAt. */
function zOf(curve: Curve, value: number): number {
  const { z, y, slope } = curve;
  const i = segment(y, value);
  if (i < 0) return z[0]! + (value - y[0]!) / slope[0]!;
  if (i === z.length - 1) return z[i]! + (value - y[i]!) / slope[i]!;
  let low = z[i]!;
  let high = z[i + 1]!;
  let at = low + ((value - y[i]!) / (y[i + 1]! - y[i]!)) * (high - low);
  for (let round = 0; round < 100; round++) {
    const gap = valueAt(curve, at) - value;
    if (gap > 0) high = at;
    else low = at;
    const newton = at - gap / slopeAt(curve, at);
    const next = newton >= low && newton <= high ? newton : (low + high) / 2;
    if (Math.abs(next - at) <= 1e-15 * Math.max(1, Math.abs(at))) return next;
    at = next;
  }
  return at;
}

function momentsOf(curve: Curve, logarithmic: boolean): { mean: number; variance: number } {
  const scale = logarithmic ? curve.y[curve.y.length >> 1]! : 0;
  const moment = (order: 1 | 2) =>
    tailMoment(curve, order, { logarithmic, scale }) +
    curve.z.slice(1).reduce((sum, end, i) => {
      const f = (z: number) => {
        const y = valueAt(curve, z) - scale;
        return (logarithmic ? exp(order * y) : order === 1 ? y : y * y) * normalDensity(z);
      };
      return sum + simpson(f, curve.z[i]!, end);
    }, 0);
  const first = moment(1);
  const second = moment(2);
  const unit = logarithmic ? exp(scale) : 1;
  return { mean: first * unit, variance: (second - first * first) * unit * unit };
}

function simpson(f: (x: number) => number, from: number, to: number): number {
  const steps = 256;
  const h = (to - from) / steps;
  let sum = f(from) - f(to);
  for (let i = 1; i <= steps; i += 2) sum += 4 * f(from + i * h) + 2 * f(from + (i + 1) * h);
  return (sum * h) / 3;
}

/** Closed form over both tails, where y is a + s z. */
function tailMoment(
  { z, y, slope }: Curve,
  power: number,
  { logarithmic, scale }: { logarithmic: boolean; scale: number },
): number {
  const last = z.length - 1;
  return [0, last].reduce((sum, i) => {
    const side = i === 0 ? -1 : 1;
    const s = slope[i]!;
    const a = y[i]! - s * z[i]! - scale;
    const tail = (shift: number) => normalCdf(side * (shift - z[i]!));
    if (logarithmic) return sum + exp(power * a + 0.5 * (power * s) ** 2) * tail(power * s);
    // Integrals of z and z^2 against the normal density from z_i outwards.
    const density = normalDensity(z[i]!);
    const zero = tail(0);
    const one = side * density;
    if (power === 1) return sum + a * zero + s * one;
    return sum + a * a * zero + 2 * a * s * one + s * s * (zero + side * z[i]! * density);
  }, 0);
}
