import { conditionalMeans } from './conditional-mean.ts';
import { requireOutcomes } from './entropy.ts';
import { weightedMean, weightedVariance } from './weighted-mean.ts';
import { emptyColumn, normalisedWeights, requireFinite, requireLength, type Weighting } from './weights.ts';

/**
 * Expected value of perfect information: `E[max_d B_d] - max_d E[B_d]`
 * (Raiffa and Schlaifer 1961, Applied statistical decision theory).
 *
 * @param benefits one column per decision, in any one unit (money, hours, accelerators found)
 * @param weighting weights or log weights, one per draw
 * @returns in the unit of the benefits, at least 0
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054
 */
export function evpi(benefits: readonly Float64Array[], weighting: Weighting = {}): number {
  return gainOfKnowing(benefits, checkedWeights(benefits, weighting));
}

/**
 * Expected value of learning some inputs exactly: `E[max_d E[B_d | inputs]] - max_d E[B_d]`, inner means by regression
 * ({@link conditionalMeans}; Strong, Oakley and Brennan 2014, Med. Decis. Making 34, 311).
 *
 * With simulated data or a summary of them as the only input (one value per draw, made from that draw), this is the
 * expected value of sample information (Strong et al. 2015, Med. Decis. Making 35, 570).
 *
 * @param benefits one column per decision
 * @param inputs columns to be learned together
 * @param weighting weights or log weights, one per draw
 * @returns in the unit of the benefits, between 0 and the perfect information's value up to the regression's error
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054, ST-N064
 */
export function evppi(
  benefits: readonly Float64Array[],
  inputs: readonly Float64Array[],
  weighting: Weighting = {},
): number {
  const weights = checkedWeights(benefits, weighting);
  // Only differences between decisions matter; what all share would add noise.
  const increments = benefits.slice(1).map((benefit) => benefit.map((b, draw) => b - benefits[0]![draw]!));
  if (increments.length === 0) return 0;
  const fitted = conditionalMeans(increments, inputs, { weights });
  return gainOfKnowing([new Float64Array(weights.length), ...fitted], weights);
}

/**
 * Expected variance removed by learning some inputs exactly: `Var(E[quantity | inputs])`. Over the variance of the quantity
 * it is the first-order sensitivity index of the inputs, dependent or not.
 *
 * @param quantity what is to be estimated, one value per draw
 * @param inputs columns to be learned together
 * @param weighting weights or log weights, one per draw
 * @returns in the squared unit of the quantity
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054, ST-N064
 */
export function evppiVariance(
  quantity: Float64Array,
  inputs: readonly Float64Array[],
  weighting: Weighting = {},
): number {
  const weights = checkedWeights([quantity], weighting);
  return weightedVariance(conditionalMeans([quantity], inputs, { weights })[0]!, { weights });
}

/**
 * Expected value of an observation with few outcomes: `sum_k max_d E[B_d p(k | draw)] - max_d E[B_d]`, exact on the draws.
 *
 * @param benefits one column per decision
 * @param outcomes one column per outcome: its probability in each draw; they add up to 1 in every draw
 * @param weighting weights or log weights, one per draw
 * @returns in the unit of the benefits, at least 0
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054, ST-N062 outcomes do not add up to 1
 */
export function evsiOfOutcomes(
  benefits: readonly Float64Array[],
  outcomes: readonly Float64Array[],
  weighting: Weighting = {},
): number {
  const weights = checkedWeights(benefits, weighting);
  requireOutcomes(outcomes, weights.length);
  const after = outcomes.map((outcome) => {
    return largest(benefits, (benefit) => dot(benefit, outcome, weights));
  });
  const before = largest(benefits, (benefit) => weightedMean(benefit, { weights }));
  return Math.max(0, after.reduce((total, value) => total + value, 0) - before);
}

/**
 * Expected variance of each of some quantities removed by an observation with few outcomes:
 * `sum_k p_k (E[quantity | k] - E[quantity])^2`, exact on the draws.
 *
 * @param quantities what is to be estimated, one value per draw
 * @param outcomes one column per outcome: its probability in each draw
 * @param weighting weights or log weights, one per draw
 * @returns each in the squared unit of its quantity
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054, ST-N062
 */
