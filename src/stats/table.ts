import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { firstAbove, firstNotBelow } from './discrete.ts';
import type { Distribution } from './distribution.ts';
import { type Stream, uniforms } from './random.ts';
import { samplingKernel } from './sampling-kernel.ts';

/**
 * A quantile function as straight lines between knots, so that every family costs the same to draw from.
 *
 * Cells are laid out like floating-point numbers: each octave of the probability of the nearer tail, from 1/2 down to
 * 2^-33, is cut into 64 cells. Relative to the tail probability the resolution is the same everywhere, so that the tails
 * are as right as the middle. (4,096 cells of equal probability would put the standard deviation of a wide lognormal
 * off by a factor.)
 */
export interface Table {
  readonly distribution: Distribution;
  /** Lower half from the tail to the median, one spare entry, upper half likewise: 2 x 2,050 values. */
  readonly knots: Float64Array;
  /** Non-zero for each knot after which the quantile function jumps: there it is evaluated instead. */
  readonly jumps?: Uint8Array;
}

/** Cells in an octave, octaves in a half, entries of a half in `knots`. */
const perOctave = 64;
const octaves = 32;
export const halfLength = perOctave * octaves + 2;
/** Cells between knots below which each quantile is solved for. */
const shortest = 4;

/**
 * Tabulates the quantile function of a distribution; a few hundred quantiles, and cubics between them, each
 * checked at its middle to 2e-5 of the tail probability.
 *
 * The probability of passing a value is right to within 1e-4 of itself (6e-4 in a narrow valley of the density), down to
 * 1.2e-10; jumps are exact.
 */
export function compileTable(distribution: Distribution): Table {
  const knots = new Float64Array(2 * halfLength);
  const jumps = new Uint8Array(2 * halfLength);
  const median = distribution.quantile(0.5);
  const low = fillHalf({ distribution, knots, jumps, offset: 0, toP: (w) => w }, median);
  const high = fillHalf({ distribution, knots, jumps, offset: halfLength, toP: (w) => 1 - w }, median);
  return { distribution, knots, ...((low || high) && { jumps }) };
}

/**
 * Turns uniform numbers into draws of the tabulated distribution, the same way round: a larger uniform never gives a
 * smaller draw.
 *
 * @param uniforms numbers in (0, 1); probabilities below 2^-33 count as 2^-33
 * @param out receives as many draws; may be `uniforms` itself
 */
export function sampleColumn(table: Table, uniforms: Float64Array, out: Float64Array): void {
  const kernel = samplingKernel();
  const { column, left } = kernel;
  const jumps = table.jumps ? kernel.jumps.byteOffset : 0;
  kernel.knots.set(table.knots);
  if (table.jumps) kernel.jumps.set(table.jumps);
  for (let at = 0; at < uniforms.length; at += column.length) {
    const count = Math.min(column.length, uniforms.length - at);
    const whole = count === uniforms.length;
    column.set(whole ? uniforms : uniforms.subarray(at, at + count));
    const [knots, values] = [kernel.knots.byteOffset, column.byteOffset];
    const leaving = kernel.sample(knots, jumps, count, values, left.byteOffset);
    for (let k = 0; k < leaving; k++) column[left[k]!] = table.distribution.quantile(column[left[k]!]!);
    out.set(count === column.length ? column : column.subarray(0, count), at);
  }
}

/**
 * Fills `out` with draws `from`, `from + 1`, ... of a distribution from a stream of random numbers.
 *
 * @param from index of the first draw, a whole number from 0
 */
export function drawColumn(table: Table, stream: Stream, from: number, out: Float64Array): void {
  uniforms(stream, from, out);
  sampleColumn(table, out, out);
}

/**
 * The draws at some places of what `drawColumn` would fill a column with.
 *
 * @param column index of its first draw, and how many it has
 * @param places within the column
 */
export function drawsAt(
  table: Table,
  stream: Stream,
  column: { from: number; draws: number },
  places: Uint32Array,
): Float64Array {
  const out = uniformsAt(stream, column, places);
  sampleColumn(table, out, out);
  return out;
}

/** The uniform numbers at some places of a column of them. */
export function uniformsAt(
  stream: Stream,
  { from, draws }: { from: number; draws: number },
  places: Uint32Array,
): Float64Array {
  if (whole.length < draws) whole = new Float64Array(draws);
  uniforms(stream, from, whole.subarray(0, draws));
  const out = new Float64Array(places.length);
  for (let i = 0; i < out.length; i++) out[i] = whole[places[i]!]!;
  return out;
}

/** Room for a whole column, taken again by the next that needs it. */
let whole = new Float64Array(0);

