import { exp } from '../elementary/exponential.ts';
import { log, log1p } from '../elementary/logarithm.ts';
import { normalQuantile } from '../stats/normal.ts';
import { bound, type GlobalPoint, type Globals, unbound } from './globals.ts';
import type { Preset } from './presets.ts';

/** Share of proposals drawn from the prior itself: bounds every importance weight. */
const DEFENSIVE = 0.15;
/** How much wider than the pilot's posterior the normal part is, in standard deviations. */
const INFLATION = 1.2;
/** Share of the prior in the proposal of a level. */
const LEVEL_FLOOR = 0.2;

/**
 * Where global variables are proposed for one preset: a normal on the unbounded scale fitted to a pilot run, mixed
 * with the prior; and probabilities of each level.
 */
export interface Proposal {
  preset: Preset;
  mean: Float64Array;
  /** Lower Cholesky factor, row-major. */
  factor: Float64Array;
  logDeterminant: number;
  /** Share of the fitted part; 0 proposes from the prior alone. */
  fitted: number;
  levels: readonly Float64Array[];
}

/** Uniforms that one proposal takes: which part, one a continuous variable, one a level. */
export function uniformsPerPoint({ continuous, levels }: Globals): number {
  return 1 + continuous.length + levels.length;
}

/** Proposes from the prior alone. */
export function priorProposal({ continuous, levels }: Globals, preset: Preset): Proposal {
  const size = continuous.length;
  return {
    preset,
    mean: new Float64Array(size),
    factor: new Float64Array(size * size),
    logDeterminant: 0,
    fitted: 0,
    levels: levels.map(({ weights }) => weights),
  };
}

/**
 * Fits a proposal to weighted pilot points.
 *
 * @param weights summing to 1
 */
export function fitProposal(
  globals: Globals,
  pilot: { preset: Preset; points: readonly GlobalPoint[]; weights: Float64Array },
): Proposal {
  const { points, weights, preset } = pilot;
  const size = globals.continuous.length;
  const y = new Float64Array(points.length * size);
  const mean = new Float64Array(size);
  for (let m = 0; m < points.length; m++) {
    for (let i = 0; i < size; i++) {
      const value = unbound(globals.continuous[i]!.scale, points[m]!.x[i]!);
      y[m * size + i] = value;
      mean[i]! += weights[m]! * value;
    }
  }
  const covariance = covarianceOf({ y, mean, weights });
  for (let i = 0; i < size; i++) covariance[i * size + i]! += 1e-4;
  const factor = cholesky(covariance, size).map((value) => value * INFLATION);
  let logDeterminant = 0;
  for (let i = 0; i < size; i++) logDeterminant += log(factor[i * size + i]!);
  const levels = globals.levels.map((variable, l) => {
    const fitted = variable.weights.map((weight) => LEVEL_FLOOR * weight);
    for (let m = 0; m < points.length; m++) {
      fitted[points[m]!.level[l]!]! += (1 - LEVEL_FLOOR) * weights[m]!;
    }
    return fitted;
  });
  return { preset, mean, factor, logDeterminant, fitted: 1 - DEFENSIVE, levels };
}

/** Lower triangle of the covariance of weighted points, row-major. */
function covarianceOf(points: { y: Float64Array; mean: Float64Array; weights: Float64Array }): Float64Array {
  const { y, mean, weights } = points;
  const size = mean.length;
  const covariance = new Float64Array(size * size);
  for (let m = 0; m < weights.length; m++) {
    for (let i = 0; i < size; i++) {
      const a = weights[m]! * (y[m * size + i]! - mean[i]!);
      for (let j = 0; j <= i; j++) covariance[i * size + j]! += a * (y[m * size + j]! - mean[j]!);
    }
  }
  return covariance;
}

/**
 * Draws one value of every global variable.
 *
 * @param u uniforms, `uniformsPerPoint` of them
 * @param out the point that is written
 */
export function propose(
  globals: Globals,
  proposal: Proposal,
  draw: { u: Float64Array; out: GlobalPoint },
): void {
  const { continuous, levels } = globals;
  const { u, out } = draw;
  const size = continuous.length;
  const fromPrior = u[0]! >= proposal.fitted;
  const z = new Float64Array(fromPrior ? 0 : size);
  for (let i = 0; i < size; i++) {
    const { scale, prior } = continuous[i]!;
    let y: number;
    if (fromPrior) y = unbound(scale, prior[proposal.preset].quantile(u[1 + i]!));
    else {
      z[i] = normalQuantile(u[1 + i]!);
      y = proposal.mean[i]!;
      for (let j = 0; j <= i; j++) y += proposal.factor[i * size + j]! * z[j]!;
    }
    out.x[i] = bound(scale, y);
  }
  for (let l = 0; l < levels.length; l++) out.level[l] = chooseLevel(proposal.levels[l]!, u[1 + size + l]!);
}

/** Log density of a proposal at a point: continuous part on the unbounded scale, probability of the levels. */
export function logProposal(
  globals: Globals,
  proposal: Proposal,
  at: { point: GlobalPoint; logPrior: number },
): number {
  const { level, x } = at.point;
  let levels = 0;
  for (let l = 0; l < level.length; l++) levels += log(proposal.levels[l]![level[l]!]!);
  if (proposal.fitted === 0) return at.logPrior + levels;
  const a = log(proposal.fitted) + logNormalPart(globals, proposal, x);
  const b = log(1 - proposal.fitted) + at.logPrior;
  return Math.max(a, b) + log1p(exp(-Math.abs(a - b))) + levels;
}

function logNormalPart({ continuous }: Globals, proposal: Proposal, x: Float64Array): number {
  const size = continuous.length;
  const z = new Float64Array(size);
  let square = 0;
  for (let i = 0; i < size; i++) {
    let rest = unbound(continuous[i]!.scale, x[i]!) - proposal.mean[i]!;
    for (let j = 0; j < i; j++) rest -= proposal.factor[i * size + j]! * z[j]!;
    z[i] = rest / proposal.factor[i * size + i]!;
    square += z[i]! * z[i]!;
  }
  return -0.5 * square - proposal.logDeterminant - 0.5 * size * log(2 * Math.PI);
}

/** Index of the level that uniform `u` falls on. */
function chooseLevel(weights: Float64Array, u: number): number {
  let rest = u;
  for (let p = 0; p < weights.length - 1; p++) {
    rest -= weights[p]!;
    if (rest < 0) return p;
  }
  return weights.length - 1;
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
