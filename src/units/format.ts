import { wholePower } from '../elementary/whole-power.ts';
import { parseUnit } from './compound.ts';
import { convert, inUnit } from './convert.ts';
import { digitsOf, type Locale, magnitudeOf, ones, round } from './numeral.ts';
import type { Quantity, Spread } from './quantity.ts';
import { findRow } from './symbols.ts';
import { ladders } from './table.ts';
import type { Unit } from './unit.ts';

export type { Locale } from './numeral.ts';

export interface FormatOptions {
  locale?: Locale;
  /**
   * Significant figures. By default two; one where an interval spans more than a factor of three; three for a single
   * number with a unit and for a bound, which repeat what somebody wrote.
   */
  figures?: number;
  /** `keep` leaves the unit as it is; by default 0.029 GW becomes 29 MW. */
  unit?: 'choose' | 'keep';
}

const steppedUnits = ladders.map((symbols) => symbols.map(parseUnit));

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
  const magnitude = magnitudeOf(rounded, locale);
  return digitsOf(rounded, magnitude) + magnitude.word;
}

/**
 * Writes a quantity for people: `29 MW (26 – 33)`, `20,000 – 40,000`, `over 115,000`, `beta(2, 8)`, `6.5亿元`.
 * `parseQuantity` reads it back to within the printed figures.
 *
 * @throws ST-U004 for NaN and infinities
 */
export function formatQuantity(quantity: Quantity, options: FormatOptions = {}): string {
  const { locale = 'en', figures = defaultFigures(quantity) } = options;
  const { spread, unit } =
    options.unit === 'keep' ? quantity : inUnit(quantity, chooseUnit(quantity, figures));
  const after = unitAfter(unit, { locale, single: spread.form === 'exact' && spread.value === 1 });
  switch (spread.form) {
    case 'exact':
      return formatNumber(spread.value, { locale, figures }) + after;
    case 'bound': {
      const side = spread.low === undefined ? 'high' : 'low';
      return phrases[locale][side] + formatNumber(spread[side]!, { locale, figures }) + after;
    }
    case 'interval':
      return distinctly([spread.low, spread.high], figures, (ends) => writeInterval(ends, locale) + after);
    case 'estimate':
      return distinctly([spread.low, spread.best, spread.high], figures, (three) =>
        writeEstimate(three, locale, after),
      );
    case 'family':
      return `${spread.family}(${spread.args.map((arg) => round(arg, 6)).join(', ')})${after}`;
    case 'unknown':
      return phrases[locale].unknown;
  }
}

/** `0.8 million – 1.6 million`: each end has its word, so that it can be read in one way. */
function writeInterval([low, high]: readonly number[], locale: Locale): string {
  const upper = canShare(low!, high!, locale) ? ones : magnitudeOf(high!, locale);
  const near = Math.abs(low!) >= 0.1 * wholePower(10, upper.power) && !beyondWords(high!);
  const lower = near ? upper : magnitudeOf(low!, locale);
  return `${digitsOf(low!, lower)}${lower.word}${separator(low!, locale)}${digitsOf(high!, upper)}${upper.word}`;
}

/** Whether a number is written with an exponent because no word is large enough for it. */
function beyondWords(value: number): boolean {
  return Math.abs(value) >= 1e15;
}

/** Whether a low end without a word could be read as sharing that of the high end: `1.5 – 2 million`. */
function canShare(low: number, high: number, locale: Locale): boolean {
  const unit = wholePower(10, magnitudeOf(high, locale).power);
  return low !== 0 && Math.abs(low) < 0.1 * unit && magnitudeOf(low, locale) === ones && low * unit <= high;
}

/** `1.2 million CNY (0.8 – 1.6)`: the ends share word and unit of the best estimate where that stays readable. */
function writeEstimate([low, best, high]: readonly number[], locale: Locale, after: string): string {
  const magnitude = magnitudeOf(best!, locale);
  const unit = wholePower(10, magnitude.power);
  const short = (end: number) => end === 0 || (end >= 0.001 * unit && end < 10_000 * unit);
  if (short(low!) && short(high!)) {
    const ends = `${digitsOf(low!, magnitude)}${separator(low!, locale)}${digitsOf(high!, magnitude)}`;
    return `${digitsOf(best!, magnitude)}${magnitude.word}${after} (${ends})`;
  }
  const plain = low! * unit <= best! && !beyondWords(best!);
  const middle = plain ? digitsOf(best!, ones) : digitsOf(best!, magnitude) + magnitude.word;
  const ends = plain
    ? `${digitsOf(low!, ones)}${separator(low!, locale)}${digitsOf(high!, ones)}`
    : writeInterval([low!, high!], locale);
  return `${middle}${after} (${ends})`;
}

function separator(low: number, locale: Locale): string {
  if (low >= 0) return ' – ';
  return locale === 'zh-CN' ? '至' : ' to ';
}

/** Rounds numbers that differ so that they still differ, with more figures where it takes them, and writes them. */
function distinctly(
  values: readonly number[],
  figures: number,
  write: (rounded: readonly number[]) => string,
): string {
  const different = new Set(values).size;
  for (let enough = figures; ; enough++) {
    const rounded = values.map((value) => round(value, enough));
    if (enough >= 17 || new Set(rounded).size === different) return write(rounded);
  }
}

function defaultFigures({ spread, unit }: Quantity): number {
  if (spread.form !== 'interval' && spread.form !== 'estimate') return 3;
  const hasRatio = unit.zero === undefined && spread.low > 0;
  return hasRatio && spread.high > 3 * spread.low ? 1 : 2;
}

/** The unit of the same ladder in which the leading number, rounded, is at least 1 and nearest to it. */
function chooseUnit({ spread, unit }: Quantity, figures: number): Unit {
  const steps = steppedUnits.find((units) => units.some(({ symbol }) => symbol === unit.symbol));
  const leading = leadingValue(spread);
  if (!steps || !leading) return unit;
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

/** What follows the number: a space and the symbol; no space before a percent sign or a Chinese name. */
export function unitAfter(unit: Unit, { locale, single }: { locale: Locale; single: boolean }): string {
  if (unit.symbol === '') return '';
  const row = findRow(unit.symbol);
  if (locale === 'zh-CN' && row?.zh) return row.zh[0]!;
  if (unit.symbol === '%' || unit.symbol === '‰') return unit.symbol;
  return ` ${single ? unit.symbol : (row?.plural ?? unit.symbol)}`;
}
