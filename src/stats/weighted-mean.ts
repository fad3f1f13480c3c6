import { error, SandtableError } from '../errors/fault.ts';
import { relativeWeights, requireFinite, requireLength, sum, type Weighting } from './weights.ts';

/**
 * Weighted mean `sum w_i x_i / sum w_i`.
 *
 * @param values one per draw
 * @param weighting weights or log weights, one per draw
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054
 */
export function weightedMean(values: Float64Array, weighting: Weighting = {}): number {
  requireFinite(values, 'values');
  const weights = relativeWeights(values.length, weighting);
  return meanOf(values, weights);
}

/**
 * Variance of the weighted draws seen as a distribution: `sum w_i (x_i - mean)^2 / sum w_i`.
 *
 * No n/(n-1) correction: the draws stand for a known distribution, and only relative weights are known.
 *
 * @param values one per draw
 * @param weighting weights or log weights, one per draw
 * @returns in the squared unit of the column
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054
 */
export function weightedVariance(values: Float64Array, weighting: Weighting = {}): number {
  requireFinite(values, 'values');
  return covarianceOf(values, values, relativeWeights(values.length, weighting));
}

/**
 * Pearson correlation of two weighted columns.
 *
 * @param weighting weights or log weights, one per draw
 * @returns between -1 and 1
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054, ST-N056 a column is constant
 */
export function weightedCorrelation(x: Float64Array, y: Float64Array, weighting: Weighting = {}): number {
  requireFinite(x, 'x');
  requireFinite(requireLength(y, x.length, 'values of y'), 'y');
  const weights = relativeWeights(x.length, weighting);
  const spread = [x, y].map((column) => Math.sqrt(covarianceOf(column, column, weights)));
  if (isRounding(spread[0]!, x) || isRounding(spread[1]!, y)) throw constantColumn();
  return Math.max(-1, Math.min(1, covarianceOf(x, y, weights) / spread[0]! / spread[1]!));
}

/** @returns the error for a column without spread */
export function constantColumn(name = 'One of the columns'): SandtableError {
  return new SandtableError(
    error(
      'ST-N056',
      `${name} has the same value in every draw.`,
      'Leave it out, or give it its uncertainty.',
    ),
  );
}

/** Whether a standard deviation is no more than the rounding of a constant column. */
export function isRounding(deviation: number, values: Float64Array): boolean {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return deviation <= 1e-14 * largest;
}

/** Mean in two passes, so that a constant column has exactly its constant as mean. */
function meanOf(values: Float64Array, weights: Float64Array): number {
  const total = sum(weights);
  let rough = 0;
  let rest = 0;
  for (let i = 0; i < values.length; i++) rough += (weights[i]! / total) * values[i]!;
  for (let i = 0; i < values.length; i++) rest += (weights[i]! / total) * (values[i]! - rough);
  return rough + rest;
}

function covarianceOf(x: Float64Array, y: Float64Array, weights: Float64Array): number {
  const [meanX, meanY] = [meanOf(x, weights), meanOf(y, weights)];
  let total = 0;
  for (let i = 0; i < x.length; i++) total += weights[i]! * (x[i]! - meanX) * (y[i]! - meanY);
  return total / sum(weights);
}
