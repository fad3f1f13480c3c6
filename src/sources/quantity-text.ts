import { exp } from '../elementary/exponential.ts';
import { say } from '../errors/message.ts';
import type { Expected } from '../units/check.ts';
import { readQuantity } from '../units/parse.ts';
import type { Family, Quantity, Spread } from '../units/quantity.ts';
import type { Refusal } from './issue.ts';

/** What of a quantity has a meaning in its place. */
export interface Meaning {
  /** Values below zero do (otherwise ST-S027). */
  negative?: boolean;
  /** Largest number that can be, in coherent SI units; of a family, far out in its tail (otherwise ST-S028). */
  most?: number;
  /** `unknown` does not (ST-S029). */
  known?: boolean;
}

/**
 * Reads a quantity with its unit as files and the command line write it.
 *
 * @param expected dimension it must have, or several of which it must have one; any where left out
 * @param options what has a meaning here, otherwise refused
 * @returns the quantity, or everything that is wrong with it
 */
export function quantityOfText(
  text: string,
  expected?: Expected,
  options: Meaning = {},
): { quantity: Quantity } | { refusals: readonly Refusal[] } {
  const { quantity, faults } = readQuantity(text, expected);
  if (!quantity) return { refusals: faults };
  const refusals = meaningless(quantity, options);
  return refusals.length > 0 ? { refusals } : { quantity };
}

function meaningless(
  { spread, text, unit }: Quantity,
  { negative, most = Infinity, known }: Meaning,
): Refusal[] {
  const written = `\`${text.trim()}\``;
  if (known && spread.form === 'unknown') {
    return [
      {
        code: 'ST-S029',
        what: say('{text} is no size.', { text: written }),
        fix: say('Leave the key out, or give a wide range: `1k to 100k`.'),
      },
    ];
  }
  const [lowest, highest] = endsOf(spread);
  if (!negative && lowest < 0) {
    const fix = say('Delete the minus sign; write a range as `20k to 40k`.');
    return [{ code: 'ST-S027', what: say('{text} goes below zero.', { text: written }), fix }];
  }
  if (!(highest * unit.scale <= most)) {
    const fix = say('Look for a slip in a suffix, an exponent or the arguments of a family.');
    return [{ code: 'ST-S028', what: say('{text} goes beyond anything there is.', { text: written }), fix }];
  }
  return [];
}

/** Standard normal value beyond which one draw in a million lies. */
const FAR = 4.75;

/** Lowest and highest number that was written of an amount; of a family, where it begins and what one draw in a million passes. */
function endsOf(spread: Spread): readonly [lowest: number, highest: number] {
  switch (spread.form) {
    case 'exact':
      return [spread.value, spread.value];
    case 'interval':
    case 'estimate':
      return [spread.low, spread.high];
    case 'bound': {
      const { low = 0, high = 0 } = spread;
      return [Math.min(low, high), Math.max(low, high)];
    }
    case 'family': {
      // Families other than these two are left to their own checks below.
      const begins = spread.family === 'uniform' || spread.family === 'triangular';
      return [begins ? spread.args[0]! : 0, farOut(spread.family, spread.args)];
    }
    case 'unknown':
      return [0, 0];
  }
}

function farOut(family: Family, args: readonly number[]): number {
  const [first, second] = args as [number, number];
  switch (family) {
    case 'beta':
      return 1;
    case 'normal':
      return first + FAR * second;
    case 'lognormal':
      return exp(first + FAR * second);
    case 'gamma':
      return second * (first + FAR * Math.sqrt(first) + FAR ** 2);
    case 'uniform':
    case 'triangular':
      return args.at(-1)!;
  }
}
