import { z } from 'zod';
import { presets } from '../assessment/assessment.ts';
import { fault, localised } from './replies.ts';

const spread = z.looseObject({ median: z.number(), low: z.number(), high: z.number() });
const share = z.number().min(0).max(1);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const byPreset = z.record(z.enum(presets), share);
const runId = z.string().regex(/^st1-[0-9a-f]{12}$/);

const run = z.looseObject({
  id: runId,
  engine: z.string(),
  dataDigest: digest,
  dossierDigest: digest,
  seed: z.int(),
  draws: z.int(),
  asOf: z.string(),
  prior: z.enum(presets),
  drop: z.array(z.string()),
  set: z.record(z.string(), z.string()),
  columnsDigest: digest.meta({ description: 'of the posterior draws: equal digests mean equal draws' }),
});

const question = z.looseObject({
  id: z.string(),
  text: localised,
  means: localised.optional().meta({ description: 'what a word of the question means' }),
  probability: share,
  error: z.number().meta({ description: 'Monte Carlo standard error of the probability' }),
  word: z.string().meta({ description: 'likelihood word after ICD 203' }),
  prior: share,
  byPreset,
});

const estimate = z
  .looseObject({
    id: z.string(),
    label: localised,
    unit: z.string().meta({ description: 'of every number here; empty for a count' }),
    ...spread.shape,
    dots: z.array(z.number()).meta({ description: '50 equally likely values, ascending' }),
    bases: z.array(z.string()),
    claimed: spread.nullable(),
    permitted: spread.nullable(),
    pue: spread.optional().meta({ description: 'of the load at the meter: PUE, over IT load' }),
    spans: z
      .array(z.looseObject({ days: z.number(), ...spread.shape, claimed: z.number().nullable() }))
      .optional()
      .meta({ description: 'of a training run: the same in 30, 90 and 180 days' }),
  })
  .meta({ id: 'Estimate', description: 'A quantity: median and middle 90 %' });

const site = z.looseObject({
  id: z.string(),
  name: localised,
  role: z.enum(['hub', 'context']),
  stages: z.record(z.string(), share),
  accelerators: estimate,
  compute: estimate,
  itLoad: estimate,
});

const item = z.looseObject({
  id: z.string(),
  says: localised,
  date: z.string(),
  source: z.string(),
  origin: z.string(),
  factor: z.number().nullable(),
  without: share.nullable(),
  reliable: z.boolean(),
});

const assessment = z
  .looseObject({
    run,
    hub: z.looseObject({ id: z.string(), name: localised, evidence: z.int(), origins: z.int() }),
    questions: z.array(question),
    quantities: z.array(estimate),
    sites: z.array(site),
    focus: z.string(),
    evidence: z.array(item),
    dateCaution: z
      .looseObject({ about: z.enum(['later', 'before-claim']), dossier: z.string(), says: localised })
      .nullable(),
    weakSource: z.looseObject({ item: z.string() }).nullable(),
    looks: z.array(z.looseObject({ id: z.string(), name: localised, sharpening: z.number() })),
    diagnostics: z.looseObject({
      ess: z.number(),
      pareto: z.number(),
      state: z.enum(['good', 'rescued', 'poor']),
    }),
    warnings: z.array(fault),
  })
  .meta({ id: 'Assessment', description: 'The answer of Sandtable for one dossier' });

const trace = z
  .looseObject({
    label: z.string(),
    value: z.union([z.number(), z.string(), spread, z.null()]),
    unit: z.string().optional(),
    spread: z
      .object({ median: z.number(), low: z.number(), high: z.number(), unit: z.string() })
      .optional()
      .meta({ description: 'median and middle 90 % of a value that is written as a spread' }),
    formula: z.string().optional(),
    basis: z.string().optional(),
    source: z.string().optional(),
    set: z
      .string()
      .optional()
      .meta({ description: 'path by which another value is put in its place, for `set` of a run' }),
    get children() {
      return z.array(trace);
    },
  })
  .meta({ id: 'Trace', description: 'Where a number comes from, down to a line of YAML' });

const explanation = z.object({ code: z.string(), title: z.string(), why: z.string(), fix: z.string() });
const chip = z.looseObject({ id: z.string(), name: z.string(), market: z.string() });
const instrument = z.looseObject({ id: z.string(), name: localised, kind: z.string() });
const moved = z.looseObject({ id: z.string() });

const schemas: Readonly<Record<string, z.ZodType>> = {
  assess: assessment,
  replay: z.array(assessment).meta({ description: 'one for each month' }),
  check: z.array(z.object({ dossier: z.string(), faults: z.array(fault) })),
  why: trace,
  diff: z.object({
    before: runId,
    after: runId,
    causes: z.array(z.object({ what: z.string(), before: z.string(), after: z.string() })),
    questions: z.array(moved),
    quantities: z.array(moved),
  }),
  verify: z.object({ run: runId, reproduced: z.literal(true), columnsDigest: digest }),
  cite: z.object({ run: runId, style: z.string(), citation: z.string(), verify: z.string() }),
  explain: z.union([explanation, z.array(explanation)]),
  chips: z.array(chip),
  chip,
  status: z.looseObject({ item: z.looseObject({ id: z.string() }), outcome: z.string() }),
  timeline: z.array(
    z.object({
      name: z.string(),
      spans: z.array(z.looseObject({ from: z.string(), to: z.string(), outcome: z.string() })),
    }),
  ),
  rules: z.union([instrument, z.array(instrument)]),
  train: z.looseObject({ model: z.looseObject({ id: z.string() }), groups: z.array(z.looseObject({})) }),
  serve: z.looseObject({
    model: z.looseObject({ id: z.string() }),
    group: z.looseObject({ chip: z.string() }),
  }),
  site: z.looseObject({ id: z.string(), name: localised, variants: z.array(z.looseObject({})) }),
  backtest: z.looseObject({}),
  reach: z.looseObject({}),
};

/** What the JSON of a command holds; more may be there than is described. */
export function answerSchema(command: string): z.ZodType {
  return schemas[command] ?? z.unknown();
}
