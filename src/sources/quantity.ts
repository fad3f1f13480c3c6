import { z } from 'zod';
import type { Expected } from '../units/check.ts';
import type { Quantity } from '../units/quantity.ts';
import { refuse } from './issue.ts';
import { type Meaning, quantityOfText } from './quantity-text.ts';

/** Field of a schema that holds a quantity with its unit, as text or as a plain number, read by `quantityOfText`. */
export function quantity(expected?: Expected, options: Meaning = {}) {
  return z.union([z.string(), z.number()]).transform((value, ctx): Quantity => {
    const read = quantityOfText(String(value), expected, options);
    if ('quantity' in read) return read.quantity;
    for (const refusal of read.refusals) refuse(ctx, refusal);
    return z.NEVER;
  });
}
