import { log2 } from '../elementary/logarithm.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { normalisedWeights, outOfRange, requireFinite, requireLength, type Weighting } from './weights.ts';

/**
 * Shannon entropy `-sum_k p_k log2 p_k` (Shannon 1948, Bell System Technical Journal 27, 379).
 *
 * @param probabilities non-negative, any scale
 * @returns in bits, from 0 to log2 of the number of possibilities
 * @throws SandtableError ST-N050, ST-N053, ST-N054
 */
export function entropy(probabilities: Float64Array): number {
  return normalisedWeights(probabilities.length, { weights: probabilities }).reduce(
    (total, p) => (p > 0 ? total - p * log2(p) : total),
    0,
  );
}

/**
 * Expected information gain of an observation with few outcomes about the draws, or about hypotheses:
 * `sum_h w_h sum_k p(k | h) log2(p(k | h) / p(k))`, the mutual information
 * (Lindley 1956, Annals of Mathematical Statistics 27, 986).
 *
 * With one entry per draw it counts all that the outcome tells about the world; with one entry per hypothesis, made by
 * {@link outcomesByClass}, only what bears on the hypotheses. The latter is the diagnosticity of an item of evidence.
 *
 * @param outcomes one column per outcome: its probability under each draw or hypothesis
 * @param weighting weights or log weights of the draws or hypotheses
 * @returns in bits, at least 0
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054, ST-N062 outcomes do not add up to 1
 */
export function expectedInformationGain(
  outcomes: readonly Float64Array[],
  weighting: Weighting = {},
): number {
  const count = outcomes[0]?.length ?? 0;
  const weights = normalisedWeights(count, weighting);
  requireOutcomes(outcomes, count);
  let gain = 0;
  for (const outcome of outcomes) {
    let probability = 0;
    for (let i = 0; i < count; i++) probability += weights[i]! * outcome[i]!;
    for (let i = 0; i < count; i++) {
      const share = weights[i]! * outcome[i]!;
      if (share > 0) gain += share * log2(outcome[i]! / probability);
    }
  }
  return Math.max(0, gain);
}

/**
 * Probability of each outcome under each of a few classes of draws, and the weight of each class.
 *
 * @param outcomes one column per outcome: its probability in each draw
 * @param classes class of each draw, a whole number from 0
 * @param weighting weights or log weights, one per draw
 * @returns columns with one entry per class, and the weights of the classes adding up to 1; a class without weight has the
 *   outcomes of all draws
 * @throws SandtableError ST-N050, ST-N051, ST-N052, ST-N053, ST-N054, ST-N055 bad class
 */
export function outcomesByClass(
  outcomes: readonly Float64Array[],
  classes: ArrayLike<number>,
  weighting: Weighting = {},
): { outcomes: Float64Array[]; weights: Float64Array } {
  const draws = classes.length;
  const weights = normalisedWeights(draws, weighting);
  for (const outcome of outcomes)
    requireFinite(requireLength(outcome, draws, 'probabilities'), 'probabilities');
  let most = 0;
  for (let i = 0; i < draws; i++) {
    const kind = classes[i]!;
    if (!(Number.isInteger(kind) && kind >= 0)) throw outOfRange('A class', kind, 'a whole number from 0');
    most = Math.max(most, kind);
  }
  const ofClass = new Float64Array(most + 1);
  for (let i = 0; i < draws; i++) ofClass[classes[i]!]! += weights[i]!;
  const averaged = outcomes.map((outcome) => {
    const means = new Float64Array(most + 1);
    let overall = 0;
    for (let i = 0; i < draws; i++) {
      means[classes[i]!]! += weights[i]! * outcome[i]!;
      overall += weights[i]! * outcome[i]!;
    }
    return means.map((total, kind) => (ofClass[kind]! > 0 ? total / ofClass[kind]! : overall));
  });
  return { outcomes: averaged, weights: ofClass };
}

/**
 * Checks that outcomes are probabilities that add up to one in every draw.
 *
 * @param outcomes one column per outcome
 * @param draws length of the columns
 * @throws SandtableError ST-N051, ST-N052, ST-N062
 */
export function requireOutcomes(outcomes: readonly Float64Array[], draws: number): void {
  const totals = new Float64Array(draws);
  for (const outcome of outcomes) {
    requireFinite(requireLength(outcome, draws, 'probabilities'), 'probabilities');
    for (let i = 0; i < draws; i++) totals[i]! += outcome[i]! >= 0 ? outcome[i]! : Number.NaN;
  }
  let bad = 0;
  while (bad < draws && Math.abs(totals[bad]! - 1) < 1e-9) bad++;
  if (bad === draws) return;
  const row = outcomes.map((outcome) => outcome[bad]).join(', ');
  throw new SandtableError(
    error(
      'ST-N062',
      `The outcomes of draw ${bad} have probabilities ${row}.`,
      'Add the missing outcome, so that they add up to 1.',
    ),
  );
}
