import { either, say } from '../errors/message.ts';
import { refuse, type Span } from './refusal.ts';

/** A number as digits and a power of ten, so that `1.1 million` is 1,100,000 to the last bit. */
export interface Decimal {
  /** Digits with an optional sign and point. */
  digits: string;
  exponent: number;
}

/**
 * Reads the digits of a number: comma for thousands, point for decimals, `e` for powers of ten.
 *
 * @throws ST-U003 where the separators can be read in two ways
 */
export function readDigits(text: string, span: Span): Decimal {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const exponent = clampExponent(Number(power));
  if (/^\d*(\.\d+)?$/.test(mantissa)) return { digits: mantissa, exponent };
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(mantissa)) {
    return { digits: mantissa.replaceAll(',', ''), exponent };
  }
  const bare = mantissa.replace(/[.,']/g, '');
  const readings = [lastAsPoint(mantissa), grouped(bare)].filter(
    (reading, i, all) => all.indexOf(reading) === i,
  );
  return refuse('ST-U003', span, {
    what: say('"{text}" can be read in two ways.', { text }),
    fix: say('Write {readings}: comma for thousands, point for decimals.', { readings: either(readings) }),
  });
}

/** The double nearest to a decimal times a power of ten. */
export function toDouble({ digits, exponent }: Decimal, powerOfTen = 0): number {
  return Number(`${digits}e${exponent + powerOfTen}`);
}

/** Keeps an exponent within what a text can undo (200 digits) and what prints without an exponent itself. */
export function clampExponent(exponent: number): number {
  return Math.max(-10_000, Math.min(10_000, exponent));
}

function lastAsPoint(mantissa: string): string {
  const at = Math.max(mantissa.lastIndexOf(','), mantissa.lastIndexOf('.'), mantissa.lastIndexOf("'"));
  const [whole, fraction] = [mantissa.slice(0, at), mantissa.slice(at + 1)];
  return `${grouped(whole.replace(/[.,']/g, ''))}.${fraction}`;
}

function grouped(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ',');
}
