import { log } from '../elementary/logarithm.ts';
import { wholePower } from '../elementary/whole-power.ts';
import { say } from '../errors/message.ts';
import { parseUnit } from './compound.ts';
import { currencies, dimensions, equal, multiply } from './dimension.ts';
import { mismatch } from './mismatch.ts';
import type { Quantity, Spread } from './quantity.ts';
import { refuse } from './refusal.ts';
import type { BaseDimension, Dimension, Unit } from './unit.ts';

/** What must be said before one kind of quantity becomes another. Each is a number with a source of its own. */
export interface Bridge {
  /** MW per MVA, 0..1. */
  powerFactor?: number;
  /** FLOP/s of the precision and sparsity one means, per FLOP/s of what a notice calls "P". */
  flopPerPeak?: number;
  /** Value of one CNY, USD or EUR in one common money: `{ cny: 0.14, usd: 1 }`. */
  rates?: Readonly<Partial<Record<(typeof currencies)[number], number>>>;
}

/**
 * Converts a number: `value × from.scale / to.scale`, and for temperatures the zeros of the scales, too.
 *
 * @param value number in `from`
 * @param from unit, or how it is written
 * @param to unit, or how it is written
 * @param bridge power factor, compute convention or exchange rates, where the kinds differ by one
 * @returns number in `to`
 * @throws ST-U007 to ST-U010 where the kinds differ and no bridge is given
 */
export function convert(value: number, from: Unit | string, to: Unit | string, bridge: Bridge = {}): number {
  const [a, b] = [unitOf(from), unitOf(to)];
  const factor = conversion(a, b, bridge);
  return a.symbol === b.symbol ? value : value * factor + shift(a, b);
}

/**
 * Converts a quantity, with its whole spread.
 *
 * @throws ST-U007 to ST-U010 as `convert`; ST-U015 for a family that has no equivalent in the new unit
 */
export function inUnit(quantity: Quantity, to: Unit | string, bridge: Bridge = {}): Quantity {
  const unit = unitOf(to);
  const factor = conversion(quantity.unit, unit, bridge);
  const spread = mapSpread(quantity.spread, factor, shift(quantity.unit, unit));
  return { spread, unit, text: quantity.text };
}

/**
 * The spread in the coherent SI unit of its dimension (W, m2, s, K, B, FLOP/s, peak FLOP/s, VA, one of a currency).
 *
 * @throws ST-U015 for a family that has no equivalent in that unit: give beta and the like no unit
 */
export function toSI({ spread, unit }: Quantity): Spread {
  return mapSpread(spread, unit.scale, unit.zero ?? 0);
}

function unitOf(unit: Unit | string): Unit {
  return typeof unit === 'string' ? parseUnit(unit) : unit;
}

/** How many `to` make one `from`. */
function conversion(from: Unit, to: Unit, bridge: Bridge): number {
  checkBridge(bridge);
  const [a, b] = [reduce(from.dimension, bridge), reduce(to.dimension, bridge)];
  if (equal(a.dimension, b.dimension) && a.money === b.money)
    return ((from.scale / to.scale) * a.factor) / b.factor;
  const { code, why, fix } = mismatch(from.dimension, to.dimension);
  return refuse(
    code,
    { offset: 0, length: from.symbol.length },
    {
      what: say('{from} cannot become {to}.', {
        from: from.symbol || say('a plain number'),
        to: to.symbol || say('a plain number'),
      }),
      fix,
      why,
    },
  );
}

function shift(from: Unit, to: Unit): number {
  return ((from.zero ?? 0) - (to.zero ?? 0)) / to.scale;
}

/** Replaces what a bridge speaks of: VA by W, peak compute by FLOP/s, each currency by the common money. */
function reduce(dimension: Dimension, { powerFactor, flopPerPeak, rates = {} }: Bridge): Reduced {
  const swaps: readonly { base: BaseDimension; to?: Dimension; rate: number | undefined }[] = [
    { base: 'apparentPower', to: dimensions.power, rate: powerFactor },
    { base: 'peakCompute', to: dimensions.flopRate, rate: flopPerPeak },
    ...currencies.map((base) => ({ base, rate: rates[base] })),
  ];
  const reduced: Reduced = { dimension, factor: 1, money: 0 };
  for (const { base, to, rate } of swaps) {
    const power = dimension[base] ?? 0;
    if (rate === undefined) continue;
    reduced.dimension = multiply(multiply(reduced.dimension, { [base]: 1 }, -power), to ?? {}, power);
    reduced.factor *= wholePower(rate, power);
    if (to === undefined) reduced.money += power;
  }
  return reduced;
}

/** A dimension with what a bridge could replace, the factor that this takes, and the power of the common money. */
interface Reduced {
  dimension: Dimension;
  factor: number;
  money: number;
}

function checkBridge({ powerFactor, flopPerPeak, rates = {} }: Bridge): void {
  const given = Object.entries({ powerFactor, flopPerPeak, ...rates });
  const wrong = given.find(([, rate]) => rate !== undefined && !(rate > 0 && Number.isFinite(rate)));
  const tooHigh = powerFactor !== undefined && powerFactor > 1;
  if (!wrong && !tooHigh) return;
  const [name, rate] = wrong ?? ['powerFactor', powerFactor];
  refuse(
    'ST-U004',
    { offset: 0, length: 1 },
    {
      what: say('{name} is {rate}.', { name, rate: String(rate) }),
      fix: tooHigh
        ? say('A power factor lies between 0 and 1: 0.95.')
        : say('Give {name} as a number above 0.', { name }),
    },
  );
}

function mapSpread(spread: Spread, factor: number, offset: number): Spread {
  const at = (value: number) => value * factor + offset;
  switch (spread.form) {
    case 'exact':
      return { form: 'exact', value: at(spread.value) };
    case 'interval':
      return { form: 'interval', low: at(spread.low), high: at(spread.high) };
    case 'estimate':
      return { form: 'estimate', best: at(spread.best), low: at(spread.low), high: at(spread.high) };
    case 'bound': {
      const ends: { form: 'bound'; low?: number; high?: number } = { form: 'bound' };
      if (spread.low !== undefined) ends.low = at(spread.low);
      if (spread.high !== undefined) ends.high = at(spread.high);
      return ends;
    }
    case 'family':
      return { ...spread, args: mapArguments(spread, factor, offset) };
    case 'unknown':
      return spread;
  }
}

/** Arguments of the same distribution with its values multiplied by `factor` and moved by `offset`. */
function mapArguments(
  spread: Spread & { form: 'family' },
  factor: number,
  offset: number,
): readonly number[] {
  const { family, args } = spread;
  const [a = 0, b = 0] = args;
  if (family === 'normal') return [a * factor + offset, b * factor];
  if (family === 'uniform' || family === 'triangular') return args.map((arg) => arg * factor + offset);
  if (factor === 1 && offset === 0) return args;
  if (family === 'lognormal' && offset === 0) return [a + log(factor), b];
  if (family === 'gamma' && offset === 0) return [a, b * factor];
  return refuse(
    'ST-U015',
    { offset: 0, length: 1 },
    {
      what: say('A {family} distribution has no equivalent in another unit.', { family }),
      fix: say('Write a beta as a plain number, and a temperature as normal, uniform or triangular.'),
    },
  );
}
