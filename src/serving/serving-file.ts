import { z } from 'zod';
import { checkCitation, citationKeys } from '../sources/citation.ts';
import { id, text } from '../sources/fields.ts';
import { engineKinds } from './constants.ts';

const number = z.number().meta({ examples: [0.5] });
const positive = z
  .number()
  .positive()
  .meta({ examples: [1.1] });

const cited = { ...citationKeys, note: text.optional() };

const fitted = z.strictObject({ values: z.record(z.string(), number), ...cited }).superRefine(checkCitation);

/** Widths of intervals, and of those that were measured on how many rates. */
const intervals = z
  .strictObject({ values: z.record(z.string(), number), rates: z.record(z.string(), number), ...cited })
  .superRefine(checkCitation);

const engine = z
  .strictObject({ sequence: positive, kernels: positive })
  .meta({ examples: [{ sequence: 1e-5, kernels: 1 }] });
const family = z
  .strictObject({ compute: positive, memory: positive, latent: positive })
  .meta({ examples: [{ compute: 1, memory: 1, latent: 1 }] });

const engines = z.strictObject({ kinds: z.record(id, engine), ...cited }).superRefine(checkCitation);
const families = z.strictObject({ kinds: z.record(id, family), ...cited }).superRefine(checkCitation);

const counts = z.record(id, z.partialRecord(z.enum(engineKinds), positive));
const byKind = z.strictObject({ dense: counts, experts: counts });

/** How many rates were published, by what was measured, kind of model, family of chips and engine; years of the newest, and models. */
const record = z
  .strictObject({
    rates: z.strictObject({ whole: byKind, phase: byKind }),
    years: z.record(id, positive),
    models: z.array(id),
    ...cited,
  })
  .superRefine(checkCitation);

/** Coefficients of variation of answers, by the name that a benchmark gives to a model. */
const spreads = z
  .strictObject({ models: z.record(z.string(), positive), ...cited })
  .superRefine(checkCitation);

/** Requests of a run by lengths of prompt and answer. */
const requests = z
  .strictObject({ lengths: z.record(z.string().regex(/^\d+\/\d+$/), positive), ...cited })
  .superRefine(checkCitation);

/** Runs of a benchmark by its names of models. */
const runs = z
  .strictObject({
    offline: positive,
    server: positive,
    models: z.record(
      z.string(),
      z
        .strictObject({ requests: positive, longest: positive })
        .meta({ examples: [{ requests: 24576, longest: 1024 }] }),
    ),
    ...cited,
  })
  .superRefine(checkCitation);

/** How requests come, by name. */
const traffic = z
  .strictObject({
    kinds: z.record(
      id,
      z
        .strictObject({ gapSpread: positive, minuteSpread: z.number().min(0), lengthSpread: positive })
        .meta({ examples: [{ gapSpread: 1, minuteSpread: 0.2, lengthSpread: 1 }] }),
    ),
    ...cited,
  })
  .superRefine(checkCitation);

/** Schema of a file of `data/serving`: any of these sections. */
export const servingFileSchema = z.strictObject({
  constants: fitted.optional(),
  engines: engines.optional(),
  families: families.optional(),
  limits: fitted.optional(),
  intervals: intervals.optional(),
  record: record.optional(),
  spreads: spreads.optional(),
  requests: requests.optional(),
  runs: runs.optional(),
  traffic: traffic.optional(),
});

export type ServingFile = z.output<typeof servingFileSchema>;
