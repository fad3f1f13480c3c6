import type { Distribution } from '../stats/distribution.ts';
import { scaled } from '../stats/scaled.ts';
import type { Quantity } from '../units/quantity.ts';
import type { ExchangeRate } from './chip.ts';
import { coherent } from './figure.ts';

/** Middle of the days a date can mean, in days since 1970-01-01. */
export function middle({ from, to }: { from: number; to: number }): number {
  return (from + to) / 2;
}

/** Yuan for a dollar on a day: linear between the rates in the catalogue, flat outside. */
export function yuanPerDollar(rates: readonly ExchangeRate[], day: number): number {
  const sorted = [...rates].sort((a, b) => middle(a.date) - middle(b.date));
  const after = sorted.findIndex(({ date }) => middle(date) >= day);
  if (after <= 0) return (after < 0 ? sorted.at(-1)! : sorted[0]!).rate;
  const [a, b] = [sorted[after - 1]!, sorted[after]!];
  const share = (day - middle(a.date)) / (middle(b.date) - middle(a.date));
  return a.rate + share * (b.rate - a.rate);
}

/** Known money in yuan or dollars, in yuan of a day. */
export function inYuan(amount: Quantity, rates: readonly ExchangeRate[], day: number): Distribution {
  const value = coherent(amount)!;
  return amount.unit.dimension.usd === 1 ? scaled(value, yuanPerDollar(rates, day)) : value;
}
