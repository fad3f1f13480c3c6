import { z } from 'zod';
import { id, localised, oneOrMore, partialDate, sourceId, text, words } from '../sources/fields.ts';
import { refuse } from '../sources/issue.ts';
import { type Bound, type BoundQuantity, boundUnits, parseBound } from './bound.ts';
import {
  type Bounds,
  buyerKinds,
  decisionResults,
  gateEffects,
  importUses,
  itemKinds,
  judgeableDays,
  kinds,
  policies,
  verifications,
} from './instrument.ts';

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ description: 'ISO 3166 code.', examples: ['CN'] });
const groupId = z
  .string()
  .regex(/^[A-Z][A-Z:0-9]*$/)
  .meta({ examples: ['D:5'] });
const classId = z
  .string()
  .regex(/^[a-z]$/)
  .meta({ examples: ['a'] });
const list = <T extends z.ZodType>(one: T) => z.array(one).max(300).default([]);

const places = z.strictObject({
  world: z.boolean().optional(),
  groups: list(groupId),
  countries: list(country),
  exceptGroups: list(groupId),
  exceptCountries: list(country),
});

const boundTexts = z.record(z.string(), oneOrMore(z.string())).transform((written, ctx): Bounds => {
  const read: { quantity: BoundQuantity; bound: Bound }[] = [];
  for (const [key, texts] of Object.entries(written)) {
    if (!(key in boundUnits)) {
      const fix = `Known are ${Object.keys(boundUnits).join(', ')}.`;
      refuse(ctx, { code: 'ST-K004', what: `There is no quantity \`${key}\` to put a bound on.`, fix }, [
        key,
      ]);
      continue;
    }
    const quantity = key as BoundQuantity;
    for (const one of texts) {
      const bound = parseBound(one, quantity);
      if ('code' in bound) refuse(ctx, bound, [key]);
      else read.push({ quantity, bound });
    }
  }
  return read;
});
const bounds = boundTexts.default([]);

const paragraph = z.strictObject({
  paragraph: text,
  class: classId,
  items: z.array(z.enum(itemKinds)).default(['chip']),
  all: boundTexts,
});

const sections = {
  paragraphs: list(paragraph),
  outside: list(
    z.strictObject({ name: text, marketedForDataCentres: z.boolean().optional(), all: boundTexts }),
  ),
  presumptions: list(paragraph),
  licences: list(
    z.strictObject({
      classes: z.array(classId).min(1),
      to: places,
      headquartered: places.optional(),
      marketedForDataCentres: z.boolean().optional(),
      policy: z.enum(policies),
    }),
  ),
  exceptions: list(
    z.strictObject({
      name: text,
      covers: z.array(id).min(1),
      allows: z
        .array(
          z.strictObject({
            classes: z.array(classId).min(1),
            marketedForDataCentres: z.boolean().optional(),
            all: bounds,
          }),
        )
        .min(1),
      to: places.optional(),
      headquartered: places.optional(),
      exceptHeadquartered: places.optional(),
      notice: places.optional(),
      bothHeadquartered: z.boolean().optional(),
    }),
  ),
  letters: list(
    z.strictObject({
      addressee: id,
      known: z.enum(['text', 'press', 'unpublished']),
      scope: z.literal('unknown').optional(),
      items: z.array(z.enum(itemKinds)).default(['chip']),
      names: list(id),
      marketedForDataCentres: z.boolean().optional(),
      any: list(boundTexts),
      to: places,
      headquartered: places.optional(),
      flagsOthers: z.boolean().optional(),
    }),
  ),
  lists: list(
    z.strictObject({ parties: z.array(id).min(1), footnote: text.optional(), policy: z.enum(policies) }),
  ),
  ownership: z.strictObject({ share: z.number().positive().max(1) }).optional(),
  suspends: list(
    z.strictObject({ instrument: id, until: partialDate, after: z.enum(['unknown', 'in-force']) }),
  ),
  reviews: list(
    z.strictObject({
      of: z.array(id).min(1),
      classes: z.array(classId).min(1),
      from: z.array(country).min(1),
      to: places,
      all: boundTexts,
      soldInUnitedStatesBy: partialDate,
      policy: z.enum(policies),
      otherwise: z.enum(policies),
      conditions: list(words),
    }),
  ),
  decisions: list(
    z.strictObject({
      result: z.enum(decisionResults),
      chips: z.array(id).min(1),
      to: places,
      customers: z.union([z.enum(['all', 'some']), z.array(id).min(1)]),
      conditions: words.optional(),
    }),
  ),
  enforcement: list(
    z.strictObject({
      of: z.array(id).min(1).optional(),
      activity: z.literal('use').optional(),
      state: z.literal('not-enforced'),
      headquartered: places.optional(),
    }),
  ),
  violations: list(
    z.strictObject({ names: list(id), designedIn: z.array(country), classes: z.array(classId).min(1) }),
  ),
  tariffs: list(
    z.strictObject({
      rate: z.number().positive().max(10),
      bands: z.array(z.strictObject({ name: text, all: boundTexts })).min(1),
      exempt: z.array(z.enum(importUses)),
    }),
  ),
  gate: list(
    z.strictObject({
      effect: z.enum(gateEffects),
      chips: list(id),
      foreign: z.boolean().optional(),
      buyers: list(z.enum(buyerKinds)),
      parties: list(id),
    }),
  ),
  permits: list(z.strictObject({ country, classes: z.array(classId).min(1) })),
  disputes: list(
    z.strictObject({ chips: z.array(id).min(1), says: words, sources: z.array(sourceId).min(1) }),
  ),
};

/** Schema of a file of `data/controls`: one instrument. */
export const instrumentSchema = z.strictObject({
  id,
  name: localised,
  cite: text.optional(),
  kind: z.enum(kinds).meta({ examples: ['rule'] }),
  issuer: text,
  announced: partialDate,
  disclosed: partialDate.optional(),
  published: partialDate.optional(),
  effective: partialDate.optional(),
  compliance: partialDate.optional(),
  until: partialDate.optional(),
  time: text.optional(),
  judgedDays: list(z.enum(judgeableDays)),
  verified: z.enum(verifications).meta({ examples: ['V'] }),
  sources: z.array(sourceId).min(1),
  summary: words,
  note: words.optional(),
  replaces: list(id),
  replacesExceptions: list(id),
  ...sections,
});

export type InstrumentFile = z.output<typeof instrumentSchema>;
