import { wholePower } from '../elementary/whole-power.ts';
import { say } from '../errors/message.ts';
import { type Cursor, cursorOn, here, peek, since, take, textOf } from './cursor.ts';
import { multiply } from './dimension.ts';
import { refuse } from './refusal.ts';
import { findUnit, requireUnit } from './symbols.ts';
import type { Unit } from './unit.ts';
import { perWords } from './words.ts';

/** A unit of the table raised to a power; a compound unit is a list of them. */
interface Factor {
  unit: Unit;
  power: number;
}

/** A bare number, a share or a count. */
export const numberUnit: Unit = { symbol: '', dimension: {}, scale: 1 };

/**
 * Reads a unit: `MW`, `CNY/kWh`, `kWh/m2/yr`, `GPU-hours`, `W/(m2·K)`, `元/千瓦时`.
 *
 * @throws ST-U005 for an unknown unit, ST-U017 and ST-U018 for one that cannot be read in one way
 */
export function parseUnit(text: string): Unit {
  if (text.length > 200) {
    return refuse(
      'ST-U002',
      { offset: 0, length: text.length },
      {
        what: say('A unit of {length} characters is too long.', { length: text.length }),
        fix: say('Write a unit such as MW or CNY/kWh.'),
      },
    );
  }
  const cursor = cursorOn(text);
  const unit = readUnit(cursor) ?? numberUnit;
  if (peek(cursor)) refuseRest(cursor);
  return unit;
}

/**
 * Takes a unit at the cursor, if there is one.
 *
 * @param first a unit written before the number (`$`), to which `/kWh` after it belongs
 */
export function readUnit(cursor: Cursor, first?: Unit): Unit | undefined {
  const start = cursor.at;
  const factors: Factor[] = first ? [{ unit: first, power: 1 }] : [];
  if (!first && peek(cursor)?.kind === 'word' && !isPer(cursor)) factors.push(...readFactor(cursor));
  factors.push(...readRest(cursor, factors.length > 0));
  if (factors.length === 0) return undefined;
  const unit = combine(factors);
  if (Number.isFinite(unit.scale) && unit.scale > 0) return unit;
  const span = since(cursor, start);
  return refuse('ST-U004', span, {
    what: say('The unit "{unit}" is beyond the range of numbers.', { unit: textOf(cursor, span) }),
    fix: say('Use a smaller power or prefix.'),
  });
}

/** Multiplies factors to one unit: what is in the numerator first, each divisor after its own slash. */
export function combine(factors: readonly Factor[]): Unit {
  const [only] = factors;
  if (factors.length === 1 && only!.power === 1) return only!.unit;
  let [dimension, scale] = [numberUnit.dimension, 1];
  for (const { unit, power } of factors) {
    dimension = multiply(dimension, unit.dimension, power);
    scale *= wholePower(unit.scale, power);
  }
  const above = factors.filter(({ power }) => power > 0).map(symbolOf);
  const below = factors.filter(({ power }) => power < 0).map((factor) => `/${symbolOf(factor)}`);
  return { symbol: above.join('·') + below.join(''), dimension, scale };
}

function symbolOf({ unit, power }: Factor): string {
  return Math.abs(power) === 1 ? unit.symbol : `${unit.symbol}${Math.abs(power)}`;
}

/** What follows the first factor: products and divisors. */
function readRest(cursor: Cursor, hasFirst: boolean): Factor[] {
  const factors: Factor[] = [];
  let divided = false;
  while (peek(cursor)) {
    if (isPer(cursor)) {
      cursor.at += 1;
      divided = true;
      factors.push(...readDivisor(cursor).map(({ unit, power }) => ({ unit, power: -power })));
    } else if (isTimes(cursor) && (hasFirst || divided)) {
      if (divided) refuseProduct(cursor);
      cursor.at += 1;
      factors.push(...readFactor(cursor));
    } else break;
  }
  return factors;
}

function readDivisor(cursor: Cursor): Factor[] {
  if (!take(cursor, '(')) return readFactor(cursor);
  const factors = readFactor(cursor);
  factors.push(...readRest(cursor, true));
  if (!take(cursor, ')')) {
    refuse('ST-U017', here(cursor), {
      what: say('A bracket in a unit is not closed.'),
      fix: say('Write W/(m2·K) or W/m2/K.'),
    });
  }
  return factors;
}

