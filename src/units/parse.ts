import { SandtableError } from '../errors/fault.ts';
import { type Amount, amountValue, readAmount, startsUnit } from './amount.ts';
import { checkExpected, checkSpread, type Expected, expectedUnit } from './check.ts';
import { numberUnit, readUnit, refuseRest } from './compound.ts';
import { convert } from './convert.ts';
import { type Cursor, cursorOn, here, peek, since, take, takePhrase, textOf } from './cursor.ts';
import { equal } from './dimension.ts';
import { readFamily } from './family.ts';
import { describe } from './kinds.ts';
import { mismatch } from './mismatch.ts';
import type { Quantity, Spread } from './quantity.ts';
import { join, refuse, type TextFault } from './refusal.ts';
import { findUnit, isCurrency } from './symbols.ts';
import type { Unit } from './unit.ts';
import { aboutWords, boundSuffixes, boundWords, rangeWords, unknownWords } from './words.ts';

const longest = 200;

/**
 * Reads a quantity as people write it: `600 MW`, `20k to 40k`, `~3 (2.5..4)`, `over 115k`, `$5.576m`, `6万P`,
 * `beta(2, 8)`, `unknown`.
 *
 * @param text number, spread and unit, at most 200 characters
 * @param expected the dimension it must have, or several of which it must have one (`money`); any where left out
 * @returns the quantity; its numbers are finite, in its unit, with thousands and millions worked in
 * @throws SandtableError of one `TextFault` (ST-U001 to ST-U018) that says which characters are wrong
 */
export function parseQuantity(text: string, expected?: Expected): Quantity {
  checkLength(text);
  const cursor = cursorOn(text);
  const { spread, unit, written } = readSpread(cursor, expected);
  if (peek(cursor)) refuseRest(cursor);
  checkExpected(text, unit, { written, expected });
  checkSpread(text, spread, unit);
  return { spread, unit, text };
}

/** `parseQuantity` for callers that collect the faults of a whole file. */
export function readQuantity(
  text: string,
  expected?: Expected,
): { quantity: Quantity; faults?: undefined } | { quantity?: undefined; faults: readonly TextFault[] } {
  try {
    return { quantity: parseQuantity(text, expected) };
  } catch (problem) {
    if (problem instanceof SandtableError) return { faults: problem.faults as readonly TextFault[] };
    throw problem;
  }
}

function checkLength(text: string): void {
  const whole = { offset: 0, length: text.length };
  if (text.length > longest) {
    refuse('ST-U002', whole, {
      what: `A quantity of ${text.length} characters is too long.`,
      fix: 'Write only the number, its spread and its unit.',
    });
  }
  if (text.trim() === '') {
    refuse('ST-U001', whole, {
      what: 'The quantity is empty.',
      fix: 'Write a number with its unit, or unknown.',
    });
  }
}

/** A spread, its unit, and whether the unit was written. */
interface Reading {
  spread: Spread;
  unit: Unit;
  written: boolean;
}

function readSpread(cursor: Cursor, expected: Expected | undefined): Reading {
  if (takePhrase(cursor, (phrase) => unknownWords.has(phrase))) {
    const unit = startsUnit(cursor) ? readUnit(cursor) : undefined;
    return { spread: { form: 'unknown' }, unit: unit ?? expectedUnit(expected), written: true };
  }
  const family = readFamily(cursor);
  if (family) {
    const unit = startsUnit(cursor) ? readUnit(cursor) : undefined;
    return { spread: family, unit: unit ?? numberUnit, written: unit !== undefined };
  }
  return readNumbers(cursor);
}

