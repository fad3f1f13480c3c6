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
import { type Fit, fit, type Parameter, valuesAt } from '../training/levenberg.ts';
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

/** How every fit is made: that to all rows, which is shipped, and those to all folds but one, which are scored. */
const procedure = { passes: 2, rounds: 12 };
const robust = { noise: 0.1, huber: 1.5 };

/** The constants where a search ended, in as many digits as are written down. */
export function constantsAt(steps: readonly number[]): ServingConstants {
  const { parameters, back } = layout();
  return rounded(back(valuesAt(parameters, steps)));
}

/**
 * Fits the constants to some rows: from the priors on, with the placements that are best under them where none was published,
 * and once more with those that are best under the first fit.
 *
 * @param without sources whose published gains are left out
 * @returns where the search ended, for `constantsAt`
 */
export function fitConstants(
  rows: readonly PublishedServing[],
  loaded: Loaded,
  without: ReadonlySet<string> = new Set(),
): number[] {
  const { parameters } = layout();
  let steps = parameters.map(() => 0);
  for (let pass = 0; pass < procedure.passes; pass++) {
    ({ steps } = searched(rows, loaded, { without, steps, rounds: procedure.rounds }));
  }
  return steps.map((one) => Number(one.toFixed(5)));
}

/** How much one more round lowers what a fit makes small, as a share of it. */
export function leftToGain(
  rows: readonly PublishedServing[],
  loaded: Loaded,
  { without = new Set(), steps }: { without?: ReadonlySet<string>; steps: readonly number[] },
): number {
  const [now, next] = [0, 1].map((rounds) => searched(rows, loaded, { without, steps, rounds }).cost);
  return 1 - next! / now!;
}

/**
 * Some rounds of a search. Rows of one source, model, chip and scenario that differ in nothing the model knows are weighed
 * as one by the square root of their number, so that a benchmark that many vendors submit does not drown the rest.
 */
function searched(
  rows: readonly PublishedServing[],
  loaded: Loaded,
  { without, steps, rounds }: { without: ReadonlySet<string>; steps: readonly number[]; rounds: number },
): Fit {
  const { parameters, back } = layout();
  const resolved = resolve(rows, loaded, back(valuesAt(parameters, steps)));
  const weights = weightsOf(resolved);
  const own = parameters.map(({ of, ...one }) => ({
    ...one,
    ...(of && { rows: resolved.flatMap((row, i) => (of(row) ? [i] : [])) }),
  }));
  const weighed = (values: readonly number[], at?: readonly number[]) => {
    const now = back(values);
    const errors = residuals(resolved, loaded, now, at).map((one, i) => one * weights[at ? at[i]! : i]!);
    return at ? errors : [...errors, ...gainErrors(loaded, now, without)];
  };
  return fit(own, weighed, { ...robust, rounds, begin: steps });
}

/** One over the fourth root of how many rows are alike. */
function weightsOf(resolved: readonly Resolved[]): number[] {
  const keys = resolved.map(({ row: { source, name, chip, phase, load } }) => {
    const written = load.outputTokens < 1000 && /MLPerf/.test(source) ? '' : load.outputTokens;
    return [source, name, chip, phase, load.inputTokens, written].join();
  });
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.map((key) => 1 / Math.sqrt(Math.sqrt(counts.get(key)!)));
}

/** Four digits of each constant that is fitted. */
function rounded(constants: ServingConstants): ServingConstants {
  const short = (value: number) => Number(value.toPrecision(4));
  const all = <T extends object>(of: Readonly<Record<string, T>>) =>
    Object.fromEntries(
      Object.entries(of).map(([name, one]) => [
        name,
        Object.fromEntries(Object.entries(one).map(([part, value]) => [part, short(value)])),
      ]),
    );
  return {
    ...constants,
    ...Object.fromEntries(constantNames.map((name) => [name, short(constants[name])])),
    engine: all(constants.engine) as unknown as ServingConstants['engine'],
    family: all(constants.family) as unknown as ServingConstants['family'],
  };
}
