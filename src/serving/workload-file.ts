import { z } from 'zod';
import { knownQuantity, ownFigure, statedQuantity } from '../chips/figure-field.ts';
import { checkCitation, citationKeys } from '../sources/citation.ts';
import { id, localised, partialDate, text } from '../sources/fields.ts';
import { dimensions as d } from '../units/dimension.ts';

const tokens = z
  .number()
  .positive()
  .max(1e7)
  .meta({ examples: [1020] });
const ratio = z
  .number()
  .min(0)
  .max(100)
  .meta({ examples: [1.02] });
const lengths = z
  .strictObject({ p05: tokens, p25: tokens, p50: tokens, p75: tokens, p90: tokens, p95: tokens, p99: tokens })
  .meta({ examples: [{ p05: 41, p25: 85, p50: 129, p75: 395, p90: 424, p95: 451, p99: 601 }] });

const requests = z
  .strictObject({
    id,
    name: localised,
    read: lengths,
    write: lengths,
    meanRead: tokens,
    meanWrite: tokens,
    gapSpread: ratio,
    minuteSpread: ratio,
    dispersion: z
      .array(z.number().positive())
      .length(3)
      .meta({ examples: [[1.4, 3.9, 16]] }),
    rate: ratio,
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation);

const number = (example: string) => ownFigure(d.number, example);
const time = (example: string) => ownFigure(d.time, example);

const service = z.strictObject({
  readPerWritten: number('3.6 (2..12)'),
  cacheHits: number('0.56 (0.3..0.7)'),
  context: number('5000 (2000..12000)'),
  pace: time('50 ms'),
  decodeFilled: number('0.8 (0.6..0.95)'),
  prefillFilled: number('0.5 (0.4..0.8)'),
  peakOverMean: number('1.34 (1.15..2.2)'),
  inService: number('0.95 (0.85..0.99)'),
});

const load = z
  .strictObject({
    id,
    name: localised,
    hours: z.array(ratio).length(24),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation);

const reported = z
  .strictObject({
    date: partialDate,
    value: statedQuantity(d.number, 'over 30 trillion'),
    users: number('515 million').optional(),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation);

const country = z.strictObject({
  id,
  name: localised,
  people: number('12 million to 14 million'),
  share: number('0.137 (0.1..0.2)'),
});

const routes = ['home', 'land', 'sea'] as const;

const city = z.strictObject({
  id,
  name: localised,
  latitude: z
    .number()
    .min(-90)
    .max(90)
    .meta({ examples: [39.9] }),
  longitude: z
    .number()
    .min(-180)
    .max(180)
    .meta({ examples: [116.4] }),
  route: z.enum(routes).meta({ examples: ['home'] }),
});

const rate = z
  .number()
  .min(0)
  .max(1e9)
  .meta({ examples: [2300] });

/** Rates of chips as `npm run rates` writes them. */
const rates = z
  .strictObject({
    model: id,
    name: text,
    pace: knownQuantity(d.time, '50 ms'),
    contexts: z.array(tokens).min(2),
    chips: z.array(
      z.strictObject({
        chip: id,
        decode: z.array(rate).meta({ examples: [[3000, 2000]] }),
        prefill: z.array(rate).meta({ examples: [[8000, 7000]] }),
        spread: ratio,
      }),
    ),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation);

/** How well chips train, as `npm run rates` writes it. */
const training = z
  .strictObject({
    model: id,
    chips: z.array(z.strictObject({ chip: id, utilisation: ratio, spread: ratio })),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation);

/** Schema of a file of `data/workloads`: any of these sections. */
export const workloadFileSchema = z.strictObject({
  requests: z.array(requests).optional(),
  service: service.optional(),
  load: z.array(load).optional(),
  users: z.strictObject({ chat: number('10k (3k..40k)') }).optional(),
  demand: z.array(z.strictObject({ id, name: localised, reported: z.array(reported).min(1) })).optional(),
  countries: z.array(country).optional(),
  fibre: z
    .strictObject({
      index: number('1.468'),
      home: number('1.5 (1.25..2.1)'),
      land: number('1.7 (1.4..2.6)'),
      sea: number('2.2 (1.6..5)'),
      equipment: time('4 ms (2..12)'),
    })
    .optional(),
  cities: z.array(city).optional(),
  rates: rates.optional(),
  training: training.optional(),
});

export type WorkloadFile = z.output<typeof workloadFileSchema>;
