import { numberUnit } from './compound.ts';
import { equal, isNumber } from './dimension.ts';
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
  const nouns = wanted.map(describe).join(' or ');
  if (!written) {
    const examples = wanted.map((dimension) => `${text.trim()} ${typicalUnit(dimension).symbol}`);
    const powers = wanted.some((dimension) => dimension.apparentPower || describe(dimension) === 'a power');
    refuse('ST-U006', whole, {
      what: `${text.trim()} of what? It has no unit, and ${nouns} is expected.`,
      fix: `Write ${examples.join(' or ')}, or the unit of the source.`,
      why: powers
        ? 'A power rating can be MW (active) or MVA (apparent); they differ by the power factor, so Sandtable will not guess.'
        : undefined,
    });
  }
  const { code, why, fix } = mismatch(unit.dimension, wanted[0]!);
  const million = unit.symbol === 'm' && wanted.some(isNumber);
  refuse(code, whole, {
    what: `"${text.trim()}" is ${describe(unit.dimension)}; ${nouns} is expected.`,
    fix: million ? 'm is metres; write 1.2 million for a million.' : fix,
    why,
  });
}

/** Dimensions whose numbers can be negative: an elevation, a temperature, a loss, a change. */
function canBeNegative(unit: Unit): boolean {
  const { dimension } = unit;
  const bases = Object.entries(dimension).filter(([, power]) => power !== 0);
  if (bases.length === 0) return true;
  const signed = ['length', 'temperature', 'usd', 'cny', 'eur'];
  return bases.some(([base, power]) => signed.includes(base) && power === 1) && !dimension.mass;
}

/** Refuses numbers that are out of range, or below zero where nothing is (ST-U004, ST-U014). */
export function checkSpread(text: string, spread: Spread, unit: Unit): void {
  const whole = { offset: 0, length: text.length };
  const values = numbersOf(spread);
  if (values.some((value) => !Number.isFinite(value * unit.scale + (unit.zero ?? 0)))) {
    refuse('ST-U004', whole, {
      what: `"${text.trim()}" is beyond the range of numbers.`,
      fix: 'Check the exponent.',
    });
  }
  const lowest = Math.min(...values);
  if (lowest < 0 && !canBeNegative(unit)) {
    refuse('ST-U014', whole, {
      what: `"${text.trim()}" is below zero, and ${describe(unit.dimension)} cannot be.`,
      fix: 'Check the sign; part an interval with "to" instead of a hyphen.',
    });
  }
  if (unit.zero !== undefined && lowest * unit.scale + unit.zero < 0) {
    refuse('ST-U014', whole, {
      what: `"${text.trim()}" is below absolute zero.`,
      fix: 'Write a temperature above -273.15 °C.',
    });
  }
}

/** The values of a spread, in its unit; of a family those arguments that are values. */
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
