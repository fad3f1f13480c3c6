import { secondsOfDay } from '../units/calendar.ts';
import { toSI } from '../units/convert.ts';
import { asMeant } from '../units/over.ts';
import type { Quantity } from '../units/quantity.ts';

/**
 * One number for a quantity, in SI: the value itself, the best guess, the middle of a range in proportion, or the
 * stated side of a bound.
 *
 * @returns NaN never: an unknown quantity is refused before it gets here
 */
export function exactValue(quantity: Quantity): number {
  const spread = toSI(quantity);
  switch (spread.form) {
    case 'exact':
      return spread.value;
    case 'estimate':
      return spread.best;
    case 'interval':
      return spread.low > 0 ? Math.sqrt(spread.low * spread.high) : (spread.low + spread.high) / 2;
    case 'bound':
      return (spread.low ?? spread.high)!;
    case 'family':
    case 'unknown':
      throw new TypeError(`no single value in ${quantity.text}`);
  }
}

/** One number for an amount that a source states: as `exactValue`, but `over 60k` is read upwards (`asMeant`). */
export function statedValue(quantity: Quantity): number {
  return exactValue(asMeant(quantity));
}

/** One number of days for a duration. */
export function exactDays(quantity: Quantity): number {
  return exactValue(quantity) / secondsOfDay;
}