function readFactor(cursor: Cursor): Factor[] {
  const token = peek(cursor);
  if (token?.kind !== 'word') {
    return refuse('ST-U017', here(cursor), {
      what: token
        ? say('"{text}" stands where a unit is expected.', { text: token.text })
        : say('The unit is not finished.'),
      fix: say('Write a unit such as kWh, m2 or yr there.'),
    });
  }
  cursor.at += 1;
  const unit = requireUnit(token.text, token);
  const power = readPower(cursor);
  return parts(unit).map((part) => ({ unit: part.unit, power: part.power * power }));
}

/** Rows such as `PFLOP/s` and `m2` in their factors, so that `W/FLOPS` is W·s/FLOP. */
function parts(unit: Unit): Factor[] {
  if (!/[/\d]/.test(unit.symbol)) return [{ unit, power: 1 }];
  const cursor = cursorOn(unit.symbol);
  const factors = readFactor(cursor);
  return [...factors, ...readRest(cursor, true)];
}

/** A power after a symbol: `m2`, `m²`, `m^2`, `s⁻¹`; 1 where there is none. */
function readPower(cursor: Cursor): number {
  const token = peek(cursor);
  if (token?.kind === 'power') {
    cursor.at += 1;
    return checkPower(cursor, superscript(token.text));
  }
  if (token?.kind === 'number' && !token.spaced) {
    cursor.at += 1;
    return checkPower(cursor, Number(token.text));
  }
  if (!take(cursor, '^')) return 1;
  const sign = take(cursor, '-') ? -1 : 1;
  cursor.at += 1;
  return checkPower(cursor, sign * Number(cursor.tokens[cursor.at - 1]?.text ?? Number.NaN));
}

function checkPower(cursor: Cursor, power: number): number {
  if (Number.isInteger(power) && power !== 0 && Math.abs(power) <= 9) return power;
  cursor.at = Math.min(cursor.at, cursor.tokens.length);
  return refuse('ST-U017', since(cursor, cursor.at - 1), {
    what: say('The power of a unit must be a whole number from 1 to 9.'),
    fix: say('Write m2, m3 or s^-1; and a space between two quantities.'),
  });
}

/** The integer that superscripts stand for. */
export function superscript(text: string): number {
  const plain = [...text].map((sign) => (sign === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)));
  return Number(plain.join(''));
}

function isPer(cursor: Cursor): boolean {
  return perWords.has(peek(cursor)?.text.toLowerCase() ?? '');
}

/** A sign of multiplication; a hyphen is one between two words only (`GPU-hours`), else it parts an interval. */
function isTimes(cursor: Cursor): boolean {
  const [sign, after] = [peek(cursor), peek(cursor, 1)];
  if (sign?.text === '·' || sign?.text === '*') return true;
  return sign?.text === '-' && !sign.spaced && after?.kind === 'word' && !after.spaced;
}

function refuseProduct(cursor: Cursor): never {
  return refuse('ST-U018', here(cursor), {
    what: say('It is not clear whether a product after a slash is divided by, too.'),
    fix: say('Write kWh/m2/yr, or kWh/(m2·yr).'),
  });
}

/** Refuses whatever is left at the cursor. */
export function refuseRest(cursor: Cursor): never {
  const first = peek(cursor)!;
  const span = { offset: first.offset, length: cursor.text.length - first.offset };
  if (findUnit(first.text)) {
    return refuse('ST-U017', span, {
      what: say('"{text}" follows where the quantity is complete.', { text: textOf(cursor, span) }),
      fix: say('Join units with a sign: GPU-h, kW·h, kWh/m2.'),
    });
  }
  return refuse('ST-U017', span, {
    what: say('"{text}" cannot be read as part of a quantity.', { text: textOf(cursor, span) }),
    fix: say('Write only the number, its spread and its unit: 600 MW, 20k to 40k, 3 (2.5..4) MW.'),
  });
}
