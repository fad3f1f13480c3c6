import { SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { type Amount, readAmount, startsUnit } from './amount.ts';
import { checkExpected, checkSpread, type Expected, expectedUnit } from './check.ts';
import { numberUnit, readUnit, refuseRest } from './compound.ts';
import { type Cursor, cursorOn, peek, take, takePhrase, textOf } from './cursor.ts';
import { readFamily } from './family.ts';
import { bringTogether, type Reading, readEstimate, readInterval, takeRange } from './interval.ts';
import type { Quantity } from './quantity.ts';
import { refuse, type Span, type TextFault } from './refusal.ts';
import { findUnit, isCurrency } from './symbols.ts';
import { aboutWords, boundSuffixes, boundWords, perWords, unknownWords } from './words.ts';

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
      what: say('A quantity of {length} characters is too long.', { length: text.length }),
      fix: say('Write only the number, its spread and its unit.'),
    });
  }
  if (text.trim() === '') {
    refuse('ST-U001', whole, {
      what: say('The quantity is empty.'),
      fix: say('Write a number with its unit, or unknown.'),
    });
  }
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
  const inMoney = speaksOfMoney(cursor);
  const about = takePhrase(cursor, (phrase) => aboutWords.has(phrase));
  const bound = takePhrase(cursor, (phrase) => Object.hasOwn(boundWords, phrase));
  if (bound) return oneSided(readAmount(cursor, inMoney), boundWords[bound]!);
  const between = take(cursor, 'between') !== undefined;
  if (!between) take(cursor, 'from');
  const first = readAmount(cursor, inMoney);
  if (takeRange(cursor, between)) return bringTogether(readInterval(cursor, first, inMoney));
  if (peek(cursor)?.text === '(') return bringTogether(readEstimate(cursor, first, inMoney));
  const suffix = takePhrase(cursor, (phrase) => Object.hasOwn(boundSuffixes, phrase));
  if (suffix) return oneSided(first, boundSuffixes[suffix]!);
  if (about || takePhrase(cursor, (phrase) => aboutWords.has(phrase))) refuseRough(cursor, first);
  const tolerance = take(cursor, '±');
  if (tolerance) refuseTolerance(tolerance);
  return bringTogether({ amounts: [first], spread: ([value]) => ({ form: 'exact', value: value! }) });
}

function oneSided(amount: Amount, side: 'low' | 'high'): Reading {
  return bringTogether({ amounts: [amount], spread: ([value]) => ({ form: 'bound', [side]: value! }) });
}

/** Whether the text speaks of an amount of money: it names a currency, and not as what something is divided by. */
function speaksOfMoney({ tokens }: Cursor): boolean {
  return tokens.some(
    (token, i) => isCurrency(findUnit(token.text)) && !perWords.has(tokens[i - 1]?.text ?? ''),
  );
}

function refuseRough(cursor: Cursor, amount: Amount): never {
  const number = textOf(cursor, amount.span);
  return refuse(
    'ST-U016',
    { offset: 0, length: cursor.text.length },
    {
      what: say('"{text}" does not say how rough it is.', { text: cursor.text.trim() }),
      fix: say('Write the middle 90 % behind it, as in 3 (2.5..4), or only {number}.', { number }),
    },
  );
}

function refuseTolerance(sign: Span): never {
  return refuse('ST-U016', sign, {
    what: say('± does not say how much of the distribution it covers.'),
    fix: say('Write 3 (2.5..4) for the middle 90 %, or normal(3, 0.5) for one standard deviation.'),
  });
}
