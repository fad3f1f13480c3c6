import { largestOf, relativeWeights, requireFinite, sum, type Weighting } from './weights.ts';

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

/** Weighted mean of a column with its Monte Carlo error. */
export interface MeanPrecision {
  mean: number;
  /** Monte Carlo standard error of the mean, in the unit of the column. */
  standardError: number;
  /** Independent unweighted draws that would give the same standard error. */
  effectiveSampleSize: number;
}

/**
 * Precision of the self-normalised importance sampling estimate of a mean.
 *
 * `se^2 = sum w_i^2 (x_i - mean)^2` with weights adding up to one, and `ESS = variance / se^2`
 * (Owen 2013, Monte Carlo theory, methods and examples, ch. 9; Vehtari et al. 2024, JMLR 25(72)).
 * A column may be estimated better or worse than the plain effective sample size says.
 *
 * @param values one per draw
 * @param weighting weights or log weights, one per draw
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054
 */
export function meanPrecision(values: Float64Array, weighting: Weighting = {}): MeanPrecision {
  requireFinite(values, 'values');
  const weights = relativeWeights(values.length, weighting);
  const total = sum(weights);
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += (weights[i]! / total) * values[i]!;
  let variance = 0;
  let squaredError = 0;
  for (let i = 0; i < values.length; i++) {
    const share = weights[i]! / total;
    const distance = values[i]! - mean;
    const term = share * distance * distance;
    variance += term;
    squaredError += share * term;
  }
  const size = squaredError > 0 ? variance / squaredError : values.length;
  return { mean, standardError: Math.sqrt(squaredError), effectiveSampleSize: size };
}
