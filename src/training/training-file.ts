import { z } from 'zod';
import { figure, knownQuantity, ownFigure, sharedCitation } from '../chips/figure-field.ts';
import { checkCitation, citationKeys } from '../sources/citation.ts';
import { id, oneOrMore, text } from '../sources/fields.ts';
import { dimensions as d, divide } from '../units/dimension.ts';
import { frontierSchema } from './frontier.ts';

const share = z
  .number()
  .positive()
  .max(1)
  .meta({ examples: [0.8] });
const positive = z
  .number()
  .positive()
  .max(1e6)
  .meta({ examples: [128] });
const time = knownQuantity(d.time, '5 µs');

const curve = z.strictObject({
  plateau: share,
  halfDepth: positive,
  waves: z
    .number()
    .min(0)
    .max(2)
    .meta({ examples: [0.2] }),
  launch: time,
  stream: share,
});

const collective = z.strictObject({
  start: time,
  each: time,
  bandwidth: knownQuantity(d.dataRate, '340 GB/s'),
  half: knownQuantity(d.data, '5 MB'),
});

const family = z
  .strictObject({
    id,
    measured: z.boolean().meta({ examples: [true] }),
    processors: positive,
    compiled: z
      .boolean()
      .optional()
      .meta({ examples: [true] }),
    lanes: positive.optional(),
    /** What its matrix units multiply of BF16 while its others take one exponential [FLOP]. */
    exponential: positive.optional(),
    /** What one processor computes of attention over a compressed cache in sixteen bits. */
    latent: knownQuantity(d.flopRate, '5 TFLOP/s').optional(),
    /** The same where an indexer picks the tokens. */
    picked: knownQuantity(d.flopRate, '3 TFLOP/s').optional(),
    curves: z.strictObject({ bf16: curve, fp8: curve.optional(), fp4: curve.optional() }),
    /** Products of 512 rows or more, the conversion of their operands apart, where that was fitted. */
    large: z
      .strictObject({ bf16: curve.optional(), fp8: curve.optional(), fp4: curve.optional() })
      .optional(),
    gather: collective,
    reduce: collective,
    /** Sum that each chip receives whole; a reduction and a gathering where nobody measured it. */
    reduceAll: collective.optional(),
    exchange: collective,
    /** Share of the published rate of links, one way, that collectives reach where nobody measured them. */
    linkShare: share.optional(),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation);

const domain = z
  .number()
  .int()
  .positive()
  .max(1e6)
  .meta({ examples: [8] });
const network = knownQuantity(d.dataRate, '50 GB/s');

/** What nobody published of a chip, from the range of comparable ones; never read as a fact about it. */
const assumed = z.strictObject({ bandwidth: ownFigure(d.dataRate, '2.2 TB/s (1.6..2.8)') });

const chip = z.strictObject({
  chip: id,
  family: id,
  domain,
  network,
  /** Multiprocessors or compute units where they differ from those of the family. */
  processors: ownFigure(d.number, '304').optional(),
  /** Columns of the tiles that its processors work on, where they are not 256. */
  tile: ownFigure(d.number, '128').optional(),
  /** Names without a variant that are taken as this chip. */
  standsFor: oneOrMore(id).optional(),
  assumed: assumed.optional(),
});

const rate = figure(d.flopRate, '989.5 TFLOP/s');

const more = z
  .strictObject({
    id,
    name: text,
    aliases: oneOrMore(text).optional(),
    family: id,
    domain,
    network,
    peak: z.strictObject({ bf16: rate, fp8: rate.optional(), fp4: rate.optional(), int8: rate.optional() }),
    memory: figure(d.data, '80 GB'),
    bandwidth: figure(d.dataRate, '3350 GB/s'),
    /** Link to the memory of the host, one direction; PCIe of the fifth generation where left out. */
    host: figure(d.dataRate, '32 GB/s').optional(),
    power: figure(d.power, '700 W').optional(),
    ...sharedCitation,
    note: text.optional(),
  })
  .superRefine(checkCitation);

const number = z.number().meta({ examples: [0.5] });

const fitted = z
  .strictObject({
    values: z.record(z.string(), number),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation);

const factors = z
  .strictObject({
    families: z.record(
      id,
      z
        .strictObject({
          gemm: positive,
          narrow: positive,
          attention: positive,
          link: positive,
          host: positive,
        })
        .meta({ examples: [{ gemm: 1.1, narrow: 1.2, attention: 1, link: 1, host: 1 }] }),
    ),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation);

const reach = z
  .strictObject({ chips: z.number().nonnegative(), parameters: z.number().nonnegative() })
  .meta({ examples: [{ chips: 16384, parameters: 4.06e11 }] });

const record = z
  .strictObject({ families: z.record(id, reach), growth: reach, ...citationKeys, note: text.optional() })
  .superRefine(checkCitation);

const run = z.strictObject({
  nodeLife: ownFigure(d.time, '250 d'),
  recovery: ownFigure(d.time, '10 min'),
  stall: ownFigure(d.time, '10 s'),
  maintenance: ownFigure(d.number, '0.01'),
  rareMeetings: ownFigure(d.number, '1.05'),
  electricity: ownFigure(divide(d.cny, d.energy), '0.4 CNY/kWh'),
  meetingSteps: ownFigure(d.number, '100'),
  meetingBytes: ownFigure(d.number, '1'),
});

/** Schema of a file of `data/training`: any of these sections. */
export const trainingFileSchema = z.strictObject({
  families: z.array(family).optional(),
  chips: z.array(chip).optional(),
  more: z.array(more).optional(),
  constants: fitted.optional(),
  factors: factors.optional(),
  memory: fitted.optional(),
  intervals: fitted.optional(),
  record: record.optional(),
  run: run.optional(),
  frontier: frontierSchema.optional(),
});

export type TrainingFile = z.output<typeof trainingFileSchema>;
