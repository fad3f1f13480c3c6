/** Exponents of the base dimensions; a missing one is zero. */
export type Dimension = Readonly<Partial<Record<BaseDimension, number>>>;

/**
 * The base dimensions of this field. `apparentPower` is kept apart from power (they differ by a power factor),
 * each currency from the others (they differ by a dated rate), and `peakCompute`, the "P" of Chinese notices,
 * from FLOP/s (they differ by an unstated precision and sparsity): none converts into another silently.
 */
export const baseDimensions = [
  'length',
  'mass',
  'time',
  'temperature',
  'data',
  'flop',
  'peakCompute',
  'apparentPower',
  'usd',
  'cny',
  'eur',
] as const;
export type BaseDimension = (typeof baseDimensions)[number];

export interface Unit {
  /** Canonical symbol: `MW`, `P`, `m2`, `CNY/kWh`; empty for a bare number. */
  symbol: string;
  dimension: Dimension;
  /**
   * One of this unit in the coherent unit of its dimension (MW -> 1e6 W, P -> 1e15 peak FLOP/s).
   * Coherent are the SI units, byte, FLOP, VA and one of each currency.
   */
  scale: number;
  /** Kelvin at this unit's zero, for temperature scales only (°C -> 273.15). */
  zero?: number;
}
