import { either, say } from '../errors/message.ts';
import { numberUnit } from './compound.ts';
import { toSI } from './convert.ts';
import { currencies, dimensions, equal, isNumber } from './dimension.ts';
import { describe, typicalUnit } from './kinds.ts';
import { mismatch } from './mismatch.ts';
import type { Spread } from './quantity.ts';
import { refuse } from './refusal.ts';
import type { Dimension, Unit } from './unit.ts';

/** The dimension a quantity must have, or several of which it must have one. */
export type Expected = Dimension | readonly Dimension[];

function alternatives(expected: Expected): readonly Dimension[] {
  return Array.isArray(expected) ? expected : [expected as Dimension];
}

/** The unit of `unknown` where none is written. */
export function expectedUnit(expected: Expected | undefined): Unit {
  const first = expected && alternatives(expected)[0];
  return first ? typicalUnit(first) : numberUnit;
}

/**
 * Refuses a quantity of another dimension than expected.
 *
 * @throws ST-U006 where no unit is written, ST-U007 to ST-U010 where it is of another kind
 */
export function checkExpected(
  text: string,
  unit: Unit,
  { written, expected }: { written: boolean; expected: Expected | undefined },
): void {
  if (expected === undefined) return;
  const wanted = alternatives(expected);
  if (wanted.some((dimension) => equal(dimension, unit.dimension))) return;
  const whole = { offset: 0, length: text.length };
  const nouns = either(wanted.map(describe));
  const found = text.trim();
  if (!written) {
    const examples = either(wanted.map((dimension) => `${found} ${typicalUnit(dimension).symbol}`));
    const powers = wanted.some((dimension) => dimension.apparentPower || equal(dimension, dimensions.power));
    refuse('ST-U006', whole, {
      what: say('{number} of what? It has no unit, and {nouns} is expected.', { number: found, nouns }),
      fix: say('Write {examples}, or the unit of the source.', { examples }),
      why: powers
        ? say(
            'A power rating can be MW (active) or MVA (apparent); they differ by the power factor, so Sandtable will not guess.',
          )
        : undefined,
    });
  }
  const { code, why, fix } = mismatch(unit.dimension, wanted[0]!);
  const million = unit.symbol === 'm' && wanted.some(isNumber);
  refuse(code, whole, {
    what: say('"{text}" is {noun}; {nouns} is expected.', {
      text: found,
      noun: describe(unit.dimension),
      nouns,
    }),
    fix: million ? say('m is metres; write 1.2 million for a million.') : fix,
    why,
  });
}

/** An elevation, a speed, a difference of temperature, a price, a loss or a change can be negative; nothing else. */
function canBeNegative(dimension: Dimension): boolean {
  const signed: Dimension[] = [
    dimensions.number,
    dimensions.length,
    dimensions.speed,
    dimensions.temperature,
  ];
  return signed.some((each) => equal(each, dimension)) || currencies.some((base) => dimension[base] === 1);
}

/**
 * Refuses a spread that its unit cannot carry.
 *
 * @throws ST-U004 out of range, ST-U014 below zero where nothing is, ST-U015 a distribution that has no SI equivalent
 */
export function checkSpread(text: string, spread: Spread, unit: Unit): void {
  const whole = { offset: 0, length: text.length };
  const found = { text: text.trim() };
  if (spread.form === 'family' && spread.family === 'beta' && unit.scale !== 1) {
    refuse('ST-U015', whole, {
      what: say('A beta distribution runs from 0 to 1, so it cannot be in {unit}.', { unit: unit.symbol }),
      fix: say('Leave the unit out, or write uniform or triangular with the unit.'),
    });
  }
  const values = numbersOf(toSI({ spread, unit, text }));
  if (!values.every(Number.isFinite)) {
    refuse('ST-U004', whole, {
      what: say('"{text}" is beyond the range of numbers.', found),
      fix: say('Check the exponent.'),
    });
  }
  if (Math.min(...values) >= 0) return;
  if (unit.zero !== undefined) {
    refuse('ST-U014', whole, {
      what: say('"{text}" is below absolute zero.', found),
      fix: say('Write a temperature above -273.15 °C.'),
    });
  }
  if (!canBeNegative(unit.dimension)) {
    refuse('ST-U014', whole, {
      what: say('"{text}" is below zero, and {noun} cannot be.', {
        ...found,
        noun: describe(unit.dimension),
      }),
      fix: say('Check the sign; part an interval with "to" instead of a hyphen.'),
    });
  }
}

/** The values of a spread; of a family those arguments that are values. */
function numbersOf(spread: Spread): number[] {
  switch (spread.form) {
    case 'exact':
      return [spread.value];
    case 'interval':
      return [spread.low, spread.high];
    case 'estimate':
      return [spread.low, spread.best, spread.high];
    case 'bound':
      return [spread.low ?? spread.high!, spread.high ?? spread.low!];
    case 'family':
      return ['normal', 'uniform', 'triangular'].includes(spread.family) ? [...spread.args] : [];
    case 'unknown':
      return [];
  }
}
