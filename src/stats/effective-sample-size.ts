import { placedWeights, type Weighting } from './weights.ts';

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
  const { kernel, at } = placedWeights(count, weighting);
  return Math.min(count, kernel.effective(at, count));
}
