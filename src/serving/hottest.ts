import { log } from '../elementary/logarithm.ts';
import type { ServingConstants } from './constants.ts';
import type { Placement } from './placement.ts';

/**
 * Tokens of the chip with most tokens over those of a mean chip.
 *
 * Experts differ in how often they are visited by a standard deviation s of their mean; a chip that holds h of them by
 * s / sqrt(h), and the most visited of n chips lies about sqrt(2 ln n) of these above the mean (the expected largest of n
 * normal values).
 */
export function hottest(
  { balance, expertParallel }: Placement,
  { held, chips, constants }: { held: number; chips: number; constants: ServingConstants },
): number {
  if (!expertParallel || chips <= 1 || balance === 'perfect') return 1;
  const spread = spreadOf(balance, constants);
  return 1 + (spread / Math.sqrt(held)) * Math.sqrt(2 * log(chips));
}

function spreadOf(balance: Placement['balance'], constants: ServingConstants): number {
  if (balance === 'none') return constants.skew;
  return balance === 'random' ? constants.skewRandom : constants.skewBalanced;
}
