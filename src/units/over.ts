import type { Quantity } from './quantity.ts';

/** The most that `over 10` is taken to mean: whoever says it names the round number just passed. */
export const OVER = 1.2;

/**
 * A quantity as whoever states it means it: `over 60k` is the middle 90 % from 60k to a fifth more (`OVER`), every other one is
 * as it stands.
 */
export function asMeant(quantity: Quantity): Quantity {
  const { spread } = quantity;
  if (spread.form !== 'bound' || !(spread.low! > 0)) return quantity;
  return { ...quantity, spread: { form: 'interval', low: spread.low!, high: OVER * spread.low! } };
}
