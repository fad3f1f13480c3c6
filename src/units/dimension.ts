import { type BaseDimension, baseDimensions, type Dimension } from './unit.ts';

const power: Dimension = { mass: 1, length: 2, time: -3 };
const energy: Dimension = { mass: 1, length: 2, time: -2 };

/** The dimensions that have a name, for `expect` and for messages. */
export const dimensions = {
  number: {},
  length: { length: 1 },
  area: { length: 2 },
  volume: { length: 3 },
  mass: { mass: 1 },
  time: { time: 1 },
  frequency: { time: -1 },
  speed: { length: 1, time: -1 },
  temperature: { temperature: 1 },
  pressure: { mass: 1, length: -1, time: -2 },
  energy,
  power,
  apparentPower: { apparentPower: 1 },
  irradiance: { mass: 1, time: -3 },
  irradiation: { mass: 1, time: -2 },
  data: { data: 1 },
  dataRate: { data: 1, time: -1 },
  work: { flop: 1 },
  flopRate: { flop: 1, time: -1 },
  peakCompute: { peakCompute: 1 },
  usd: { usd: 1 },
  cny: { cny: 1 },
  eur: { eur: 1 },
} as const satisfies Record<string, Dimension>;

/** The base dimensions that are money. */
export const currencies = ['usd', 'cny', 'eur'] as const satisfies readonly BaseDimension[];

/** Money in any currency that Sandtable knows. */
export const money: readonly Dimension[] = [dimensions.cny, dimensions.usd, dimensions.eur];

/** The dimension of `a × b^n`. */
export function multiply(a: Dimension, b: Dimension, n = 1): Dimension {
  const product: Partial<Record<BaseDimension, number>> = {};
  for (const base of baseDimensions) {
    const exponent = (a[base] ?? 0) + n * (b[base] ?? 0);
    if (exponent !== 0) product[base] = exponent;
  }
  return product;
}

/** The dimension of `a / b`. */
export function divide(a: Dimension, b: Dimension): Dimension {
  return multiply(a, b, -1);
}

/** Whether two dimensions are the same. */
export function equal(a: Dimension, b: Dimension): boolean {
  return baseDimensions.every((base) => (a[base] ?? 0) === (b[base] ?? 0));
}

/** Whether a dimension is that of a plain number, a share or a count. */
export function isNumber(a: Dimension): boolean {
  return equal(a, dimensions.number);
}
