import { z } from 'zod';
import { type Fault, SandtableError } from '../errors/fault.ts';
import { checkCitation, citationKeys, citationOf, type WrittenCitation } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import { id, localised } from '../sources/fields.ts';
import { quantity } from '../sources/quantity.ts';
import { dimensions, divide } from '../units/dimension.ts';
import { exactValue } from './exact-value.ts';
import { type Finding, type Kind, type Kinds, type ProspectKind, prospects } from './kinds.ts';
import { routes, stages } from './world.ts';

const probability = z.number().min(0).max(1);
const byRoute = z.union([
  probability.transform((p) => ({ named: p, legal: p, domestic: p })),
  z.strictObject({ named: probability, legal: probability, domestic: probability }),
]);
const finding = z.strictObject({
  paper: byRoute,
  construction: byRoute,
  shell: byRoute,
  lit: byRoute,
  noise: probability
    .min(0.001)
    .meta({ description: 'How often an unreliable source reports it, whatever is true.' }),
  hub: z.strictObject({ there: probability, absent: probability }).optional(),
});
const prospect = z.strictObject({
  inTime: byRoute,
  late: byRoute,
  part: byRoute,
  never: byRoute,
  noise: probability.min(0.001),
});
const positive = z.number().positive();
const noise = probability.min(0.001).meta({
  description: 'How often an unreliable source would report just this, whatever is true.',
});
const head = { id, name: localised, meaning: localised };

const kindSchema = z
  .discriminatedUnion('model', [
    z.strictObject({
      ...head,
      model: z.literal('finding'),
      findings: z.record(id, finding),
      ...citationKeys,
    }),
    z.strictObject({
      ...head,
      model: z.literal('prospect'),
      findings: z.record(id, prospect),
      unlessBarred: z.boolean().default(false).meta({
        description: 'Whether the prior of a hub whose chip is barred already counts with it.',
      }),
      sinceClaim: z.boolean().default(false).meta({
        description: 'Whether it speaks of what was claimed only from the day of the claim on.',
      }),
      ...citationKeys,
    }),
    z.strictObject({
      ...head,
      model: z.literal('amount'),
      of: z.enum(['compute', 'accelerators', 'power', 'fans', 'water', 'area']),
      sigma: positive,
      bias: positive,
      unlit: probability,
      noise: z.strictObject({ share: positive, sigma: positive }),
      ...citationKeys,
    }),
    z.strictObject({
      ...head,
      model: z.literal('budget'),
      scopes: z.array(z.strictObject({ share: positive, sigma: positive, weight: positive })).min(1),
      hardwareShare: probability,
      noise: z.strictObject({
        median: quantity(divide(dimensions.cny, dimensions.peakCompute)),
        sigma: positive,
      }),
      ...citationKeys,
    }),
    z.strictObject({
      ...head,
      model: z.literal('count'),
      stage: z.enum(stages),
      seen: probability,
      noise,
      ...citationKeys,
    }),
    z.strictObject({ ...head, model: z.literal('total'), sigma: positive, noise, ...citationKeys }),
    z.strictObject({
      ...head,
      model: z.literal('unaware'),
      finding: id,
      most: probability,
      scale: positive,
      noise,
      ...citationKeys,
    }),
    z.strictObject({
      ...head,
      model: z.literal('floor'),
      sigma: positive,
      pricePerChip: quantity(dimensions.usd),
      noise,
      ...citationKeys,
    }),
    z.strictObject({
      ...head,
      model: z.literal('order'),
      finding: id,
      complete: quantity({}),
      compliance: quantity({}),
      ...citationKeys,
    }),
  ])
  .superRefine((value, ctx) => checkCitation(value as WrittenCitation, ctx));

type Written = z.output<typeof kindSchema>;

/**
 * Reads the evidence kinds, one a file.
 *
 * @param files texts of `data/evidence/*.yaml`
 * @throws SandtableError with every fault of all files
 */
export function parseKinds(files: readonly { path: string; text: string }[]): Kinds {
  const faults: Fault[] = [];
  const kinds = new Map<string, Kind>();
  for (const { path, text } of files) {
    const read = readDocument(text, path, kindSchema);
    faults.push(...read.faults);
    if (read.value) kinds.set(read.value.id, kindOf(read.value));
  }
  if (faults.some((fault) => fault.severity === 'error')) throw new SandtableError(faults);
  return kinds;
}

function kindOf({ basis, sources, by, why, ...written }: Written): Kind {
  const base = {
    id: written.id,
    name: written.name,
    meaning: written.meaning,
    citation: citationOf({ basis, sources, by, why }),
  };
  switch (written.model) {
    case 'finding':
      return { ...base, model: 'finding', findings: findingsOf(written.findings) };
    case 'prospect':
      return {
        ...base,
        model: 'prospect',
        findings: prospectsOf(written.findings),
        sinceClaim: written.sinceClaim,
        unlessBarred: written.unlessBarred,
      };
    case 'budget': {
      const noise = { median: exactValue(written.noise.median) * PETA, sigma: written.noise.sigma };
      return {
        ...base,
        model: 'budget',
        scopes: written.scopes,
        hardwareShare: written.hardwareShare,
        noise,
      };
    }
    case 'count':
      return {
        ...base,
        model: 'count',
        stage: stages.indexOf(written.stage),
        seen: written.seen,
        noise: written.noise,
      };
    case 'floor':
      return {
        ...base,
        model: 'floor',
        sigma: written.sigma,
        pricePerChip: exactValue(written.pricePerChip),
        noise: written.noise,
      };
    case 'order': {
      const { finding, complete, compliance } = written;
      return {
        ...base,
        model: 'order',
        finding,
        complete: exactValue(complete),
        compliance: exactValue(compliance),
      };
    }
    default:
      return { ...written, ...base };
  }
}

function findingsOf(written: Record<string, z.output<typeof finding>>): Map<string, Finding> {
  return new Map(
    Object.entries(written).map(([name, { noise, hub, ...table }]) => {
      const p = Float64Array.from(stages.flatMap((stage) => routes.map((route) => table[stage][route])));
      return [name, { name, p, noise, ...(hub && { hub }) }];
    }),
  );
}

function prospectsOf(written: Record<string, z.output<typeof prospect>>): ProspectKind['findings'] {
  return new Map(
    Object.entries(written).map(([name, { noise, ...table }]) => {
      return [
        name,
        {
          name,
          p: Float64Array.from(prospects.flatMap((one) => routes.map((route) => table[one][route]))),
          noise,
        },
      ];
    }),
  );
}

/** P is 1e15 of its coherent unit. */
const PETA = 1e15;
