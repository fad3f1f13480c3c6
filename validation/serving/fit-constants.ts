import {
  type ConstantName,
  constantNames,
  type EngineKind,
  engineKinds,
  type ServingConstants,
} from '../../src/serving/constants.ts';
import type { Placement } from '../../src/serving/placement.ts';
import { predictRow } from '../../src/serving/predict-row.ts';
import type { PublishedServing } from '../../src/serving/published.ts';
import { fit, type Parameter } from '../training/levenberg.ts';
import { gainErrors } from './examples.ts';
import type { Loaded } from './load.ts';
import { priors, spreads } from './priors.ts';

/** Families of one generation share most of how they compute; each may differ from it a little. */
const generations: Readonly<Record<string, string>> = {
  a100: 'ampere',
  a800: 'ampere',
  h100: 'hopper',
  h200: 'hopper',
  h800: 'hopper',
  h20: 'hopper',
  b200: 'blackwell',
  b300: 'blackwell',
  gb200: 'blackwell',
  gb300: 'blackwell',
  amd: 'cdna',
  mi325: 'cdna',
};
const factors = ['compute', 'memory', 'latent'] as const;

/**
 * Families of one silicon, cut down or with more memory, run the same kernels: their factors are one. A factor of its own
 * would say that more memory or faster links make a chip slower.
 */
const silicon: Readonly<Record<string, string>> = {
  a800: 'a100',
  h200: 'h100',
  h800: 'h100',
  b300: 'b200',
  gb300: 'gb200',
};

/** The constants as a list of parameters to fit, and back. */
function layout(): {
  parameters: (Parameter & { of?: (one: Resolved) => boolean })[];
  back: (values: readonly number[]) => ServingConstants;
} {
  const families = Object.keys(priors.family).filter((name) => silicon[name] === undefined);
  const alike = (name: string) => Object.keys(silicon).filter((other) => silicon[other] === name);
  const shared = [...new Set(families.map((family) => generations[family] ?? family))];
  const engine = (kind: EngineKind) => (one: Resolved) => one.placement.engine === kind;
  const family = (names: readonly string[]) => (one: Resolved) => names.includes(one.family);
  const parameters: (Parameter & { of?: (one: Resolved) => boolean })[] = [
    ...constantNames.map((name) => ({ start: priors[name], spread: spreads[name]! })),
    ...engineKinds.map((kind) => ({
      start: priors.engine[kind].sequence,
      spread: spreads.sequence!,
      of: engine(kind),
    })),
    ...engineKinds.map((kind) => ({
      start: priors.engine[kind].kernels,
      spread: spreads.kernels!,
      of: engine(kind),
    })),
    ...shared.flatMap((generation) => {
      const members = families.filter((name) => (generations[name] ?? name) === generation);
      return factors.map((one) => ({
        start: 1,
        spread: spreads[one === 'latent' ? one : 'generation']!,
        of: family(members.flatMap((name) => [name, ...alike(name)])),
      }));
    }),
    ...families.flatMap((name) =>
      factors.map((one) => ({
        start: priors.family[name]![one],
        spread: spreads.family!,
        of: family([name, ...alike(name)]),
      })),
    ),
  ];
  const back = (values: readonly number[]): ServingConstants => {
    const next = take(values);
    const plain = Object.fromEntries(constantNames.map((name) => [name, next()])) as Record<
      ConstantName,
      number
    >;
    const sequence = engineKinds.map(next);
    const kernels = engineKinds.map(next);
    const ofShared = new Map(shared.map((name) => [name, factors.map(next)]));
    const ofFamily = Object.fromEntries(
      families.flatMap((name) => {
        const own = factors.map(next);
        const general = ofShared.get(generations[name] ?? name)!;
        const made = Object.fromEntries(factors.map((one, i) => [one, own[i]! * general[i]!]));
        return [name, ...alike(name)].map((member) => [member, made]);
      }),
    );
    const ofEngine = Object.fromEntries(
      engineKinds.map((kind, i) => [kind, { sequence: sequence[i]!, kernels: kernels[i]! }]),
    ) as ServingConstants['engine'] & Record<EngineKind, { sequence: number; kernels: number }>;
    return {
      ...plain,
      hidden: Math.min(1, plain.hidden),
      stall: Math.min(1, plain.stall),
      engine: ofEngine,
      family: ofFamily as unknown as ServingConstants['family'],
      limits: priors.limits,
    };
  };
  return { parameters, back };
}

function take(values: readonly number[]): () => number {
  let i = 0;
  return () => values[i++]!;
}

/** A row with the placement it was given, so that fitting need not choose it again. */
export interface Resolved {
  row: PublishedServing;
  placement: Placement;
  family: string;
}

/** Chooses the placements that were not published under some constants; rows that nothing fits are left out. */
export function resolve(
  rows: readonly PublishedServing[],
  { machines }: Loaded,
  constants: ServingConstants,
): Resolved[] {
  return rows.flatMap((row) => {
    const made = predictRow(row, { machines, constants });
    return made && made.rate > 0
      ? [{ row, placement: made.placement, family: machines.get(row.chip)!.family }]
      : [];
  });
}

/** Logarithm of predicted over published rate. */
export function residuals(
  resolved: readonly Resolved[],
  { machines }: Loaded,
  constants: ServingConstants,
  at?: readonly number[],
): number[] {
  return (at ? at.map((i) => resolved[i]!) : resolved).map(({ row, placement }) => {
    const rate = predictRow(row, { machines, constants, placement })?.rate ?? 0;
    return Math.log(Math.max(rate, row.rate / 100) / row.rate);
  });
}

/**
 * Fits the constants to some rows. Rows of one source, model, chip and scenario that differ in nothing the model knows are
 * weighed as one by the square root of their number, so that a benchmark that many vendors submit does not drown the rest.
 */
export function fitConstants(
  rows: readonly PublishedServing[],
  loaded: Loaded,
  {
    rounds = 10,
    passes = 2,
    without = new Set(),
  }: { rounds?: number; passes?: number; without?: ReadonlySet<string> } = {},
): { constants: ServingConstants; rms: number } {
  const { parameters, back } = layout();
  let constants = priors;
  let rms = 0;
  let begin: number[] | undefined;
  for (let pass = 0; pass < passes; pass++) {
    const resolved = resolve(rows, loaded, constants);
    const keys = resolved.map(({ row }) =>
      [
        row.source,
        row.name,
        row.chip,
        row.phase,
        row.load.inputTokens,
        row.load.outputTokens < 1000 && /MLPerf/.test(row.source) ? '' : row.load.outputTokens,
      ].join(),
    );
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    const weights = keys.map((key) => 1 / Math.sqrt(Math.sqrt(counts.get(key)!)));
    const own = parameters.map(({ of, ...one }) => ({
      ...one,
      ...(of && { rows: resolved.flatMap((row, i) => (of(row) ? [i] : [])) }),
    }));
    const weighed = (values: readonly number[], at?: readonly number[]) => {
      const now = back(values);
      const errors = residuals(resolved, loaded, now, at).map((one, i) => one * weights[at ? at[i]! : i]!);
      return at ? errors : [...errors, ...gainErrors(loaded, now, without)];
    };
    const made = fit(own, weighed, {
      noise: 0.1,
      rounds,
      huber: 1.5,
      begin,
    });
    constants = back(made.values);
    const plain = residuals(resolved, loaded, constants);
    rms = Math.sqrt(plain.reduce((sum, one) => sum + one * one, 0) / plain.length);
    begin = made.steps;
  }
  return { constants, rms };
}