export function evsiVariancesOfOutcomes(
  quantities: readonly Float64Array[],
  outcomes: readonly Float64Array[],
  weighting: Weighting = {},
): number[] {
  const weights = checkedWeights(quantities, weighting);
  requireOutcomes(outcomes, weights.length);
  const ones = new Float64Array(weights.length).fill(1);
  const probabilities = outcomes.map((outcome) => dot(ones, outcome, weights));
  return quantities.map((quantity) => {
    const centred = centredOn(weightedMean(quantity, { weights }), quantity);
    return outcomes.reduce((total, outcome, k) => {
      const probability = probabilities[k]!;
      return probability > 0 ? total + dot(centred, outcome, weights) ** 2 / probability : total;
    }, 0);
  });
}

function centredOn(mean: number, quantity: Float64Array): Float64Array {
  const centred = new Float64Array(quantity.length);
  for (let i = 0; i < centred.length; i++) centred[i] = quantity[i]! - mean;
  return centred;
}

/** Simulated data sets of a planned observation. */
export interface SimulatedData {
  /** How many data sets were simulated, each from one draw picked by weight. */
  count: number;
  /** Log likelihood of data set `index` under every draw, any offset. */
  logLikelihoods(index: number): Float64Array;
}

/**
 * Expected value of an observation, by weighting the draws with the likelihood of each simulated data set:
 * `mean_m max_d E[B_d | data_m] - max_d mean_m E[B_d | data_m]`
 * (importance sampling as in Menzies 2016, Med. Decis. Making 36, 308).
 *
 * @param benefits one column per decision
 * @param data simulated from the draws
 * @param weighting weights or log weights, one per draw
 * @returns in the unit of the benefits, at least 0
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054 no draw explains a data set
 */
export function evsi(
  benefits: readonly Float64Array[],
  data: SimulatedData,
  weighting: Weighting = {},
): number {
  const means = meansGivenData(benefits, data, checkedWeights(benefits, weighting));
  return gainOfKnowing(means, normalisedWeights(data.count));
}

/**
 * Expected variance removed by an observation: the variance of `E[quantity | data_m]` over simulated data sets.
 *
 * @param quantity what is to be estimated, one value per draw
 * @param data simulated from the draws
 * @param weighting weights or log weights, one per draw
 * @returns in the squared unit of the quantity
 * @throws SandtableError as {@link evsi}
 */
export function evsiVariance(quantity: Float64Array, data: SimulatedData, weighting: Weighting = {}): number {
  const [means] = meansGivenData([quantity], data, checkedWeights([quantity], weighting));
  return weightedVariance(means!);
}

/** One column per target, one entry per data set. */
function meansGivenData(
  targets: readonly Float64Array[],
  data: SimulatedData,
  weights: Float64Array,
): Float64Array[] {
  if (data.count === 0) throw emptyColumn('simulated data sets');
  const means = targets.map(() => new Float64Array(data.count));
  for (let m = 0; m < data.count; m++) {
    const logLikelihoods = requireLength(data.logLikelihoods(m), weights.length, 'log likelihoods');
    const posterior = normalisedWeights(weights.length, { logWeights: logLikelihoods });
    for (let i = 0; i < posterior.length; i++) posterior[i]! *= weights[i]!;
    for (const [d, target] of targets.entries()) means[d]![m] = weightedMean(target, { weights: posterior });
  }
  return means;
}

function checkedWeights(columns: readonly Float64Array[], weighting: Weighting): Float64Array {
  const draws = columns[0]?.length ?? 0;
  const weights = normalisedWeights(draws, weighting);
  for (const column of columns) requireFinite(requireLength(column, draws, 'benefits'), 'benefits');
  return weights;
}

/** `E[max_d B_d] - max_d E[B_d]`; weights add up to one. */
function gainOfKnowing(benefits: readonly Float64Array[], weights: Float64Array): number {
  const means = benefits.map((benefit) => weightedMean(benefit, { weights }));
  const best = means.indexOf(Math.max(...means));
  let gain = 0;
  for (let draw = 0; draw < weights.length; draw++) {
    let most = benefits[best]![draw]!;
    for (const benefit of benefits) if (benefit[draw]! > most) most = benefit[draw]!;
    gain += weights[draw]! * (most - benefits[best]![draw]!);
  }
  return gain;
}

function largest(benefits: readonly Float64Array[], of: (benefit: Float64Array) => number): number {
  return Math.max(...benefits.map(of));
}

function dot(x: Float64Array, y: Float64Array, weights: Float64Array): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += weights[i]! * x[i]! * y[i]!;
  return total;
}
