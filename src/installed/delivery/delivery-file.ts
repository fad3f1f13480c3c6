import { z } from 'zod';
import { hubTypes, worldRegions } from '../../dossier/dossier.ts';
import { type Fault, SandtableError } from '../../errors/fault.ts';
import { checkCitation, citationKeys, citationOf } from '../../sources/citation.ts';
import { readDocument } from '../../sources/document.ts';
import type { Citation } from '../../sources/source.ts';
import { commitments } from './attributes.ts';
import { coefficientNames, type Predictor, predictors } from './coefficients.ts';
import type { CoefficientPrior, DeliveryFit } from './fit.ts';

/** What is judged beside the coefficients. */
export interface DeliveryJudgement {
  priors: ReadonlyMap<string, CoefficientPrior>;
  hubSpread: number;
  stance: { lit: number; named: number };
  commonPace: number;
  early: Readonly<Record<(typeof commitments)[number], number>>;
  part: readonly [number, number];
  /** Beta distribution of the share that is lit where a hub fills up. */
  fullFill: readonly [number, number];
}

/** The fitted model of delivery: what `npm run fit` wrote, or a fit that leaves a case out. */
export interface Delivery {
  judgement: DeliveryJudgement;
  fit: DeliveryFit;
  /** Beta distribution of the share of the claim that is lit where a hub stays below it. */
  part: readonly [number, number];
  citation: Citation;
  place: string;
}

const positive = z.number().positive();
const normal = z.tuple([z.number(), positive]);
const group = z.strictObject(
  Object.fromEntries(
    ['base', 'intent', 'built', 'gigawatt', 'barred', 'promise', 'type', 'region'].map((name) => [
      name,
      normal.optional(),
    ]),
  ),
);
const priorSchema = z
  .strictObject({
    ...citationKeys,
    coefficients: z.strictObject({
      ...(Object.fromEntries(predictors.map((name) => [name, group])) as Record<Predictor, typeof group>),
      shellShare: normal,
      rampSpread: normal,
      unlitWorks: normal,
      unlitShell: normal,
    }),
    hubSpread: positive,
    stance: z.strictObject({ lit: positive, named: positive }),
    commonPace: z.number().min(0).max(1),
    early: z.strictObject(
      Object.fromEntries(commitments.map((name) => [name, z.number().min(0)])) as Record<
        (typeof commitments)[number],
        z.ZodNumber
      >,
    ),
    part: z.tuple([positive, positive]),
    fullFill: z.tuple([positive, positive]),
  })
  .superRefine(checkCitation);

/**
 * Reads what is believed before the cases.
 *
 * @param file text of `data/installed/delivery-prior.yaml`
 * @throws SandtableError with every fault of the file
 */
export function parseJudgement(file: { path: string; text: string }): DeliveryJudgement {
  const { value, faults } = readDocument(file.text, file.path, priorSchema);
  if (!value) throw new SandtableError(faults);
  const { coefficients, hubSpread, stance, commonPace, early, part, fullFill } = value;
  const priors = new Map<string, CoefficientPrior>();
  for (const [name, entry] of Object.entries(coefficients)) {
    if (Array.isArray(entry)) priors.set(name, priorOf(entry as [number, number]));
    else addGroup(priors, name, entry as Record<string, [number, number] | undefined>);
  }
  return { priors, hubSpread, stance, commonPace, early, part, fullFill };
}

function addGroup(
  priors: Map<string, CoefficientPrior>,
  predictor: string,
  entry: Record<string, [number, number] | undefined>,
): void {
  const groups: Record<string, readonly string[]> = { type: hubTypes, region: worldRegions };
  for (const [feature, pair] of Object.entries(entry)) {
    if (!pair) continue;
    const members = groups[feature]?.map((member) => `${feature}.${member}`) ?? [feature];
    for (const member of members) priors.set(`${predictor}.${member}`, priorOf(pair));
  }
}

const priorOf = ([mean, sd]: readonly [number, number]): CoefficientPrior => ({ mean, sd });

const fitSchema = z
  .strictObject({
    ...citationKeys,
    cases: z.int().positive(),
    part: z.tuple([positive, positive]),
    coefficients: z.record(z.string(), z.number()),
    covariance: z.record(z.string(), z.array(z.number())),
  })
  .superRefine(checkCitation);

/**
 * Reads the fitted model.
 *
 * @param file text of `data/installed/delivery.yaml`
 * @throws SandtableError with every fault of the file
 */
export function parseDelivery(file: { path: string; text: string }, judgement: DeliveryJudgement): Delivery {
  const { value, faults, placeOf } = readDocument(file.text, file.path, fitSchema);
  if (!value) throw new SandtableError(faults as Fault[]);
  const size = coefficientNames.length;
  const coefficients = Float64Array.from(coefficientNames, (name) => value.coefficients[name] ?? 0);
  const covariance = new Float64Array(size * size);
  const names = Object.keys(value.covariance);
  names.forEach((name) => {
    value.covariance[name]!.forEach((entry, j) => {
      const [a, b] = [coefficientNames.indexOf(name), coefficientNames.indexOf(names[j]!)];
      covariance[a * size + b] = entry;
      covariance[b * size + a] = entry;
    });
  });
  const { basis, sources, by, why } = value;
  const { line } = placeOf(['coefficients']);
  return {
    judgement,
    fit: { coefficients, covariance, log: 0 },
    part: value.part,
    citation: citationOf({ basis, sources, by, why }),
    place: `${file.path}:${line}`,
  };
}
