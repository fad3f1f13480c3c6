import { z } from 'zod';
import { knownQuantity, ownFigure } from '../chips/figure-field.ts';
import { checkCitation, citationKeys } from '../sources/citation.ts';
import { id, localised, oneOrMore, partialDate, sourceId, text } from '../sources/fields.ts';
import { grade } from '../sources/grade.ts';
import { refuse } from '../sources/issue.ts';
import { quantity } from '../sources/quantity.ts';
import type { PartialDate } from '../sources/source.ts';
import { dimensions, isNumber, money } from '../units/dimension.ts';
import type { Quantity } from '../units/quantity.ts';
import { pools } from './pool.ts';

const when = { from: partialDate, published: partialDate.optional() };

const rate = z
  .strictObject({ ...when, value: z.number().min(0), ...citationKeys, note: text.optional() })
  .superRefine(checkCitation);

const mix = z
  .strictObject({
    ...when,
    chips: z.record(id, z.number().positive()).meta({ examples: [{ h20: 1 }] }),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation)
  .superRefine(({ chips }, ctx) => {
    const sum = Object.values(chips).reduce((all, share) => all + share, 0);
    if (Math.abs(sum - 1) < 1e-6) return;
    refuse(
      ctx,
      {
        code: 'ST-Y001',
        what: `The shares of the chips add up to ${Number(sum.toPrecision(4))}, not to 1.`,
        fix: 'Correct the shares.',
      },
      ['chips'],
    );
  });

const stream = z.strictObject({
  id,
  name: localised,
  rate: z.array(rate).min(1),
  mix: z.array(mix).min(1),
});

const estimate = z
  .strictObject({
    id,
    stream: id,
    says: quantity([dimensions.number, ...money]).meta({ examples: ['140k (10k..500k)'] }),
    reading: knownQuantity(dimensions.number, '52k (41k..67k)').optional(),
    why: text.optional(),
    inUnitsOf: id.optional(),
    measure: z.enum(['flow', 'stock']).meta({ examples: ['flow'] }),
    from: partialDate.optional(),
    to: partialDate.optional(),
    at: partialDate.optional(),
    coverage: ownFigure(dimensions.number, '30 % to 90 %').optional(),
    published: partialDate,
    family: id.optional(),
    basis: citationKeys.basis,
    sources: citationKeys.sources,
    by: citationKeys.by,
    grade,
    note: text.optional(),
  })
  .superRefine(checkCitation)
  .superRefine(checkReading)
  .superRefine(checkDates);

interface WrittenEstimate {
  says: Quantity;
  reading?: Quantity | undefined;
  why?: string | undefined;
  measure: 'flow' | 'stock';
  from?: PartialDate | undefined;
  to?: PartialDate | undefined;
  at?: PartialDate | undefined;
}

type Context = Parameters<typeof refuse>[0];

/** Refuses an estimate that is not a count and has no reading with a reason (ST-Y002). */
function checkReading({ says, reading, why }: WrittenEstimate, ctx: Context): void {
  const { form } = says.spread;
  const countable = isNumber(says.unit.dimension) && form !== 'bound' && form !== 'unknown';
  if (!countable && !reading) {
    const what = `\`${says.text}\` is not a number of accelerators to count with.`;
    const fix = 'Add `reading: 52k (41k..67k)` with `why: how it follows`.';
    refuse(ctx, { code: 'ST-Y002', what, fix }, ['says']);
  }
  if (reading && !why) {
    const what = 'The reading does not say why.';
    refuse(ctx, { code: 'ST-Y002', what, fix: 'Add `why: how it follows`.' }, ['reading']);
  }
}

/** Refuses a flow without its two days and a stock without its one (ST-Y003). */
function checkDates({ measure, from, to, at }: WrittenEstimate, ctx: Context): void {
  const dated = measure === 'stock' ? at && !from && !to : from && to && !at;
  if (!dated) {
    const fix =
      measure === 'stock' ? 'Write `at: 2025-07-01` alone.' : 'Write `from:` and `to:`, without `at:`.';
    refuse(ctx, { code: 'ST-Y003', what: `A ${measure} does not have these dates.`, fix }, ['measure']);
  } else if (from && to && to.to < from.from) {
    refuse(ctx, { code: 'ST-Y003', what: 'The flow ends before it begins.', fix: 'Swap the dates.' }, ['to']);
  }
}

const context = z.strictObject({
  id,
  stream: id,
  says: text,
  published: partialDate,
  sources: oneOrMore(sourceId),
  grade,
  why: text,
});

/** Schema of `data/supply/<pool>.yaml`. */
export const poolSchema = z.strictObject({
  pool: z.enum(pools).meta({ examples: ['restricted'] }),
  name: localised,
  streams: z.array(stream).min(1),
  estimates: z.array(estimate),
  context: z.array(context).optional(),
});

const sd = z.number().min(0).max(5);

/** Schema of `data/supply/pooling.yaml`. */
export const poolingSchema = z.strictObject({
  pooling: z
    .strictObject({
      partWeight: z.number().positive().max(1),
      spread: z.strictObject({ 1: sd, 2: sd, 3: sd, 4: sd, 5: sd, 6: sd }),
      drift: sd,
      resale: knownQuantity(dimensions.number, '3 % to 15 %'),
      ...citationKeys,
    })
    .superRefine(checkCitation),
});

export type PoolFile = z.output<typeof poolSchema>;
