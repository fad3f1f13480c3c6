import type { Place } from '../errors/fault.ts';
import type { Citation } from '../sources/source.ts';
import type { Distribution } from '../stats/distribution.ts';
import { scaled } from '../stats/scaled.ts';
import { distributionOf } from '../stats/spread-distribution.ts';
import type { Quantity } from '../units/quantity.ts';

/** How well a specification was checked: A vendor's page or two sources, B one source, C conflicting, K recalled. */
export const flags = ['A', 'B', 'C', 'K'] as const;
export type Flag = (typeof flags)[number];

/** A number of the world with what it rests on. */
export interface Figure {
  quantity: Quantity;
  citation: Citation;
  flag?: Flag;
  note?: string;
  /** Where it is written, where that is kept. */
  place?: Place;
}

/**
 * The distribution of a quantity in the coherent unit of its dimension (W, CNY, FLOP/s); undefined where it is unknown.
 *
 * @throws SandtableError ST-N003 for a bound such as `over 60k`
 */
export function coherent({ spread, unit }: Quantity): Distribution | undefined {
  if (spread.form === 'unknown') return undefined;
  return scaled(distributionOf(spread), unit.scale);
}

/** The middle of a quantity in the coherent unit of its dimension; undefined where it is unknown. */
export function median(quantity: Quantity): number | undefined {
  const { spread, unit } = quantity;
  if (spread.form === 'exact') return spread.value * unit.scale;
  return coherent(quantity)?.quantile(0.5);
}

/** The same entry without the keys that were left out. */
export function present<T extends object>(entry: T): Present<T> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as Present<T>;
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };
