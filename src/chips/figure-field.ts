import { z } from 'zod';
import type { Place } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { checkCitation, citationKeys, citationOf } from '../sources/citation.ts';
import { text } from '../sources/fields.ts';
import { refuse } from '../sources/issue.ts';
import { quantity } from '../sources/quantity.ts';
import type { Expected } from '../units/check.ts';
import { asMeant } from '../units/over.ts';
import type { Quantity } from '../units/quantity.ts';
import { type Figure, type Flag, flags } from './figure.ts';

/** Field of a quantity to count with: refuses `unknown` and bounds such as `over 60k` (ST-C004). */
export function knownQuantity(expected: Expected, example: string) {
  return countedQuantity(expected, example, (written) => written);
}

/** The same for a quantity that is kept as stated and counted with as meant: `over 60k` is read upwards (`asMeant`). */
export function statedQuantity(expected: Expected, example: string) {
  return countedQuantity(expected, example, asMeant);
}

function countedQuantity(expected: Expected, example: string, read: (written: Quantity) => Quantity) {
  return quantity(expected)
    .superRefine((value, ctx) => {
      const { spread, text: written } = read(value);
      if (spread.form !== 'unknown' && spread.form !== 'bound') return;
      refuse(ctx, {
        code: 'ST-C004',
        what: say('`{text}` does not say how much.', { text: written }),
        fix: say('Write a number or a range, such as `{example}`.', { example }),
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
