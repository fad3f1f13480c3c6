import { Cholesky } from '../../stats/cholesky.ts';
import type { DeliveryCase } from './attributes.ts';
import { coefficientNames, featuresOf, partsOf, SUMMARY, summaryOf } from './coefficients.ts';
import { logFate } from './likelihood.ts';

/** What is believed of a coefficient before any case: a normal. */
export interface CoefficientPrior {
  mean: number;
  sd: number;
}

/** Fitted coefficients: where their posterior peaks, and its covariance there, row-major. */
export interface DeliveryFit {
  coefficients: Float64Array;
  covariance: Float64Array;
  /** Log posterior at the peak, less its constant. */
  log: number;
}

const SIZE = coefficientNames.length;
const STEP = 1e-3;
const MOST_STEPS = 100;
/** Gain of a step in log posterior below which the peak is reached. */
const ENOUGH = 1e-7;

/**
 * Coefficients under which the cases' fates are most probable, shrunk towards what is believed before: the peak of the
 * posterior by Newton's method, and Laplace's approximation around it.
 *
 * @param priors by name of coefficient; a coefficient without one is 0
 * @param near coefficients to begin from
 */
export function fitDelivery(
  cases: readonly DeliveryCase[],
  priors: ReadonlyMap<string, CoefficientPrior>,
  near?: Float64Array,
): DeliveryFit {
  const free = coefficientNames.flatMap((name, i) => (priors.has(name) ? [i] : []));
  const prior = free.map((i) => priors.get(coefficientNames[i]!)!);
  let coefficients: Float64Array = new Float64Array(SIZE);
  free.forEach((i, j) => {
    coefficients[i] = near?.[i] ?? prior[j]!.mean;
  });
  const logAt = (at: Float64Array): number =>
    logPrior(at, free, prior) +
    cases.reduce((sum, one) => sum + logFate(summaryOf(at, featuresOf(one.attributes)), one), 0);
  let log = logAt(coefficients);
  let damping = 0;
  for (let step = 0; ; step++) {
    const { slope, curvature } = bend(cases, coefficients, { free, prior });
    const from = { coefficients, log, free, slope, curvature, damping };
    const found = step < MOST_STEPS ? climb(logAt, from) : null;
    if (!found) {
      const covariance = spreadOut(Cholesky.of(curvature, free.length).inverse(), free);
      return { coefficients, covariance, log };
    }
    ({ coefficients, log, damping } = found);
  }
}

function logPrior(at: Float64Array, free: readonly number[], prior: readonly CoefficientPrior[]): number {
  return free.reduce((sum, i, j) => sum - 0.5 * ((at[i]! - prior[j]!.mean) / prior[j]!.sd) ** 2, 0);
}

/** Least and most that the curvature is lifted by, as multiples of its diagonal. */
const LIGHT = 1e-4;
const HEAVY = 1e6;

/**
 * A Newton step, the curvature lifted until it gains (Levenberg and Marquardt).
 *
 * @returns null where nothing more is gained
 */
function climb(
  logAt: (at: Float64Array) => number,
  from: {
    coefficients: Float64Array;
    log: number;
    free: readonly number[];
    slope: Float64Array;
    curvature: Float64Array;
    damping: number;
  },
): { coefficients: Float64Array; log: number; damping: number } | null {
  const size = from.free.length;
  for (let damping = from.damping; damping < HEAVY; damping = Math.max(LIGHT, 4 * damping)) {
    const lifted = from.curvature.slice();
    for (let j = 0; j < size; j++)
      lifted[j * size + j]! += damping * Math.max(Math.abs(lifted[j * size + j]!), 1);
    const move = Cholesky.tried(lifted, size)?.solve(from.slope);
    if (!move) continue;
    const coefficients = from.coefficients.slice();
    from.free.forEach((i, j) => {
      coefficients[i]! += move[j]!;
    });
    const log = logAt(coefficients);
    if (log > from.log + ENOUGH) return { coefficients, log, damping: damping < 4 * LIGHT ? 0 : damping / 8 };
  }
  return null;
}

/** Slope of the log posterior, and its curvature with the sign turned, over the free coefficients. */
function bend(
  cases: readonly DeliveryCase[],
  coefficients: Float64Array,
  { free, prior }: { free: readonly number[]; prior: readonly CoefficientPrior[] },
): { slope: Float64Array; curvature: Float64Array } {
  const size = free.length;
  const place = new Map(free.map((i, j) => [i, j]));
  const slope = Float64Array.from(free, (i, j) => (prior[j]!.mean - coefficients[i]!) / prior[j]!.sd ** 2);
  const curvature = new Float64Array(size * size);
  for (let j = 0; j < size; j++) curvature[j * size + j] = 1 / prior[j]!.sd ** 2;
  for (const one of cases) {
    const x = featuresOf(one.attributes);
    const parts = partsOf(x).map((list) => list.filter(({ coefficient }) => place.has(coefficient)));
    const { first, second } = derivatives(one, summaryOf(coefficients, x));
    parts.forEach((list, a) => {
      for (const { coefficient, factor } of list) {
        const i = place.get(coefficient)!;
        slope[i]! += factor * first[a]!;
        parts.forEach((others, b) => {
          for (const other of others) {
            curvature[i * size + place.get(other.coefficient)!]! -=
              factor * other.factor * second[a * SUMMARY + b]!;
          }
        });
      }
    });
  }
  return { slope, curvature };
}

/** First and second derivatives of a case's log probability by its summary, by central differences. */
function derivatives(
  one: DeliveryCase,
  summary: Float64Array,
): { first: Float64Array; second: Float64Array } {
  const s = summary.slice();
  const at = (a: number, da: number, b: number, db: number): number => {
    const [keepA, keepB] = [s[a]!, s[b]!];
    s[a]! += da;
    s[b]! += db;
    const log = logFate(s, one);
    s[a] = keepA;
    s[b] = keepB;
    return log;
  };
  const here = logFate(s, one);
  const up = Float64Array.from(s, (_, a) => at(a, STEP, a, 0));
  const down = Float64Array.from(s, (_, a) => at(a, -STEP, a, 0));
  const second = new Float64Array(SUMMARY * SUMMARY);
  for (let a = 0; a < SUMMARY; a++) {
    second[a * SUMMARY + a] = (up[a]! - 2 * here + down[a]!) / STEP ** 2;
    for (let b = 0; b < a; b++) {
      const both = at(a, STEP, b, STEP) + at(a, -STEP, b, -STEP);
      const value = (both - up[a]! - up[b]! - down[a]! - down[b]! + 2 * here) / (2 * STEP ** 2);
      second[a * SUMMARY + b] = second[b * SUMMARY + a] = value;
    }
  }
  return { first: up.map((value, a) => (value - down[a]!) / (2 * STEP)), second };
}

function spreadOut(inverse: Float64Array, free: readonly number[]): Float64Array {
  const covariance = new Float64Array(SIZE * SIZE);
  free.forEach((i, a) => {
    free.forEach((j, b) => {
      covariance[i * SIZE + j] = inverse[a * free.length + b]!;
    });
  });
  return covariance;
}
