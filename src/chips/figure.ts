import { z } from 'zod';
import type { Place } from '../errors/fault.ts';
import { checkCitation, citationKeys, citationOf } from '../sources/citation.ts';
import { text } from '../sources/fields.ts';
import { refuse } from '../sources/issue.ts';
import { quantity } from '../sources/quantity.ts';
import type { Citation } from '../sources/source.ts';
import type { Distribution } from '../stats/distribution.ts';
import { scaled } from '../stats/scaled.ts';
import { distributionOf } from '../stats/spread-distribution.ts';
import type { Expected } from '../units/check.ts';
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

/** Field of a quantity to count with: refuses `unknown` and bounds such as `over 60k` (ST-C004). */
export function knownQuantity(expected: Expected, example: string) {
  return quantity(expected)
    .superRefine(({ spread, text: written }, ctx) => {
      if (spread.form !== 'unknown' && spread.form !== 'bound') return;
      refuse(ctx, {
        code: 'ST-C004',
        what: `\`${written}\` does not say how much.`,
        fix: `Write a number or a range, such as \`${example}\`.`,
      });
    })
    .meta({ examples: [example] });
}

const flag = z
  .enum(flags)
  .optional()
  .meta({ examples: ['B'] });

/** Keys by which an entry says what all its figures rest on, unless a figure says otherwise. */
export const sharedCitation = { ...citationKeys, flag };

/** Field that holds a figure: a bare quantity that rests on what its entry rests on, or a map with its own basis. */
export function figure(expected: Expected, example: string) {
  const value = quantity(expected).meta({ examples: [example] });
  const own = z
    .strictObject({ value, ...citationKeys, flag, note: text.optional() })
    .superRefine(checkCitation);
  return z.union([value.transform((one) => ({ value: one })), own]);
}

/** Field that holds a figure which says itself what it rests on, and is known. */
export function ownFigure(expected: Expected, example: string) {
  return z
    .strictObject({ value: knownQuantity(expected, example), ...citationKeys, flag, note: text.optional() })
    .superRefine(checkCitation);
}

type WrittenFigure = z.output<ReturnType<typeof figure>> | z.output<ReturnType<typeof ownFigure>>;
type Shared = Parameters<typeof citationOf>[0] & { flag?: Flag | undefined };

/** The figure that was written, resting on `shared` where it says nothing itself. */
export function figureOf(written: WrittenFigure, shared?: Shared, place?: Place): Figure {
  const cited = 'basis' in written ? written : shared!;
  return {
    quantity: written.value,
    citation: citationOf(cited),
    ...(cited.flag && { flag: cited.flag }),
    ...('note' in written && written.note !== undefined && { note: written.note }),
    ...(place && { place }),
  };
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
  return coherent(quantity)?.quantile(0.5);
}

/** The same entry without the keys that were left out. */
export function present<T extends object>(entry: T): Present<T> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as Present<T>;
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };
