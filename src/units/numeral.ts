import { wholePower } from '../elementary/whole-power.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';

export type Locale = 'en' | 'zh-CN';

/** A power of ten with a name: million, 万. */
export interface Magnitude {
  power: number;
  word: string;
}

/** Numbers without a word for their size. */
export const ones: Magnitude = { power: 0, word: '' };

const magnitudes: Readonly<Record<Locale, readonly Magnitude[]>> = {
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

/** Decimal digits of a number of at least 0 with thousands parted, as many as it has. */
export function decimal(size: number): string {
  return parted(plain(size));
}

function parted(text: string): string {
  const [whole, fraction] = text.split('.');
  const thousands = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction ? `${thousands}.${fraction}` : thousands;
}

/** Shortest digits that read back as the same number, without an exponent. */
function plain(size: number): string {
  const text = String(size);
  const [digits, exponent] = text.split('e');
  if (exponent === undefined) return text;
  if (Number(exponent) > 0) return BigInt(size).toString();
  return `0.${'0'.repeat(-Number(exponent) - 1)}${digits!.replace('.', '')}`;
}

/** The words a number of this size can have, the largest first: from a million, or from 万, up to 1e15. */
export function magnitudesOf(value: number, locale: Locale): readonly Magnitude[] {
  const size = Math.abs(value);
  return size < 1e15 ? magnitudes[locale].filter(({ power }) => size >= wholePower(10, power)) : [];
}

/** The word a number of this size gets. */
export function magnitudeOf(value: number, locale: Locale): Magnitude {
  return magnitudesOf(value, locale)[0] ?? ones;
}

/**
 * Rounds to significant figures.
 *
 * @throws ST-U004 for NaN and infinities: a result that cannot be written must be stopped where it arises
 */
export function round(value: number, figures: number): number {
  const rounded = Number(value.toPrecision(Math.max(1, Math.min(17, figures))));
  if (Number.isFinite(rounded)) return rounded;
  throw new SandtableError(
    error(
      'ST-U004',
      say('{value} is not a number that can be written.', { value: String(value) }),
      say('Check the calculation that gave it.'),
    ),
  );
}

/** A rounded number in a magnitude, without its word: 1,200,000 in millions is `1.2`. */
export function digitsOf(rounded: number, { power }: Magnitude): string {
  const [mantissa, exponent] = Math.abs(rounded).toExponential().split('e');
  const shift = Number(exponent) - power;
  const size = Number(`${mantissa}e${shift}`);
  const sign = rounded < 0 ? '−' : '';
  if (size === 0) return '0';
  if (size >= 1e15 || size < 1e-4) return sign + size.toExponential().replace('e+', 'e');
  // Moving the point, not dividing, keeps the last of seventeen digits.
  return sign + parted(pointMoved(mantissa!, shift));
}

function pointMoved(mantissa: string, by: number): string {
  const digits = mantissa.replace('.', '');
  const whole = 1 + by;
  if (whole <= 0) return `0.${'0'.repeat(-whole)}${digits}`;
  if (whole >= digits.length) return digits.padEnd(whole, '0');
  return `${digits.slice(0, whole)}.${digits.slice(whole)}`;
}
