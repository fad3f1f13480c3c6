import { largestOf, relativeWeights, type Weighting } from './weights.ts';

/**
 * How many equally weighted draws the weighted ones are worth.
 *
 * `ESS = (sum w)^2 / sum w^2` (Kish 1965, Survey Sampling, 11.7).
 *
 * @param count number of draws
 * @param weighting weights or log weights, one per draw
 * @returns between 1 and `count`
 * @throws SandtableError ST-N050, ST-N052, ST-N053, ST-N054
 */
export function effectiveSampleSize(count: number, weighting: Weighting = {}): number {
  const weights = relativeWeights(count, weighting);
  const largest = largestOf(weights);
  let total = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const weight = weights[i]! / largest;
    total += weight;
    squares += weight * weight;
  }
  return Math.min(count, (total * total) / squares);
}
