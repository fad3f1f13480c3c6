import { z } from 'zod';
import type { Expected } from '../units/check.ts';
import { readQuantity } from '../units/parse.ts';
import type { Quantity, Spread } from '../units/quantity.ts';
import { refuse } from './issue.ts';

/**
 * Field of a schema that holds a quantity with its unit, as text or as a plain number.
 *
 * @param expected dimension it must have, or several of which it must have one; any where left out
 * @param options `negative`: whether values below zero have a meaning here; otherwise `ST-S027`
 */
export function quantity(expected?: Expected, options: { negative?: boolean } = {}) {
  return z.union([z.string(), z.number()]).transform((value, ctx): Quantity => {
    const text = String(value);
    const { quantity, faults } = readQuantity(text, expected);
    if (!quantity) {
      for (const fault of faults) refuse(ctx, fault);
      return z.NEVER;
    }
    if (!options.negative && lowest(quantity.spread) < 0) {
      refuse(ctx, {
        code: 'ST-S027',
        what: `\`${text.trim()}\` goes below zero.`,
        fix: 'Delete the minus sign; write a range as `20k to 40k`.',
      });
    }
    return quantity;
  });
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
