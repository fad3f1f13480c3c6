import { type Message, say } from '../errors/message.ts';
import { numberUnit, parseUnit } from './compound.ts';
import { dimensions, equal } from './dimension.ts';
import { baseDimensions, type Dimension, type Unit } from './unit.ts';

/** How messages speak of a dimension: a noun, and the unit to propose first. */
const kinds: Readonly<Record<keyof typeof dimensions, { noun: Message; unit: string }>> = {
  number: { noun: say('a plain number'), unit: '' },
  length: { noun: say('a length'), unit: 'm' },
  area: { noun: say('an area'), unit: 'm2' },
  volume: { noun: say('a volume'), unit: 'm3' },
  mass: { noun: say('a mass'), unit: 'kg' },
  time: { noun: say('a time'), unit: 'h' },
  frequency: { noun: say('a frequency'), unit: 'Hz' },
  speed: { noun: say('a speed'), unit: 'm/s' },
  temperature: { noun: say('a temperature'), unit: '°C' },
  pressure: { noun: say('a pressure'), unit: 'hPa' },
  energy: { noun: say('an energy'), unit: 'MWh' },
  power: { noun: say('a power'), unit: 'MW' },
  apparentPower: { noun: say('an apparent power'), unit: 'MVA' },
  irradiance: { noun: say('an irradiance'), unit: 'W/m2' },
  irradiation: { noun: say('an irradiation'), unit: 'kWh/m2' },
  data: { noun: say('an amount of data'), unit: 'GB' },
  dataRate: { noun: say('a data rate'), unit: 'GB/s' },
  work: { noun: say('an amount of computing work'), unit: 'FLOP' },
  flopRate: { noun: say('a computing rate of stated precision'), unit: 'PFLOP/s' },
  peakCompute: { noun: say('peak compute of unstated precision'), unit: 'P' },
  usd: { noun: say('an amount of US dollars'), unit: 'USD' },
  cny: { noun: say('an amount of yuan'), unit: 'CNY' },
  eur: { noun: say('an amount of euros'), unit: 'EUR' },
};

/** Units of the base dimensions, for a dimension without a name. */
const baseUnits = ['m', 'kg', 's', 'K', 'B', 'FLOP', 'P', 'VA', 'USD', 'CNY', 'EUR'] as const;

function kindOf(dimension: Dimension): { noun: Message; unit: string } | undefined {
  const names = Object.keys(dimensions) as (keyof typeof dimensions)[];
  const name = names.find((each) => equal(dimensions[each], dimension));
  return name && kinds[name];
}

/** `a power`, `an area`, or `a quantity in kg/m3` where the dimension has no name. */
export function describe(dimension: Dimension): Message {
  return kindOf(dimension)?.noun ?? say('a quantity in {unit}', { unit: typicalUnit(dimension).symbol });
}

/** The unit that is proposed for a dimension, and that `unknown` gets. */
export function typicalUnit(dimension: Dimension): Unit {
  const kind = kindOf(dimension);
  if (kind) return parseUnit(kind.unit);
  const powers = baseDimensions
    .map((base, i) => ({ symbol: baseUnits[i]!, power: dimension[base] ?? 0 }))
    .filter(({ power }) => power !== 0);
  if (powers.length === 0) return numberUnit;
  const write = ({ symbol, power }: { symbol: string; power: number }) =>
    Math.abs(power) === 1 ? symbol : `${symbol}^${Math.abs(power)}`;
  const above = powers.filter(({ power }) => power > 0).map(write);
  const below = powers.filter(({ power }) => power < 0).map((each) => `/${write(each)}`);
  return parseUnit(above.join('·') + below.join(''));
}
