import { parseUnit } from '../units/compound.ts';
import { inUnit } from '../units/convert.ts';
import { formatQuantity } from '../units/format.ts';
import { readQuantity } from '../units/parse.ts';
import { percentFigure } from '../units/percent.ts';
import type { Quantity, Spread } from '../units/quantity.ts';
import { clean, type Strings } from './strings/strings.ts';

/** Median and middle 90 %. */
export interface Interval {
  median: number;
  low: number;
  high: number;
}

/**
 * Writes one amount: `21,000`, `29 MW`, `17 EFLOP/s`, `2.1万`.
 *
 * @param value in `unit`
 * @param unit symbol; empty for a count, `1` for a ratio, which has three figures
 * @param digits significant figures at most, 2 unless a quoted claim has more
 */
export function amount(value: number, unit: string, strings: Strings, digits = 2): string {
  if (!Number.isFinite(value)) return strings.notKnown;
  return written({ form: 'exact', value: whole(value, unit) }, unit, strings, digits);
}

/** Writes an interval in the unit of its median: `29 MW (9 – 78)`. */
export function interval({ median, low, high }: Interval, unit: string, strings: Strings): string {
  if (![median, low, high].every(Number.isFinite)) return strings.notKnown;
  const spread: Spread = {
    form: 'estimate',
    best: whole(median, unit),
    low: whole(low, unit),
    high: whole(high, unit),
  };
  return written(spread, unit, strings, 2);
}

/** The same of the answer of a planner, whose middle is its prediction. */
export function predicted(
  { value, low, high }: { value: number; low: number; high: number },
  unit: string,
  strings: Strings,
): string {
  return interval({ median: value, low, high }, unit, strings);
}

/** The two halves of an interval, for columns: `29 MW` and `9 – 78`. */
export function intervalParts(
  of: Interval,
  unit: string,
  strings: Strings,
): { middle: string; range: string } {
  const [, middle, range] = /^(.*) \((.*)\)$/.exec(interval(of, unit, strings)) ?? [];
  return { middle: middle ?? strings.notKnown, range: range ?? strings.notKnown };
}

/** Things that are counted have no halves. */
export function whole(value: number, unit: string): number {
  return unit === '' ? Math.round(value) : value;
}

function written(spread: Spread, unit: string, strings: Strings, figures: number): string {
  if (unit === '1') return ratio(spread, strings);
  const quantity: Quantity = { spread, unit: parseUnit(unit), text: '' };
  const options = { locale: strings.tag, figures };
  if (spread.form !== 'estimate' || spread.best !== 0 || unit === '')
    return formatQuantity(quantity, options);
  // A median of nothing says nothing about a readable unit; the upper end does.
  const upper: Quantity = { ...quantity, spread: { form: 'exact', value: spread.high } };
  const [, symbol = ''] = / (\S+)$/.exec(formatQuantity(upper, { locale: 'en', figures })) ?? [];
  return formatQuantity(inUnit(quantity, symbol), { ...options, unit: 'keep' });
}

function ratio(spread: Spread, strings: Strings): string {
  return formatQuantity({ spread, unit: parseUnit(''), text: '' }, { locale: strings.tag, figures: 3 });
}

/** A number of chips: each of them, or three figures from a million on. */
export function chipCount(chips: number, strings: Strings): string {
  return strings.number(chips, chips < 1e6 ? 6 : 3);
}

/**
 * How many there are of what comes whole, such as people, or sequences that are decoded at once.
 *
 * @param mean which need not be whole
 */
export function counted(mean: number, strings: Strings): string {
  return mean < 0.5 ? '<1' : strings.number(Math.round(mean), 6);
}

/** What was claimed: quoted with up to three figures where it is one number, else as an interval. */
export function claim(of: Interval, unit: string, strings: Strings): string {
  return of.low === of.high ? amount(of.median, unit, strings, 3) : amount(of.median, unit, strings);
}

/** A quantity that an answer carries as it was written, as the reader's language says it; other text as it is. */
export function quoted(text: string, strings: Strings): string {
  const { quantity } = readQuantity(text);
  return clean(quantity ? strings.quantity(quantity) : text);
}

/** `31 %`, never below `<1 %` nor above `>99 %`. */
export function percent(probability: number, strings: Strings): string {
  return strings.percent(percentFigure(probability));
}

/** Least factor worth naming; judged, as wide as the two digits that are shown. */
export const leastFactor = 1.05;

/** Whether a factor, either way, is too small to be named. */
export function nearOne(ratio: number): boolean {
  return Math.abs(Math.log(ratio)) < Math.log(leastFactor);
}

/** How far an item moves the odds: `× 3.1` speaks for, `÷ 6.0` against, `–` where nobody can tell. */
export function factor(ratio: number | null): string {
  if (ratio === null || Number.isNaN(ratio)) return '–';
  const size = Math.max(ratio, 1 / ratio);
  const sign = ratio >= 1 ? '×' : '÷';
  return `${sign} ${size >= 1000 ? '>1000' : size >= 100 ? Number(size.toPrecision(2)) : size.toPrecision(2)}`;
}

/** An axis position in words, with the reader's unit: `10 thousand`, `1 EFLOP/s`. */
export function tick(value: number, unit: string, strings: Strings, short = false): string {
  if (unit !== '') return amount(value, unit, strings, 1);
  return short ? strings.tickShort(value) : strings.tick(value);
}
