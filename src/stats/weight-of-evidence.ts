import { outOfRange } from './weights.ts';

/**
 * Weight of evidence: ten times the base-10 logarithm of how much likelier the evidence is if the hypothesis holds
 * (Good 1950, Probability and the weighing of evidence; the unit is Turing's).
 *
 * @param logIfTrue natural log probability of the evidence if the hypothesis holds
 * @param logIfFalse natural log probability of the evidence if it does not
 * @returns in decibans: 0 tells nothing, 10 makes the odds ten times as large; infinite where one side excludes the evidence
 * @throws SandtableError ST-N055 a log probability is NaN or infinite above, or both sides exclude the evidence
 */
export function weightOfEvidence(logIfTrue: number, logIfFalse: number): number {
  for (const value of [logIfTrue, logIfFalse]) {
    if (!(value < Number.POSITIVE_INFINITY))
      throw outOfRange('A log probability', value, 'a finite number or -Infinity');
  }
  if (Math.max(logIfTrue, logIfFalse) === Number.NEGATIVE_INFINITY) {
    throw outOfRange('Each log probability', Number.NEGATIVE_INFINITY, 'at least one finite log probability');
  }
  return (10 * (logIfTrue - logIfFalse)) / Math.LN10;
}

/**
 * Odds of a probability, in decibans: `10 log10(p / (1 - p))`.
 *
 * @param probability in [0, 1]
 * @returns 0 at one half; infinite at 0 and 1
 * @throws SandtableError ST-N055
 */
export function decibansOf(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw outOfRange('The probability', probability, 'a number from 0 to 1');
  }
  return (10 * (Math.log(probability) - Math.log1p(-probability))) / Math.LN10;
}

/**
 * Probability with the given odds: `1 / (1 + 10^(-d / 10))`. Prior odds and weights of independent evidence simply add up.
 *
 * @param decibans may be infinite
 * @throws SandtableError ST-N055 NaN
 */
export function probabilityOf(decibans: number): number {
  if (Number.isNaN(decibans)) throw outOfRange('The odds', decibans, 'a number of decibans');
  return 1 / (1 + 10 ** (-decibans / 10));
}

/** How many times larger the odds become: `10^(d / 10)`. */
export function ratioOf(decibans: number): number {
  return 10 ** (decibans / 10);
}
