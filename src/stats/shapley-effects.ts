import { error, SandtableError } from '../errors/fault.ts';
import { effectiveSampleSize } from './effective-sample-size.ts';
import {
  addFeature,
  emptyFactor,
  explainedVariance,
  type Factor,
  gramMatrix,
  momentsWith,
  type NormalEquations,
  product,
  shrink,
  standardised,
} from './least-squares.ts';
import { splineBasis } from './spline-basis.ts';
import { constantColumn, isRounding, weightedMean, weightedVariance } from './weighted-mean.ts';
import { normalisedWeights, outOfRange, requireFinite, requireLength, type Weighting } from './weights.ts';

export interface ShapleyOptions extends Weighting {
  /** Columns of a spline in each continuous input; 1 is linear. 3 where left out. */
  degreesOfFreedom?: number;
  /** Whether products of inputs of different groups may matter; true up to {@link MOST_EXACT} groups where left out. */
  products?: boolean;
  /** Random orders instead of all subsets, needed above {@link MOST_EXACT} groups: uniform numbers, and how many orders. */
  orders?: { uniforms: (count: number) => Float64Array; count: number };
}

export interface ShapleyEffects {
  /** Share of the variance of the outcome that is due to each group, adding up to `explained`; noise may put it just below 0. */
  shares: Float64Array;
  /** Share of the variance that all groups together explain, at most 1; the rest is not in the inputs or not smooth. */
  explained: number;
}

/** Groups up to which every subset is visited. */
export const MOST_EXACT = 10;

/**
 * Shapley effects of groups of inputs, dependent or not, from weighted draws.
 *
 * The effect of group g is its mean contribution to the variance explained, `Var(E[Y | X_S + g]) - Var(E[Y | X_S])`, over
 * the orders in which the groups may become known, as a share of Var(Y) (Owen 2014, SIAM/ASA J. Uncertainty Quantification 2,
 * 245; Song, Nelson and Staum 2016, same journal 4, 1060). `E[Y | X_S]` is the regression on the draws with splines in the inputs
 * of S and, with `products`, their pairwise products; its share explained is adjusted for the number of coefficients.
 *
 * @param outcome one value per draw
 * @param groups of input columns: an evidence item, a site, an assumption
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054, ST-N056 the outcome does not vary, ST-N061 bad groups,
 *   ST-N064 too few effective draws
 */
export function shapleyEffects(
  outcome: Float64Array,
  groups: readonly (readonly Float64Array[])[],
  options: ShapleyOptions = {},
): ShapleyEffects {
  const draws = outcome.length;
  const weights = normalisedWeights(draws, options);
  requireFinite(outcome, 'the outcome');
  for (const input of groups.flat()) requireFinite(requireLength(input, draws, 'values'), 'an input');
  if (groups.length === 0 || groups.some((group) => group.length === 0))
    throw badGroups('A group has no inputs.');
  if (options.orders ? !(options.orders.count > 0) : groups.length > MOST_EXACT) {
    throw badGroups(`There are ${groups.length} groups, and no random orders.`);
  }
  const variance = weightedVariance(outcome, { weights });
  if (isRounding(Math.sqrt(variance), outcome)) throw constantColumn('The outcome');
  const problem = regressionOf(outcome, groups, { ...options, weights, variance });
  const shares = options.orders ? overOrders(problem, options.orders) : overSubsets(problem);
  return { shares, explained: shares.reduce((total, share) => total + share, 0) };
}

/** The regression that all subsets of groups share. */
interface Problem {
  groups: number;
  equations: NormalEquations;
  /** Features of each group alone. */
  own: readonly number[][];
  /** `joint[g][h]`: products of features of the groups g and h, h < g. */
  joint: readonly number[][][];
  variance: number;
  /** Effective sample size. */
  size: number;
}

function regressionOf(
  outcome: Float64Array,
  groups: readonly (readonly Float64Array[])[],
  settings: ShapleyOptions & { weights: Float64Array; variance: number },
): Problem {
  const { weights, degreesOfFreedom = 3, products = groups.length <= MOST_EXACT } = settings;
  const features: Float64Array[] = [];
  const take = (columns: readonly Float64Array[]): number[] => {
    return columns.map((column) => features.push(standardised(column, weights)) - 1);
  };
  const bases = groups.map((group) =>
    group.map((input) => splineBasis(input, { weights, degreesOfFreedom })),
  );
  const own = bases.map((group) => take(group.flatMap((basis) => basis.columns).concat(pairs(group, group))));
  const joint = bases.map((group, g) =>
    bases.slice(0, g).map((other) => take(products ? pairs(group, other) : [])),
  );
  const size = effectiveSampleSize(outcome.length, { weights });
  if (features.length + 1 > size / 2) throw tooFewDraws(size, features.length);
  const mean = weightedMean(outcome, { weights });
  const centred = outcome.map((y) => y - mean);
  const equations = { gram: gramMatrix(features, weights), moments: momentsWith(centred, features, weights) };
  return { groups: groups.length, equations, own, joint, variance: settings.variance, size };
}

