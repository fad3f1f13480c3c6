import { z } from 'zod';
import { checkCitation, citationKeys } from '../sources/citation.ts';
import { id, localised, oneOrMore, partialDate, text } from '../sources/fields.ts';
import { grade } from '../sources/grade.ts';
import { dimensions } from '../units/dimension.ts';
import { channels, formats, scopes } from './chip.ts';
import { figure, knownQuantity, ownFigure, sharedCitation } from './figure-field.ts';

const d = dimensions;
const count = z
  .number()
  .int()
  .positive()
  .meta({ examples: [8] });
const rate = figure(d.flopRate, '989.5 TFLOP/s');
const rates = z.strictObject(
  Object.fromEntries(formats.map((format) => [format, rate.optional()])) as Record<
    (typeof formats)[number],
    z.ZodOptional<typeof rate>
  >,
);
const chipId = id.meta({ description: 'Id of a chip.', examples: ['h100-sxm5'] });

const vendor = z.strictObject({
  id,
  name: localised,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .meta({ description: 'ISO 3166 code.', examples: ['CN'] }),
});

const chip = z
  .strictObject({
    id: chipId,
    name: text,
    aliases: oneOrMore(text).optional(),
    released: partialDate,
    market: z.enum(['data-centre', 'workstation', 'consumer']).meta({ examples: ['data-centre'] }),
    marketContested: z.boolean().optional(),
    form: text.optional(),
    madeFor: text.optional(),
    notSold: z.boolean().optional(),
    ...sharedCitation,
    peak: rates,
    sparse: rates.optional(),
    memory: figure(d.data, '80 GB'),
    memoryType: text.optional(),
    bandwidth: figure(d.dataRate, '3350 GB/s').optional(),
    interconnect: figure(d.dataRate, '900 GB/s'),
    pcie: figure(d.dataRate, '128 GB/s').optional(),
    power: figure(d.power, '700 W'),
    dieArea: figure(d.area, '814 mm2').optional(),
    process: text.optional(),
    printedTpp: ownFigure(d.number, '12800').optional(),
    note: text.optional(),
  })
  .superRefine(checkCitation);

const server = z
  .strictObject({
    id,
    name: text,
    chips: oneOrMore(chipId),
    accelerators: count,
    rated: figure(d.power, '10.2 kW'),
    measured: figure(d.power, '8.4 kW').optional(),
    ...sharedCitation,
    note: text.optional(),
  })
  .superRefine(checkCitation);

const quote = z
  .strictObject({
    id,
    chip: chipId,
    channel: z.enum(channels).meta({ examples: ['official'] }),
    place: text,
    date: partialDate,
    published: partialDate.optional(),
    amount: knownQuantity([d.cny, d.usd], '1.4m CNY'),
    accelerators: count,
    scope: z.enum(scopes).meta({ examples: ['server'] }),
    term: knownQuantity(d.time, '1 month').optional(),
    ...citationKeys,
    grade,
    note: text.optional(),
  })
  .superRefine(checkCitation);

const sd = z.number().positive().max(5);

const pricing = z.strictObject({
  drift: ownFigure(d.number, '0.5'),
  fromChip: ownFigure(d.cny, '35k to 75k CNY'),
  fromModule: ownFigure(d.cny, '20k to 60k CNY'),
  noise: z
    .strictObject({
      byCredibility: z.strictObject({ 1: sd, 2: sd, 3: sd, 4: sd, 5: sd, 6: sd }),
      ...citationKeys,
    })
    .superRefine(checkCitation),
});

const exchange = z
  .strictObject({ date: partialDate, rate: z.number().positive(), ...citationKeys, note: text.optional() })
  .superRefine(checkCitation);

const convention = z
  .strictObject({
    readings: z
      .array(
        z.strictObject({
          id,
          name: localised,
          perP: knownQuantity(d.flopRate, '1 PFLOP/s'),
          prior: z.number().positive(),
        }),
      )
      .min(1),
    ...citationKeys,
    rounding: ownFigure(d.number, '0.03'),
    matches: z.array(
      z
        .strictObject({
          id,
          stated: knownQuantity(d.peakCompute, '2000 P'),
          accelerators: count,
          chip: chipId,
          published: partialDate,
          ...citationKeys,
          note: text.optional(),
        })
        .superRefine(checkCitation),
    ),
    unmatched: ownFigure(d.peakCompute, '0.25 P').optional(),
  })
  .superRefine(checkCitation);

/** Schema of a file of `data/chips`: any of these sections. */
export const chipFileSchema = z.strictObject({
  vendor: vendor.optional(),
  chips: z.array(chip).optional(),
  servers: z.array(server).optional(),
  prices: z.array(quote).optional(),
  pricing: pricing.optional(),
  exchange: z.array(exchange).optional(),
  convention: convention.optional(),
});

export type ChipFile = z.output<typeof chipFileSchema>;
