import type { Distribution } from '../stats/distribution.ts';
import { bound, type Global, unbound } from './globals.ts';
import type { Preset } from './presets.ts';

/** Share of proposals drawn from the prior itself: bounds every importance weight. */
const DEFENSIVE = 0.15;
/** How much wider than the pilot's posterior the normal part is, in standard deviations. */
const INFLATION = 1.25;
/** Smallest probability of a pace under the proposal. */
const PACE_FLOOR = 0.02;

/**
 * Where global variables are proposed for one preset: a normal on the unbounded scale fitted to a pilot run, mixed
 * with the prior; and probabilities of the paces.
 */
export interface Proposal {
  preset: Preset;
  mean: Float64Array;
  /** Lower Cholesky factor, row-major. */
  factor: Float64Array;
  logDeterminant: number;
  /** Share of the fitted part; 0 proposes from the prior alone. */
  fitted: number;
  pace: Float64Array;
}

/** Proposes from the prior alone. */
export function priorProposal(preset: Preset, size: number, pace: Float64Array): Proposal {
  const factor = new Float64Array(size * size);
  return { preset, mean: new Float64Array(size), factor, logDeterminant: 0, fitted: 0, pace };
}

/**
 * Fits a proposal to weighted pilot vectors.
 *
 * @param vectors on the natural scale, row-major
 * @param weights summing to 1
 */
export function fitProposal(
  globals: readonly Global[],
  pilot: { preset: Preset; vectors: Float64Array; paces: Uint8Array; weights: Float64Array; paceCount: number },
): Proposal {
  const size = globals.length;
  const { weights, vectors } = pilot;
  const mean = new Float64Array(size);
  const y = vectors.map((x, at) => unbound(globals[at % size]!.scale, x));
  for (let m = 0; m < weights.length; m++) {
    for (let i = 0; i < size; i++) mean[i]! += weights[m]! * y[m * size + i]!;
  }
  const covariance = new Float64Array(size * size);
  for (let m = 0; m < weights.length; m++) {
    for (let i = 0; i < size; i++) {
      const a = weights[m]! * (y[m * size + i]! - mean[i]!);
      for (let j = 0; j <= i; j++) covariance[i * size + j]! += a * (y[m * size + j]! - mean[j]!);
    }
  }
  for (let i = 0; i < size; i++) covariance[i * size + i]! += 1e-4;
  const factor = cholesky(covariance, size).map((value) => value * INFLATION);
  let logDeterminant = 0;
  for (let i = 0; i < size; i++) logDeterminant += Math.log(factor[i * size + i]!);
  const pace = new Float64Array(pilot.paceCount);
  for (let m = 0; m < weights.length; m++) pace[pilot.paces[m]!]! += weights[m]!;
  const floored = pace.map((p) => PACE_FLOOR + (1 - PACE_FLOOR * pace.length) * p);
  return { preset: pilot.preset, mean, factor, logDeterminant, fitted: 1 - DEFENSIVE, pace: floored };
}

/**
 * Draws a vector of globals.
 *
 * @param u uniforms: one to choose the part, one a variable
 * @param z standard normal quantile function
 * @param out the vector on the natural scale
 */
export function propose(
  globals: readonly Global[],
  proposal: Proposal,
  draw: { u: Float64Array; out: Float64Array; normal: Distribution },
): void {
  const size = globals.length;
  const { u, out, normal } = draw;
  if (u[0]! >= proposal.fitted) {
    for (let i = 0; i < size; i++) {
      const { scale, prior } = globals[i]!;
      out[i] = bound(scale, unbound(scale, prior[proposal.preset].quantile(u[1 + i]!)));
    }
    return;
  }
  for (let i = 0; i < size; i++) {
    let y = proposal.mean[i]!;
    for (let j = 0; j <= i; j++) y += proposal.factor[i * size + j]! * normal.quantile(u[1 + j]!);
    out[i] = bound(globals[i]!.scale, y);
  }
}

/** Log density of a proposal at a vector, on the unbounded scale. */
export function logProposal(
  globals: readonly Global[],
  proposal: Proposal,
  at: { x: Float64Array; logPrior: number },
): number {
  if (proposal.fitted === 0) return at.logPrior;
  const size = globals.length;
  const z = new Float64Array(size);
  let square = 0;
  for (let i = 0; i < size; i++) {
    let rest = unbound(globals[i]!.scale, at.x[i]!) - proposal.mean[i]!;
    for (let j = 0; j < i; j++) rest -= proposal.factor[i * size + j]! * z[j]!;
    z[i] = rest / proposal.factor[i * size + i]!;
    square += z[i]! * z[i]!;
  }
  const normal = -0.5 * square - proposal.logDeterminant - 0.5 * size * Math.log(2 * Math.PI);
  const [a, b] = [Math.log(proposal.fitted) + normal, Math.log(1 - proposal.fitted) + at.logPrior];
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/** Lower Cholesky factor of a positive definite matrix given by its lower triangle, row-major. */
function cholesky(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= factor[i * size + k]! * factor[j * size + k]!;
      factor[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / factor[j * size + j]!;
    }
  }
  return factor;
}

