import { say } from '../errors/message.ts';
import { readUnit, superscript } from './compound.ts';
import { type Cursor, here, peek, since, take, textOf } from './cursor.ts';
import { clampExponent, type Decimal, readDigits, toDouble } from './number.ts';
import { refuse, type Span } from './refusal.ts';
import type { Token } from './scan.ts';
import { findUnit, isCurrency, requireUnit } from './symbols.ts';
import { ambiguous } from './table.ts';
import type { Unit } from './unit.ts';
import { aboutWords, boundSuffixes, multipliers, rangeWords } from './words.ts';

/** One number of a quantity: digits, thousands or millions, unit. */
export interface Amount {
  decimal: Decimal;
  /** Power of ten of its `k`, `million`, `万`; `undefined` where none is written. */
  multiplier: number | undefined;
  unit: Unit | undefined;
  span: Span;
}

/** The value of an amount in its own unit, with another multiplier if it has none itself. */
export function amountValue(amount: Amount, multiplier = 0): number {
  return toDouble(amount.decimal, amount.multiplier ?? multiplier);
}

/**
 * Takes `-1.5`, `20k`, `6.5bn CNY`, `$5.576m`, `2.8×10²⁶ FLOP`, `6万P`.
 *
 * @param inMoney whether the text speaks of an amount of money, so that `m` is a million
 */
export function readAmount(cursor: Cursor, inMoney: boolean): Amount {
  const start = cursor.at;
  let minus = take(cursor, '-');
  const before = readCurrency(cursor);
  minus ??= take(cursor, '-');
  const decimal = readDecimal(cursor);
  if (minus) decimal.digits = `-${decimal.digits}`;
  const multiplier = readMultiplier(cursor, inMoney);
  const unit = readUnitAfter(cursor, before);
  const span = since(cursor, start);
  const amount = { decimal, multiplier, unit, span };
  const value = amountValue(amount);
  if (!Number.isFinite(value) || (value === 0 && /[1-9]/.test(decimal.digits))) {
    refuse('ST-U004', span, {
      what: say('"{text}" is beyond the range of numbers.', { text: textOf(cursor, span) }),
      fix: say('Check the exponent.'),
    });
  }
  return amount;
}

function readCurrency(cursor: Cursor): Unit | undefined {
  const token = peek(cursor);
  const unit = token?.kind === 'word' ? findUnit(token.text) : undefined;
  if (!isCurrency(unit)) return undefined;
  cursor.at += 1;
  return unit;
}

function readDecimal(cursor: Cursor): Decimal {
  const token = peek(cursor);
  if (token?.kind !== 'number') return refuseNoNumber(cursor, token);
  cursor.at += 1;
  const decimal = readDigits(token.text, token);
  decimal.exponent += readTimesTen(cursor);
  return decimal;
}

/** `×10^26`, `x10²⁶`, `· 10^6`: its exponent, or 0. */
function readTimesTen(cursor: Cursor): number {
  const [times, ten, mark, digits] = [0, 1, 2, 3].map((ahead) => peek(cursor, ahead));
  if (!['×', 'x', '*', '·'].includes(times?.text ?? '') || ten?.text !== '10') return 0;
  if (mark?.kind === 'power') {
    cursor.at += 3;
    return clampExponent(superscript(mark.text));
  }
  if (mark?.text !== '^') return 0;
  const minus = digits?.text === '-';
  const exponent = minus ? peek(cursor, 4) : digits;
  if (!/^\d+$/.test(exponent?.text ?? '')) return 0;
  cursor.at += minus ? 5 : 4;
  return clampExponent(Number(exponent!.text) * (minus ? -1 : 1));
}

function refuseNoNumber(cursor: Cursor, token: Token | undefined): never {
  if (token && Object.hasOwn(ambiguous, token.text)) return requireUnit(token.text, token) as never;
  return refuse('ST-U001', here(cursor), {
    what: token
      ? say('"{text}" stands where a number is expected.', { text: token.text })
      : say('The text ends where a number is expected.'),
    fix: /^[零〇一二两三四五六七八九十百千]/.test(token?.text ?? '')
      ? say('Write the number in digits; 万 and 亿 may stay: 2万, 1.5亿.')
      : say('Write a number with its unit: 600 MW, 20k to 40k, over 115k, or unknown.'),
  });
}

/** Letters that are a multiplier beside a currency only, where they cannot be a unit. */
const moneyLetters: Readonly<Record<string, number>> = { K: 3, m: 6, b: 9, B: 9, T: 12 };
/** Letters that are often meant as a multiplier: what to write instead. */
const looseLetters: Readonly<Record<string, [string, 'kelvin' | 'bytes']>> = {
  K: ['thousand', 'kelvin'],
  B: ['billion', 'bytes'],
};

/** Takes `k`, `million`, `万`, and letters that mean the like where they stand. */
export function readMultiplier(cursor: Cursor, inMoney: boolean): number | undefined {
  const token = peek(cursor);
  if (token?.kind !== 'word') return undefined;
  const power = multiplierOf(cursor, token, inMoney);
  if (power !== undefined) cursor.at += 1;
  return power;
}

function multiplierOf(cursor: Cursor, token: Token, inMoney: boolean): number | undefined {
  const { text } = token;
  const after = peek(cursor, 1);
  const alone = !(
    after &&
    !after.spaced &&
    (after.kind === 'number' || after.kind === 'power' || after.text === '^')
  );
  if (!alone) return undefined;
  if (text === 'M') return 6;
  const word = text.length > 1 ? text.toLowerCase() : text;
  if (Object.hasOwn(multipliers, word)) return multipliers[word];
  if (
    Object.hasOwn(moneyLetters, text) &&
    (inMoney || (after?.kind === 'word' && isCurrency(findUnit(after.text))))
  ) {
    return moneyLetters[text];
  }
  if (Object.hasOwn(looseLetters, text) && !token.spaced && after?.text !== '/') {
    const [multiplier, unit] = looseLetters[text]!;
    const number = cursor.tokens[cursor.at - 1]!.text;
    const named = { number, letter: text, word: multiplier, unit: say(unit) };
    refuse('ST-U013', token, {
      what: say('"{number}{letter}" can be {number} {word} or {number} {unit}.', named),
      fix: say('Write {number} {word}, or {number} {letter} with a space for {unit}.', named),
    });
  }
  return undefined;
}

function readUnitAfter(cursor: Cursor, before: Unit | undefined): Unit | undefined {
  const token = peek(cursor);
  const again = token?.kind === 'word' ? findUnit(token.text) : undefined;
  if (before && isCurrency(again)) {
    if (again!.symbol !== before.symbol) {
      refuse('ST-U010', token!, {
        what: say('The amount is in {one} and in {other}.', { one: before.symbol, other: again!.symbol }),
        fix: say('Keep the currency of the source.'),
      });
    }
    return readUnit(cursor);
  }
  if (before) return readUnit(cursor, before);
  return startsUnit(cursor) ? readUnit(cursor) : undefined;
}

/** Whether a unit can start here: a word that is not part of the spread, or a slash. */
export function startsUnit(cursor: Cursor): boolean {
  const token = peek(cursor);
  if (!token) return false;
  const word = token.text.toLowerCase();
  if (token.text === '/') return true;
  return (
    token.kind === 'word' &&
    !rangeWords.has(word) &&
    !aboutWords.has(word) &&
    !['and', 'or'].includes(word) &&
    !Object.hasOwn(boundSuffixes, word)
  );
}
