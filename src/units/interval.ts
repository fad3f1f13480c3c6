import { say, type Words } from '../errors/message.ts';
import { type Amount, amountValue, readAmount, readMultiplier, startsUnit } from './amount.ts';
import { numberUnit, readUnit } from './compound.ts';
import { convert } from './convert.ts';
import { type Cursor, here, since, take, takePhrase, textOf } from './cursor.ts';
import { equal } from './dimension.ts';
import { describe } from './kinds.ts';
import { mismatch } from './mismatch.ts';
import type { Spread } from './quantity.ts';
import { join, refuse, type Span } from './refusal.ts';
import type { Unit } from './unit.ts';
import { rangeWords } from './words.ts';

/** Amounts that share a unit and perhaps a multiplier, and the spread that their values make. */
export interface Group {
  amounts: readonly Amount[];
  /** Power of ten for the amounts that have none of their own. */
  multiplier?: number;
  spread: (values: readonly number[]) => Spread;
}

/** A spread, its unit, and whether the unit was written. */
export interface Reading {
  spread: Spread;
  unit: Unit;
  written: boolean;
}

/** Brings the amounts of a group to one unit: that of the last amount that has one. */
export function bringTogether({ amounts, multiplier, spread }: Group): Reading {
  const written = amounts.findLast((amount) => amount.unit !== undefined)?.unit;
  const unit = written ?? numberUnit;
  const values = amounts.map((amount) => {
    const own = amount.unit ?? unit;
    if (!equal(own.dimension, unit.dimension)) refuseMixed(amount, own, unit);
    return convert(amountValue(amount, multiplier), own, unit);
  });
  return { spread: spread(values), unit, written: written !== undefined };
}

/** Takes what parts the ends of an interval. */
export function takeRange(cursor: Cursor, between = false): boolean {
  if (between && take(cursor, 'and')) return true;
  return takePhrase(cursor, (phrase) => rangeWords.has(phrase)) !== undefined;
}

/** Takes the upper end of `20k to 40k`. */
export function readInterval(cursor: Cursor, first: Amount, inMoney: boolean): Group {
  const second = readAmount(cursor, inMoney);
  const span = join(first.span, second.span);
  const multiplier = sharedMultiplier(cursor, [first, second], (low, high) => low <= high);
  const spread = ([low, high]: readonly number[]): Spread => {
    if (low === high) return { form: 'exact', value: low! };
    if (low! < high!) return { form: 'interval', low: low!, high: high! };
    return refuse('ST-U011', span, {
      what: say('"{text}" runs from the higher to the lower number.', { text: textOf(cursor, span) }),
      fix: say('Write {example}.', {
        example: `${textOf(cursor, second.span)} to ${textOf(cursor, first.span)}`,
      }),
    });
  };
  return { amounts: [first, second], multiplier, spread };
}

/** Takes the brackets of `3 (2.5..4) MW`; a unit or multiplier before or after them is for all three numbers. */
export function readEstimate(cursor: Cursor, best: Amount, inMoney: boolean): Group {
  const start = cursor.at;
  take(cursor, '(');
  const low = readAmount(cursor, inMoney);
  if (!takeRange(cursor)) refuseBracket(here(cursor), say('The brackets hold one number.'));
  const high = readAmount(cursor, inMoney);
  if (!take(cursor, ')')) refuseBracket(here(cursor), say('The bracket is not closed.'));
  const brackets = since(cursor, start);
  const amounts = [low, high, best];
  const multiplier = multiplierAfter(cursor, amounts, inMoney) ?? multiplierWithin(cursor, amounts);
  if (startsUnit(cursor)) {
    const first = cursor.at;
    const unit = readUnit(cursor);
    if (amounts.some((amount) => amount.unit))
      refuseTwice(since(cursor, first), say('The unit is written twice.'), '3 MW (2.5..4)');
    best.unit = unit;
  }
  const spread = ([a, b, middle]: readonly number[]): Spread => {
    if (a! < middle! && middle! < b!) return { form: 'estimate', best: middle!, low: a!, high: b! };
    return refuse(a! > b! ? 'ST-U011' : 'ST-U012', brackets, {
      what: say('{best} does not lie inside {interval}.', {
        best: textOf(cursor, best.span),
        interval: textOf(cursor, brackets),
      }),
      fix: say('Write the median, then the 5 % and 95 % points around it: 3 (2.5..4).'),
    });
  };
  return { amounts, multiplier, spread };
}

function multiplierAfter(cursor: Cursor, amounts: readonly Amount[], inMoney: boolean): number | undefined {
  const first = cursor.at;
  const multiplier = readMultiplier(cursor, inMoney);
  if (multiplier !== undefined && amounts.some((amount) => amount.multiplier !== undefined)) {
    refuseTwice(since(cursor, first), say('The multiplier is written twice.'), '3 million (2.5..4)');
  }
  return multiplier;
}

function multiplierWithin(cursor: Cursor, [low, high, best]: readonly Amount[]): number {
  if ((low!.multiplier ?? high!.multiplier) !== undefined) {
    return sharedMultiplier(cursor, [low!, high!], (a, b) => a <= b);
  }
  return sharedMultiplier(cursor, [low!, high!, best!], (a, b, middle) => a < middle! && middle! < b);
}

/**
 * The multiplier of the last amount, where the others are meant to share it, else 0. `20 to 40k` has two readings that
 * rise (20 and 20,000), so it is refused; `900 to 1.1k` has one.
 */
function sharedMultiplier(
  cursor: Cursor,
  amounts: readonly Amount[],
  makesSense: (a: number, b: number, c?: number) => boolean,
): number {
  const [last, others] = [amounts.at(-1)!, amounts.slice(0, -1)];
  if (last.multiplier === undefined || others.some((each) => each.multiplier !== undefined)) return 0;
  if (last.unit && others.some((each) => each.unit && each.unit.symbol !== last.unit!.symbol)) return 0;
  const [apart, shared] = [0, last.multiplier].map((power) =>
    amounts.map((each) => amountValue(each, power)),
  );
  const [apartFits, sharedFits] = [apart!, shared!].map(([a, b, c]) => makesSense(a!, b!, c));
  if (!sharedFits || apart!.join() === shared!.join()) return 0;
  if (!apartFits) return last.multiplier;
  const [low, high] = amounts;
  const ends = (values: readonly number[]) => `${plain(values[0]!)} to ${plain(values[1]!)}`;
  return refuse('ST-U013', join(low!.span, high!.span), {
    what: say('"{text}" can mean {one} or {other}.', {
      text: textOf(cursor, join(low!.span, high!.span)),
      one: ends(shared!),
      other: ends(apart!),
    }),
    fix: say('Write the thousands or millions on each number: 20k to 40k.'),
  });
}

function plain(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 15 });
}

function refuseMixed(amount: Amount, own: Unit, unit: Unit): never {
  const { code, why } = mismatch(own.dimension, unit.dimension);
  const name = ({ symbol, dimension }: Unit) =>
    symbol ? say('{noun} ({unit})', { noun: describe(dimension), unit: symbol }) : describe(dimension);
  return refuse(code, amount.span, {
    what: say('One number is {one}, the other {other}.', { one: name(own), other: name(unit) }),
    fix: say('Write one unit, after the last number.'),
    why,
  });
}

function refuseBracket(span: Span, what: Words): never {
  return refuse('ST-U017', span, { what, fix: say('Write both ends: 3 (2.5..4) MW.') });
}

function refuseTwice(span: Span, what: Words, example: string): never {
  return refuse('ST-U017', span, { what, fix: say('Write it once: {example}.', { example }) });
}
