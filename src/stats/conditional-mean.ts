import { error, SandtableError } from '../errors/fault.ts';
import { effectiveSampleSize } from './effective-sample-size.ts';
import {
  addFeature,
  coefficients,
  emptyFactor,
  explainedVariance,
  gramMatrix,
  momentsWith,
  type NormalEquations,
  product,
  standardised,
} from './least-squares.ts';
import { sortedOrder } from './sorted-order.ts';
import { splineBasis } from './spline-basis.ts';
import { weightedMean, weightedVariance } from './weighted-mean.ts';
import { normalisedWeights, requireFinite, requireLength, type Weighting } from './weights.ts';

/** How flexible a regression is. */
interface Level {
  /** Columns of the spline of each input. */
  degreesOfFreedom: number;
  /** Leading columns of each spline that are multiplied with those of other inputs. */
  crossed: number;
}

const LEVELS: readonly Level[] = [
  { degreesOfFreedom: 1, crossed: 0 },
  { degreesOfFreedom: 2, crossed: 1 },
  { degreesOfFreedom: 4, crossed: 2 },
  { degreesOfFreedom: 7, crossed: 3 },
];

/**
 * Estimates `E[outcome | inputs]` at every draw, by regression on the same draws.
 *
 * Least squares on natural cubic splines of the inputs and products of two inputs' columns; inputs with up to ten values get
 * one coefficient a value. Of four levels of flexibility the one with the least generalised cross-validation score
 * `(RSS / n) / (1 - p / n)^2` is kept, n being the effective sample size (Strong, Oakley and Brennan 2014,
 * Med. Decis. Making 34, 311, with splines as in Wood 2017, Generalized additive models).
 *
 * @param outcomes one or more columns, each regressed alone
 * @param inputs columns to condition on; with none the result is the mean
 * @param weighting weights or log weights, one per draw
 * @returns one column of fitted values per outcome
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054, ST-N064 too few effective draws
 */
export function conditionalMeans(
  outcomes: readonly Float64Array[],
  inputs: readonly Float64Array[],
  weighting: Weighting = {},
): Float64Array[] {
  const draws = outcomes[0]?.length ?? 0;
  const weights = normalisedWeights(draws, weighting);
  for (const column of [...outcomes, ...inputs])
    requireFinite(requireLength(column, draws, 'values'), 'values');
  const size = effectiveSampleSize(draws, { weights });
  const ordered = inputs.map((values) => ({ values, order: sortedOrder(values) }));
  const regressions: Regression[] = [];
  for (const level of LEVELS) {
    const features = featuresOf(ordered, weights, level);
    if (regressions.length > 0 && features.length > size / 10) break;
    if (features.length > 0 && features.length + 1 > size / 2) throw tooFewDraws(size, features.length);
    if (features.length === regressions.at(-1)?.features.length) continue;
    regressions.push({ features, gram: gramMatrix(features, weights) });
  }
  return outcomes.map((outcome) => bestFit(outcome, regressions, { weights, size }));
}

interface Input {
  values: Float64Array;
  order: Uint32Array;
}

interface Regression {
  features: readonly Float64Array[];
  gram: readonly Float64Array[];
}

function featuresOf(inputs: readonly Input[], weights: Float64Array, level: Level): Float64Array[] {
  const { degreesOfFreedom } = level;
  const bases = inputs.map(({ values, order }) => splineBasis(values, { weights, degreesOfFreedom, order }));
  const features = bases.flatMap((basis) => basis.columns);
  const leading = bases.map((basis) =>
    basis.saturated ? basis.columns : basis.columns.slice(0, level.crossed),
  );
  for (let i = 0; i < inputs.length && level.crossed > 0; i++) {
    for (let j = 0; j < i; j++) {
      for (const x of leading[i]!) for (const y of leading[j]!) features.push(product(x, y));
    }
  }
  return features.map((feature) => standardised(feature, weights));
}

function bestFit(
  outcome: Float64Array,
  regressions: readonly Regression[],
  { weights, size }: { weights: Float64Array; size: number },
): Float64Array {
  const mean = weightedMean(outcome, { weights });
  const variance = weightedVariance(outcome, { weights });
  let best = { score: Number.POSITIVE_INFINITY, fitted: new Float64Array(outcome.length).fill(mean) };
  for (const { features, gram } of regressions) {
    const equations: NormalEquations = { gram, moments: momentsWith(outcome, features, weights) };
    const factor = emptyFactor();
    for (let feature = 0; feature < features.length; feature++) addFeature(factor, equations, feature);
    const residual = Math.max(0, variance - explainedVariance(factor));
    const score = residual / (1 - (factor.features.length + 1) / size) ** 2;
    if (!(score < best.score)) continue;
    const fitted = new Float64Array(outcome.length).fill(mean);
    const slopes = coefficients(factor);
    for (const [j, feature] of factor.features.entries()) {
      const column = features[feature]!;
      for (let draw = 0; draw < fitted.length; draw++) fitted[draw]! += slopes[j]! * column[draw]!;
    }
    best = { score, fitted };
  }
  return best.fitted;
}

function tooFewDraws(size: number, features: number): SandtableError {
  return new SandtableError(
    error(
      'ST-N064',
      `A regression on ${features} columns needs more than ${size.toFixed(0)} effective draws.`,
      'Condition on fewer inputs, or use more draws.',
    ),
  );
}
