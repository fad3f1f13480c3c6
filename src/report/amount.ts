import type { Strings } from './strings/strings.ts';

/** Median and middle 90 %. */
export interface Interval {
  median: number;
  low: number;
  high: number;
}

const prefixes = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];
const watts = ['W', 'kW', 'MW', 'GW', 'TW'];

/** The unit in which a reader would rather see an amount of this size, and what to divide by. */
function readable(value: number, unit: string): { unit: string; divide: number; scientific?: boolean } {
  if (unit === 'FLOP') return { unit, divide: 1, scientific: value >= 1e6 };
  const steps = Math.floor(Math.log10(Math.max(Math.abs(value), Number.MIN_VALUE)) / 3);
  if (unit === 'FLOP/s') {
    const step = Math.min(Math.max(steps, 0), prefixes.length - 1);
    return { unit: `${prefixes[step]}${unit}`, divide: 1000 ** step };
  }
  if (watts.includes(unit)) {
    const start = watts.indexOf(unit);
    const step = value === 0 ? start : Math.min(Math.max(start + steps, 0), watts.length - 1);
    return { unit: watts[step]!, divide: 1000 ** (step - start) };
  }
  return { unit, divide: 1 };
}

/**
 * Writes one amount: `21,000`, `29 MW`, `17 EFLOP/s`, `1.9e25 FLOP`.
 *
 * @param value in `unit`
 * @param unit symbol; empty for a count
 * @param digits significant figures at most, 2 unless a quoted claim has more
 */
export function amount(value: number, unit: string, strings: Strings, digits = 2): string {
  const scale = readable(value, unit);
  return joined(figure(value, scale, strings, { digits, count: unit === '' }), scale.unit);
}

/** Writes an interval in the unit of its median: `29 MW (9 – 78)`. */
export function interval(of: Interval, unit: string, strings: Strings): string {
  const { middle, range } = intervalParts(of, unit, strings);
  return `${middle} (${range})`;
}

/** The two halves of an interval, for columns: `29 MW` and `9 – 78`. */
export function intervalParts(
  of: Interval,
  unit: string,
  strings: Strings,
): { middle: string; range: string } {
  const scale = readable(of.median > 0 ? of.median : of.high, unit);
  const write = (value: number) => figure(value, scale, strings, { digits: 2, count: unit === '' });
  return {
    middle: joined(write(of.median), scale.unit),
    range: strings.range(write(of.low), write(of.high)),
  };
}

/** What was claimed: quoted with up to three figures where it is one number, else as an interval. */
export function claim(of: Interval, unit: string, strings: Strings): string {
  return of.low === of.high ? amount(of.median, unit, strings, 3) : amount(of.median, unit, strings);
}

/** `31 %`, never below `<1 %` nor above `>99 %`. */
export function percent(probability: number, strings: Strings): string {
  return strings.percent(percentFigure(probability));
}

/** `31`, `<1` or `>99`. */
export function percentFigure(probability: number): string {
  if (Number.isNaN(probability)) return '–';
  if (probability < 0.01) return '<1';
  if (probability > 0.99) return '>99';
  return String(Math.round(probability * 100));
}

/** How far an item moves the odds: `× 3.1` speaks for, `÷ 6.0` against. */
export function factor(ratio: number): string {
  if (Number.isNaN(ratio)) return '–';
  const size = Math.max(ratio, 1 / ratio);
  const sign = ratio >= 1 ? '×' : '÷';
  return `${sign} ${size >= 1000 ? '>1000' : size >= 100 ? Number(size.toPrecision(2)) : size.toPrecision(2)}`;
}

/** An axis position in words, with the reader's unit: `10 thousand`, `1 EFLOP/s`. */
export function tick(value: number, unit: string, strings: Strings, short = false): string {
  const scale = readable(value, unit);
  if (scale.scientific) return `1e${Math.round(Math.log10(value))}`;
  const write = short ? strings.tickShort : strings.tick;
  return joined(write(value / scale.divide), scale.unit);
}

function figure(
  value: number,
  scale: { divide: number; scientific?: boolean },
  strings: Strings,
  style: { digits: number; count: boolean },
): string {
  if (!Number.isFinite(value)) return strings.notKnown;
  const shown = value / scale.divide;
  if (style.count && Math.abs(shown) < 0.5) return '0';
  if (style.count && shown < 10 ** style.digits) return strings.number(Math.round(shown), style.digits);
  if (scale.scientific) return shown.toExponential(style.digits - 1).replace('e+', 'e');
  if (shown !== 0 && Math.abs(shown) < 0.001) return '<0.001';
  return strings.number(shown, style.digits);
}

function joined(figureText: string, unit: string): string {
  return unit === '' ? figureText : `${figureText} ${unit}`;
}