function readNumbers(cursor: Cursor): Reading {
  const about = takePhrase(cursor, (phrase) => aboutWords.has(phrase));
  const bound = takePhrase(cursor, (phrase) => Object.hasOwn(boundWords, phrase));
  if (bound) return finish(readBound(cursor, boundWords[bound]!));
  const between = take(cursor, 'between');
  if (!between) take(cursor, 'from');
  const inMoney = cursor.tokens.some((token, i) => isMoneyBefore(cursor, i) && token.kind === 'word');
  const first = readAmount(cursor, inMoney);
  if (takeRange(cursor, between !== undefined)) return finish(readInterval(cursor, first, inMoney));
  if (peek(cursor)?.text === '(') return finish(readEstimate(cursor, first, inMoney));
  const suffix = takePhrase(cursor, (phrase) => Object.hasOwn(boundSuffixes, phrase));
  if (suffix)
    return finish({
      amounts: [first],
      spread: ([value]) => ({ form: 'bound', [boundSuffixes[suffix]!]: value! }),
    });
  if (about || takePhrase(cursor, (phrase) => aboutWords.has(phrase))) refuseRough(cursor, first);
  refuseTolerance(cursor);
  return finish({ amounts: [first], spread: ([value]) => ({ form: 'exact', value: value! }) });
}

/** Amounts that share a unit and perhaps a multiplier, and the spread that their values make. */
interface Group {
  amounts: readonly Amount[];
  /** Power of ten for the amounts that have none of their own. */
  multiplier?: number | undefined;
  spread: (values: readonly number[]) => Spread;
}

/** Brings the amounts of a group to one unit. */
function finish({ amounts, multiplier, spread }: Group): Reading {
  const written = amounts.findLast((amount) => amount.unit !== undefined)?.unit;
  const unit = written ?? numberUnit;
  const values = amounts.map((amount) => {
    const own = amount.unit ?? unit;
    if (!equal(own.dimension, unit.dimension)) refuseMixed(amount, own, unit);
    return convert(amountValue(amount, multiplier), own, unit);
  });
  return { spread: spread(values), unit, written: written !== undefined };
}

function readBound(cursor: Cursor, side: 'low' | 'high'): Group {
  const amount = readAmount(cursor, isMoneyBefore(cursor, cursor.at));
  return { amounts: [amount], spread: ([value]) => ({ form: 'bound', [side]: value! }) };
}

function readInterval(cursor: Cursor, first: Amount, inMoney: boolean): Group {
  const second = readAmount(cursor, inMoney);
  const span = join(first.span, second.span);
  const multiplier = sharedMultiplier(cursor, [first, second], (low, high) => low <= high);
  return {
    amounts: [first, second],
    multiplier,
    spread: ([low, high]) => {
      if (low! > high!) {
        refuse('ST-U011', span, {
          what: `"${textOf(cursor, span)}" runs from the higher to the lower number.`,
          fix: `Write ${textOf(cursor, second.span)} to ${textOf(cursor, first.span)}.`,
        });
      }
      return low === high ? { form: 'exact', value: low! } : { form: 'interval', low: low!, high: high! };
    },
  };
}

function readEstimate(cursor: Cursor, best: Amount, inMoney: boolean): Group {
  const start = cursor.at;
  take(cursor, '(');
  const low = readAmount(cursor, inMoney);
  if (!takeRange(cursor, false)) {
    refuse('ST-U017', here(cursor), {
      what: 'The brackets hold one number.',
      fix: 'Write both ends: 3 (2.5..4).',
    });
  }
  const high = readAmount(cursor, inMoney);
  if (!take(cursor, ')')) {
    refuse('ST-U017', here(cursor), { what: 'The bracket is not closed.', fix: 'Write 3 (2.5..4) MW.' });
  }
  const brackets = since(cursor, start);
  const multiplier =
    (low.multiplier ?? high.multiplier)
      ? sharedMultiplier(cursor, [low, high], (a, b) => a <= b)
      : sharedMultiplier(cursor, [low, high, best], (a, b, c) => a < c! && c! < b);
  if (startsUnit(cursor)) {
    const unit = readUnit(cursor);
    if (best.unit || low.unit || high.unit) refuseTwoUnits(cursor, brackets);
    best.unit = unit;
  }
  return {
    amounts: [low, high, best],
    multiplier,
    spread: ([a, b, middle]) => {
      if (a! < middle! && middle! < b!) return { form: 'estimate', best: middle!, low: a!, high: b! };
      return refuse(a! > b! ? 'ST-U011' : 'ST-U012', brackets, {
        what: `${textOf(cursor, best.span)} does not lie inside ${textOf(cursor, brackets)}.`,
        fix: 'Write the median, then the 5 % and 95 % points around it: 3 (2.5..4).',
      });
    },
  };
}

