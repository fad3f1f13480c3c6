import { error, SandtableError } from '../errors/fault.ts';
import { parseUnit } from './compound.ts';
import { convert, inUnit } from './convert.ts';
import type { Quantity, Spread } from './quantity.ts';
import { findRow } from './symbols.ts';
import { ladders } from './table.ts';
import type { Unit } from './unit.ts';

export type Locale = 'en' | 'zh-CN';

export interface FormatOptions {
  locale?: Locale;
  /** Significant figures; by default two, and one where an interval spans more than a factor of three. */
  figures?: number;
  /** `keep` leaves the unit as it is; by default 0.029 GW becomes 29 MW. */
  unit?: 'choose' | 'keep';
}

/** Words for powers of ten, largest first. */
const magnitudes: Readonly<Record<Locale, readonly { power: number; word: string }[]>> = {
  en: [
    { power: 12, word: ' trillion' },
    { power: 9, word: ' billion' },
    { power: 6, word: ' million' },
  ],
  'zh-CN': [
    { power: 12, word: '万亿' },
    { power: 8, word: '亿' },
    { power: 4, word: '万' },
  ],
};

const phrases = {
  en: { low: 'over ', high: 'up to ', unknown: 'unknown' },
  'zh-CN': { low: '超过', high: '至多', unknown: '未知' },
} as const;

/**
 * Writes a number for people: `21,000`, `1.2 million`, `2.8e26`, `2.1万`. `parseQuantity` reads it back.
 *
 * @param value finite number
 * @returns the number rounded to `figures` significant figures (2), in words from a million (Chinese: from 万) up to
 *   1e15, with an exponent beyond and below 1e-4
 * @throws ST-U004 for NaN and infinities
 */
export function formatNumber(value: number, { locale = 'en', figures = 2 }: FormatOptions = {}): string {
  const rounded = round(value, figures);
  const size = Math.abs(rounded);
  const sign = rounded < 0 ? '−' : '';
  if (size !== 0 && (size >= 1e15 || size < 1e-4)) {
    return sign + size.toExponential().replace('e+', 'e');
  }
  const magnitude = magnitudes[locale].find(({ power }) => size >= 10 ** power);
  const { power, word } = magnitude ?? { power: 0, word: '' };
  const shown = Number(`${size.toExponential().replace(/e(.*)$/, (_, e) => `e${Number(e) - power}`)}`);
  return sign + group(shown) + word;
}

/**
 * Writes a quantity for people: `29 MW (9 – 78)`, `20,000 – 40,000`, `over 120,000`, `beta(2, 8)`, `6.5亿元`.
 * `parseQuantity` reads it back to within the printed figures.
 *
 * @throws ST-U004 for NaN and infinities
 */
export function formatQuantity(quantity: Quantity, options: FormatOptions = {}): string {
  const { locale = 'en' } = options;
  const figures = options.figures ?? defaultFigures(quantity);
  const { spread, unit } =
    options.unit === 'keep' ? quantity : inUnit(quantity, chooseUnit(quantity, figures));
  const number = (value: number) => formatNumber(value, { locale, figures });
  const after = afterNumber(unit, locale);
  switch (spread.form) {
    case 'exact':
      return number(spread.value) + after(spread.value === 1);
    case 'interval': {
      const [low, high] = distinctly([spread.low, spread.high], { locale, figures });
      return `${low}${separator(spread.low)}${high}${after(false)}`;
    }
    case 'estimate': {
      const [low, best, high] = distinctly([spread.low, spread.best, spread.high], { locale, figures });
      return `${best}${after(spread.best === 1)} (${low}${separator(spread.low)}${high})`;
    }
    case 'bound': {
      const side = spread.low === undefined ? 'high' : 'low';
      return phrases[locale][side] + number(spread[side]!) + after(false);
    }
    case 'family':
      return `${spread.family}(${spread.args.map((arg) => Number(arg.toPrecision(6))).join(', ')})${after(false)}`;
    case 'unknown':
      return phrases[locale].unknown;
  }
}

/** Two, and one where the ends of an interval are more than a factor of three apart. */
function defaultFigures({ spread, unit }: Quantity): number {
  if (spread.form !== 'interval' && spread.form !== 'estimate') return 2;
  const isTemperature = unit.zero !== undefined;
  return !isTemperature && spread.low > 0 && spread.high > 3 * spread.low ? 1 : 2;
}

/** The unit of the same ladder in which the leading number, rounded, is at least 1 and nearest to it. */
function chooseUnit({ spread, unit }: Quantity, figures: number): Unit {
  const ladder = ladders.find((symbols) => symbols.includes(unit.symbol));
  const leading = leadingValue(spread);
  if (!ladder || leading === undefined || leading === 0) return unit;
  const steps = ladder.map((symbol) => parseUnit(symbol));
  return steps.findLast((step) => Math.abs(round(convert(leading, unit, step), figures)) >= 1) ?? steps[0]!;
}

function leadingValue(spread: Spread): number | undefined {
  switch (spread.form) {
    case 'exact':
      return spread.value;
    case 'interval':
      return spread.high;
    case 'estimate':
      return spread.best;
    case 'bound':
      return spread.low ?? spread.high;
    default:
      return undefined;
  }
}

/** Formats numbers that differ so that they still differ in print, with more figures where it takes them. */
function distinctly(values: readonly number[], options: { locale: Locale; figures: number }): string[] {
  for (let figures = options.figures; ; figures++) {
    const texts = values.map((value) => formatNumber(value, { ...options, figures }));
    const different = (all: readonly unknown[]) => new Set(all).size;
    if (figures >= 17 || different(texts) === different(values)) return texts;
  }
}

function separator(low: number): string {
  return low < 0 ? ' to ' : ' – ';
}

/** What follows the number: a space and the symbol, none before a percent sign or in Chinese. */
function afterNumber(unit: Unit, locale: Locale): (single: boolean) => string {
  if (unit.symbol === '') return () => '';
  const row = findRow(unit.symbol);
  if (locale === 'zh-CN' && row?.zh) return () => row.zh![0]!;
  if (unit.symbol === '%' || unit.symbol === '‰') return () => unit.symbol;
  return (single) => ` ${single ? unit.symbol : (row?.plural ?? unit.symbol)}`;
}

function round(value: number, figures: number): number {
  if (Number.isFinite(value)) return Number(value.toPrecision(Math.max(1, Math.min(17, figures))));
  throw new SandtableError(
    error('ST-U004', `${value} is not a number that can be written.`, 'Check the calculation that gave it.'),
  );
}

function group(size: number): string {
  const [whole, fraction] = plain(size).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Decimal digits without exponent, for 0 and 1e-4..1e15. */
function plain(size: number): string {
  const text = String(size);
  return text.includes('e') ? size.toFixed(20).replace(/\.?0+$/, '') : text;
}
