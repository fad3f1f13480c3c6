import { z } from 'zod';
import { checkCitation, citationKeys } from '../sources/citation.ts';
import { id, oneOrMore, text } from '../sources/fields.ts';

const whole = (example: number) =>
  z
    .number()
    .int()
    .positive()
    .max(1e9)
    .meta({ examples: [example] });
const orNone = (example: number) =>
  z
    .number()
    .int()
    .min(0)
    .max(1e9)
    .meta({ examples: [example] });

const attention = z.strictObject({
  heads: whole(128),
  kvHeads: whole(8),
  headDim: whole(128),
  window: whole(4096).optional(),
  queryKeyNorm: z
    .enum(['head', 'all'])
    .optional()
    .meta({ examples: ['head'] }),
  bias: z
    .enum(['qkv', 'all', 'none'])
    .optional()
    .meta({ examples: ['qkv'] }),
  sinks: z.boolean().optional(),
  gated: z.boolean().optional(),
});

const mla = z.strictObject({
  heads: whole(128),
  queryRank: orNone(1536),
  kvRank: whole(512),
  plain: whole(128),
  rotary: whole(64),
  value: whole(128),
  select: z.strictObject({ tokens: whole(2048), heads: whole(64), width: whole(128) }).optional(),
});

const mamba = z.strictObject({
  heads: whole(64),
  headDim: whole(64),
  state: whole(128),
  groups: whole(8),
  convolution: whole(4),
});

const delta = z.strictObject({
  keyHeads: whole(16),
  valueHeads: whole(32),
  keyDim: whole(128),
  valueDim: whole(128),
  convolution: whole(4),
});

const lightning = z.strictObject({ heads: whole(64), headDim: whole(128) });

const gated = z.boolean().meta({ examples: [true] });

const dense = z.strictObject({ width: whole(53248), gated });

const experts = z.strictObject({
  experts: whole(256),
  active: whole(8),
  width: whole(2048),
  gated,
  shared: orNone(2048),
  sharedGate: z.boolean().optional(),
  latent: whole(1024).optional(),
  bias: z.boolean().optional(),
  balanceBias: z.boolean().optional(),
  groupsActive: whole(4).optional(),
});

const run = z.strictObject({
  count: whole(61),
  attention: attention.optional(),
  mla: mla.optional(),
  mamba: mamba.optional(),
  delta: delta.optional(),
  lightning: lightning.optional(),
  dense: dense.optional(),
  experts: experts.optional(),
});

const printed = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .meta({ description: 'Billions, with the digits that were printed.', examples: ['671'] });

const model = z
  .strictObject({
    id,
    name: text,
    aliases: oneOrMore(text).optional(),
    maker: text,
    hidden: whole(7168),
    vocab: whole(129280),
    layers: z.array(run).min(1).max(200),
    tied: z.boolean().optional(),
    positions: orNone(2048).optional(),
    bias: z.boolean().optional(),
    parallel: z.boolean().optional(),
    norm: z
      .enum(['rms', 'layer', 'scale'])
      .meta({ description: 'rms and scale have one value a channel, layer two.', examples: ['rms'] }),
    normsEach: z.number().min(0).max(4).optional(),
    finalNorm: z.boolean().optional(),
    embeddingNorm: z.boolean().optional(),
    furtherTokens: orNone(1).optional(),
    context: whole(4096).optional(),
    longest: whole(131072).optional(),
    format: z.enum(['fp4']).optional(),
    published: z.strictObject({ total: printed.optional(), active: printed.optional() }),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation);

/** Schema of a file of `data/models`. */
export const modelFileSchema = z.strictObject({ models: z.array(model).min(1) });

export type WrittenModel = z.output<typeof model>;
export type WrittenRun = z.output<typeof run>;