/**
 * The multiplier of the last amount, where the earlier ones are meant to share it: `0.8 to 1.6 million` cannot
 * tell 0.8 from 0.8 million, so it is refused; `900 to 1.1k` has one reading that rises.
 */
function sharedMultiplier(
  cursor: Cursor,
  amounts: readonly Amount[],
  makesSense: (...values: number[]) => boolean,
): number | undefined {
  const multiplier = amounts.at(-1)!.multiplier;
  if (multiplier === undefined || amounts.slice(0, -1).some((amount) => amount.multiplier !== undefined))
    return 0;
  if (amounts.some((amount) => amount.unit && amount.unit.symbol !== amounts.at(-1)!.unit?.symbol)) return 0;
  const [apart, shared] = [0, multiplier].map((power) => amounts.map((amount) => amountValue(amount, power)));
  if (apart!.join() === shared!.join() || !makesSense(...shared!)) return 0;
  if (!makesSense(...apart!)) return multiplier;
  const span = join(amounts[0]!.span, amounts.at(-1)!.span);
  return refuse('ST-U013', amounts[0]!.span, {
    what: `"${textOf(cursor, span.length > 0 ? span : amounts[0]!.span)}" does not say whether "${textOf(cursor, amounts[0]!.span)}" is in the same thousands or millions.`,
    fix: 'Write them on each number: 20k to 40k.',
  });
}

function takeRange(cursor: Cursor, between: boolean): boolean {
  if (between && take(cursor, 'and')) return true;
  return takePhrase(cursor, (phrase) => rangeWords.has(phrase)) !== undefined;
}

/** Whether the token at `i` is a currency right before a number. */
function isMoneyBefore(cursor: Cursor, i: number): boolean {
  const [token, after] = [cursor.tokens[i], cursor.tokens[i + 1]];
  return token?.kind === 'word' && after?.kind === 'number' && isCurrency(findUnit(token.text));
}

function refuseRough(cursor: Cursor, amount: Amount): never {
  const number = textOf(cursor, amount.span);
  return refuse(
    'ST-U016',
    { offset: 0, length: cursor.text.length },
    {
      what: `"${cursor.text.trim()}" does not say how rough it is.`,
      fix: `Write the middle 90 % behind it, as in 3 (2.5..4), or only ${number}.`,
    },
  );
}

function refuseTolerance(cursor: Cursor): void {
  const sign = take(cursor, '±');
  if (!sign) return;
  refuse('ST-U016', sign, {
    what: '± does not say how much of the distribution it covers.',
    fix: 'Write 3 (2.5..4) for the middle 90 %, or normal(3, 0.5) for one standard deviation.',
  });
}

function refuseMixed(amount: Amount, own: Unit, unit: Unit): never {
  const { code, why } = mismatch(own.dimension, unit.dimension);
  return refuse(code, amount.span, {
    what: `One number is ${describe(own.dimension)} (${own.symbol}), the other ${describe(unit.dimension)} (${unit.symbol}).`,
    fix: 'Write one unit, after the last number.',
    why,
  });
}

function refuseTwoUnits(cursor: Cursor, brackets: { offset: number; length: number }): never {
  const end = brackets.offset + brackets.length;
  return refuse(
    'ST-U017',
    { offset: end, length: cursor.text.length - end },
    {
      what: 'The unit is written twice.',
      fix: 'Write it once: 3 MW (2.5..4) or 3 (2.5..4) MW.',
    },
  );
}