interface Half {
  distribution: Distribution;
  knots: Float64Array;
  jumps: Uint8Array;
  offset: number;
  /** From tail probability to probability. */
  toP: (w: number) => number;
}

/** Tail probability of each knot. */
const tails = Float64Array.from(
  { length: halfLength },
  (_, k) => 2 ** ((k >> 6) - 33) * (1 + (k & 63) / perOctave),
);

/** Logarithm of it. */
const logTails = tails.map(log);

/** One knot: its value, and the slope over the log of the tail probability. */
interface Knot {
  k: number;
  x: number;
  slope: number;
}

/** Octave by octave from the median outwards; returns whether there are jumps. */
function fillHalf(half: Half, median: number): boolean {
  const { knots, offset } = half;
  const last = perOctave * octaves;
  let inner = knotAt(half, last, median);
  let jumping = false;
  knots[offset + last + 1] = median;
  for (let k = last - perOctave; k >= 0; k -= perOctave) {
    const near = inner.x - inner.slope * (logTails[inner.k]! - logTails[k]!);
    const outer = knotAt(half, k, quantileAt(half, k, near));
    if (fillBetween(half, outer, inner)) jumping = true;
    inner = outer;
  }
  return jumping;
}

function quantileAt({ distribution, toP }: Half, k: number, near: number): number {
  return distribution.quantile(toP(tails[k]!), near);
}

function knotAt({ distribution, knots, offset, toP }: Half, k: number, x: number): Knot {
  knots[offset + k] = x;
  const sign = toP(0) === 0 ? 1 : -1;
  return { k, x, slope: sign * tails[k]! * exp(-distribution.logDensity(x)) };
}

/** Fills the knots between two; returns whether there are jumps. */
function fillBetween(half: Half, outer: Knot, inner: Knot): boolean {
  const { distribution, knots, offset } = half;
  if (outer.x === inner.x) {
    knots.fill(outer.x, offset + outer.k, offset + inner.k);
    return false;
  }
  const k = (outer.k + inner.k) / 2;
  if (inner.k - outer.k === shortest) return fillExactly(half, outer.k);
  const guess = cubicAt(outer, inner, k);
  const x = quantileAt(half, k, guess);
  // The second term: a step of the probability in double precision, seen in x.
  const slope = Math.min(Math.abs(outer.slope), Math.abs(inner.slope));
  const allowed = slope * (2e-5 + 4e-16 / tails[outer.k]!);
  if (Math.abs(guess - x) <= allowed && !atomBetween(distribution, outer.x, inner.x)) {
    for (let i = outer.k + 1; i < inner.k; i++) knots[offset + i] = cubicAt(outer, inner, i);
    return false;
  }
  const middle = knotAt(half, k, x);
  const outside = fillBetween(half, outer, middle);
  return fillBetween(half, middle, inner) || outside;
}

/** Hermite's cubic between two knots, over the log of the tail probability. */
function cubicAt(outer: Knot, inner: Knot, k: number): number {
  const width = logTails[inner.k]! - logTails[outer.k]!;
  const t = (logTails[k]! - logTails[outer.k]!) / width;
  const u = 1 - t;
  return (
    outer.x * (1 + 2 * t) * u * u +
    inner.x * (1 + 2 * u) * t * t +
    width * t * u * (outer.slope * u - inner.slope * t)
  );
}

/** Solves for every knot of a shortest stride, and marks the cells in which a straight line would be wrong. */
function fillExactly({ distribution, knots, jumps, offset, toP }: Half, from: number): boolean {
  let jumping = false;
  for (let i = 1; i < shortest; i++) knots[offset + from + i] = distribution.quantile(toP(tails[from + i]!));
  for (let k = from; k < from + shortest; k++) {
    const a = knots[offset + k]!;
    const b = knots[offset + k + 1]!;
    const bent = [0.25, 0.5, 0.75].some((t) => {
      const x = distribution.quantile(toP(tails[k]! * (1 - t) + tails[k + 1]! * t));
      return !(Math.abs(x - (a + (b - a) * t)) <= 0.1 * Math.abs(b - a));
    });
    const flat = Math.abs(a - b) <= 1e-12 * Math.abs(b);
    if (!atomBetween(distribution, a, b) && (flat || !bent)) continue;
    jumps[offset + k] = 1;
    jumping = true;
  }
  return jumping;
}

/** Both ends included, unless all is one atom. */
function atomBetween({ atoms }: Distribution, a: number, b: number): boolean {
  if (atoms === undefined || a === b) return false;
  return firstNotBelow(atoms, Math.min(a, b)) < firstAbove(atoms, Math.max(a, b));
}
