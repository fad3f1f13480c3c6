import { sortedOrder } from './sorted-order.ts';
import { weightedCorrelation } from './weighted-mean.ts';
import { relativeWeights, requireFinite, requireLength, type Weighting } from './weights.ts';

/**
 * Spearman's rank correlation of two weighted columns: the Pearson correlation of their weighted mid-ranks.
 *
 * @param weighting weights or log weights, one per draw
 * @returns between -1 and 1
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054, ST-N056 a column is constant
 */
export function rankCorrelation(x: Float64Array, y: Float64Array, weighting: Weighting = {}): number {
  requireFinite(x, 'x');
  requireFinite(requireLength(y, x.length, 'values of y'), 'y');
  const weights = relativeWeights(x.length, weighting);
  return weightedCorrelation(weightedRanks(x, weights), weightedRanks(y, weights), { weights });
}

/**
 * Weighted mid-ranks: the weight of all smaller values plus half the weight of equal ones.
 *
 * With weights of one these are the usual average ranks less a half.
 *
 * @param values one per draw, finite
 * @param weights non-negative, one per draw
 */
export function weightedRanks(values: Float64Array, weights: Float64Array): Float64Array {
  const order = sortedOrder(values);
  const ranks = new Float64Array(values.length);
  let below = 0;
  for (let start = 0; start < order.length; ) {
    const value = values[order[start]!]!;
    let end = start;
    let tied = 0;
    while (end < order.length && values[order[end]!] === value) tied += weights[order[end++]!]!;
    for (let r = start; r < end; r++) ranks[order[r]!] = below + tied / 2;
    below += tied;
    start = end;
  }
  return ranks;
}
