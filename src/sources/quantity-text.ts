import type { Expected } from '../units/check.ts';
import { readQuantity } from '../units/parse.ts';
import type { Quantity, Spread } from '../units/quantity.ts';
import type { Refusal } from './issue.ts';

/**
 * Reads a quantity with its unit as files and the command line write it.
 *
 * @param expected dimension it must have, or several of which it must have one; any where left out
 * @param options `negative`: whether values below zero have a meaning here; otherwise `ST-S027`
 * @returns the quantity, or everything that is wrong with it
 */
export function quantityOfText(
  text: string,
  expected?: Expected,
  options: { negative?: boolean } = {},
): { quantity: Quantity } | { refusals: readonly Refusal[] } {
  const { quantity, faults } = readQuantity(text, expected);
  if (!quantity) return { refusals: faults };
  if (options.negative || lowest(quantity.spread) >= 0) return { quantity };
  return {
    refusals: [
      {
        code: 'ST-S027',
        what: `\`${text.trim()}\` goes below zero.`,
        fix: 'Delete the minus sign; write a range as `20k to 40k`.',
      },
    ],
  };
}

/** Lowest number that was written of an amount; families are left to their own checks. */
function lowest(spread: Spread): number {
  switch (spread.form) {
    case 'exact':
      return spread.value;
    case 'interval':
    case 'estimate':
      return spread.low;
    case 'bound':
      return Math.min(spread.low ?? 0, spread.high ?? 0);
    case 'family':
      return spread.family === 'uniform' || spread.family === 'triangular' ? spread.args[0]! : 0;
    case 'unknown':
      return 0;
  }
}
