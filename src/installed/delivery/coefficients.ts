import { hubTypes, worldRegions } from '../../dossier/dossier.ts';
import { log } from '../../elementary/logarithm.ts';
import type { Attributes } from './attributes.ts';

/** What the attributes of a hub move: each a sum of coefficients times features. */
export const predictors = ['lit', 'full', 'named', 'time', 'spread', 'ramp', 'works'] as const;
export type Predictor = (typeof predictors)[number];

/** Features of a hub, in the order of a predictor's coefficients. */
export const features = [
  'base',
  'intent',
  'built',
  'gigawatt',
  'barred',
  'promise',
  ...hubTypes.map((type) => `type.${type}` as const),
  ...worldRegions.map((region) => `region.${region}` as const),
] as const;
export type Feature = (typeof features)[number];

/** What no attribute moves: where on the way to first light buildings come, the spread of the ramp, the unlit. */
export const constants = ['shellShare', 'rampSpread', 'unlitWorks', 'unlitShell'] as const;
export type Constant = (typeof constants)[number];

/** Names of all coefficients in the order of their vector. */
export const coefficientNames: readonly string[] = [
  ...predictors.flatMap((predictor) => features.map((feature) => `${predictor}.${feature}`)),
  ...constants,
];

/** Days that a promise is measured against: its logarithm is the feature. */
const TYPICAL_PROMISE = 480;

/** Features of a hub; those of what is not known of it are 0, so that it is judged like the average hub. */
export function featuresOf({
  commitment,
  type,
  region,
  gigawatt,
  controlledChip,
  promised,
}: Attributes): Float64Array {
  const of: Partial<Record<Feature, number>> = {
    base: 1,
    intent: { intent: 1, approved: 0.5, contracted: 0, built: 0 }[commitment],
    built: Number(commitment === 'built'),
    gigawatt: Number(gigawatt),
    barred: Number(controlledChip && region === 'china'),
    promise: promised === null ? 0 : log(Math.max(promised, 60) / TYPICAL_PROMISE),
    ...(type && { [`type.${type}`]: 1 }),
    ...(region && { [`region.${region}`]: 1 }),
  };
  return Float64Array.from(features, (feature) => of[feature] ?? 0);
}

/**
 * What the coefficients amount to for one hub: its predictors (sums of coefficients times features), then the constants.
 * A fate depends on the coefficients through these few numbers only.
 */
export function summaryOf(coefficients: Float64Array, x: Float64Array): Float64Array {
  const out = new Float64Array(SUMMARY);
  for (let p = 0; p < predictors.length; p++) {
    for (let i = 0; i < x.length; i++) out[p]! += coefficients[p * x.length + i]! * x[i]!;
  }
  out.set(coefficients.subarray(predictors.length * x.length), predictors.length);
  return out;
}

/** Numbers in a summary. */
export const SUMMARY = predictors.length + constants.length;

/** Position of a predictor or a constant in a summary. */
export function positionOf(name: Predictor | Constant): number {
  const at = predictors.indexOf(name as Predictor);
  return at >= 0 ? at : predictors.length + constants.indexOf(name as Constant);
}

/** For each number of a summary, the coefficients it is made of and what each is multiplied by. */
export function partsOf(x: Float64Array): { coefficient: number; factor: number }[][] {
  const sums = predictors.map((_, p) =>
    Array.from(x, (factor, i) => ({ coefficient: p * x.length + i, factor })).filter(
      ({ factor }) => factor !== 0,
    ),
  );
  const first = predictors.length * x.length;
  return [...sums, ...constants.map((_, c) => [{ coefficient: first + c, factor: 1 }])];
}