type GroupBasis = readonly { columns: readonly Float64Array[]; saturated: boolean }[];

/** Products of leading columns of different inputs; within one group each pair once. */
function pairs(group: GroupBasis, other: GroupBasis): Float64Array[] {
  const leading = (basis: GroupBasis): (readonly Float64Array[])[] => {
    return basis.map(({ columns, saturated }) => (saturated ? columns : columns.slice(0, 1)));
  };
  const [left, right] = [leading(group), leading(other)];
  return left.flatMap((columns, i) =>
    (group === other ? right.slice(0, i) : right).flatMap((partners) =>
      columns.flatMap((x) => partners.map((y) => product(x, y))),
    ),
  );
}

/** Takes in a group beside the groups already known. */
function addGroup(
  factor: Factor,
  problem: Problem,
  { group, known }: { group: number; known: readonly number[] },
): void {
  const joint = known.flatMap((other) => problem.joint[Math.max(group, other)]![Math.min(group, other)]!);
  for (const feature of [...problem.own[group]!, ...joint]) addFeature(factor, problem.equations, feature);
}

/** Share of variance explained, adjusted for the coefficients: `1 - (1 - R^2) (n - 1) / (n - p - 1)`. */
function shareExplained(factor: Factor, { variance, size }: Problem): number {
  const left = Math.max(0, 1 - explainedVariance(factor) / variance);
  return 1 - (left * (size - 1)) / (size - factor.features.length - 1);
}

/** Shapley's formula over all subsets, each visited once with the factor of its parent extended. */
function overSubsets(problem: Problem): Float64Array {
  const { groups } = problem;
  const value = new Float64Array(2 ** groups);
  const factor = emptyFactor();
  const visit = (subset: number, known: readonly number[], next: number): void => {
    value[subset] = shareExplained(factor, problem);
    for (let group = next; group < groups; group++) {
      const before = factor.features.length;
      addGroup(factor, problem, { group, known });
      visit(subset | (1 << group), [...known, group], group + 1);
      shrink(factor, before);
    }
  };
  visit(0, [], 0);
  return Float64Array.from({ length: groups }, (_, group) => {
    let share = 0;
    for (let subset = 0; subset < value.length; subset++) {
      if (subset & (1 << group)) continue;
      share += (value[subset | (1 << group)]! - value[subset]!) * orderShare(bits(subset), groups);
    }
    return share;
  });
}

/** Share of the orders of n groups in which exactly one given set of s groups comes before a given group: s! (n-s-1)! / n!. */
function orderShare(s: number, n: number): number {
  let choose = 1;
  for (let k = 1; k <= s; k++) choose = (choose * (n - k)) / k;
  return 1 / (n * choose);
}

function bits(subset: number): number {
  let count = 0;
  for (let rest = subset; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

function overOrders(
  problem: Problem,
  { uniforms, count }: NonNullable<ShapleyOptions['orders']>,
): Float64Array {
  const shares = new Float64Array(problem.groups);
  for (let k = 0; k < count; k++) {
    const order = shuffled(problem.groups, uniforms(problem.groups));
    // Every order is used backwards, too: what comes late in one comes early in the other.
    for (const way of [order, order.toReversed()]) {
      const factor = emptyFactor();
      let before = 0;
      for (const [place, group] of way.entries()) {
        addGroup(factor, problem, { group, known: way.slice(0, place) });
        const after = shareExplained(factor, problem);
        shares[group]! += (after - before) / (2 * count);
        before = after;
      }
    }
  }
  return shares;
}

/** Fisher-Yates shuffle of 0 .. n - 1. */
function shuffled(n: number, uniforms: Float64Array): number[] {
  if (uniforms.length < n) throw outOfRange('The count of uniform numbers', uniforms.length, `at least ${n}`);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(uniforms[i]! * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

function badGroups(what: string): SandtableError {
  return new SandtableError(
    error('ST-N061', what, `Give every group a column; above ${MOST_EXACT} groups pass random orders.`),
  );
}

function tooFewDraws(size: number, features: number): SandtableError {
  return new SandtableError(
    error(
      'ST-N064',
      `A regression on ${features} columns needs more than ${2 * features + 2} effective draws, not ${size.toFixed(0)}.`,
      'Use larger groups, leave out products, or use more draws.',
    ),
  );
}
