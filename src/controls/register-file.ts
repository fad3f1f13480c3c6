import { z } from 'zod';
import { checkCitation, citationKeys } from '../sources/citation.ts';
import { id, localised, partialDate, text } from '../sources/fields.ts';
import { buyerKinds } from './instrument.ts';

const country = z.string().regex(/^[A-Z]{2}$/);

const change = z
  .strictObject({
    country,
    from: partialDate.optional(),
    until: partialDate.optional(),
    unsure: z.union([z.literal(true), z.literal('throughout')]).optional(),
  })
  .meta({ examples: [{ country: 'NI', from: '2024-03-15' }] });

const group = z
  .strictObject({
    id: z.string().regex(/^[A-Z][A-Z:0-9]*$/),
    name: localised,
    members: z.array(country),
    changes: z.array(change).default([]),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation);

const party = z.strictObject({
  id,
  name: localised,
  headquarters: country,
  buyer: z.enum(buyerKinds).optional(),
});

/** Schema of a file of `data/controls/register`: any of these sections. */
export const registerSchema = z.strictObject({
  countries: z.record(country, localised).optional(),
  groups: z.array(group).optional(),
  embargoed: z
    .strictObject({ countries: z.array(country), ...citationKeys })
    .superRefine(checkCitation)
    .optional(),
  searched: z.strictObject({ from: partialDate, until: partialDate }).optional(),
  parties: z.array(party).optional(),
});

export type RegisterFile = z.output<typeof registerSchema>;
