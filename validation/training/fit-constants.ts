import { parametersOf } from '../../src/models/parameters.ts';
import type { ConstantName, Constants, FamilyFactors } from '../../src/training/constants.ts';
import { constantNames } from '../../src/training/constants.ts';
import type { Machine } from '../../src/training/machine.ts';
import { modelTime } from '../../src/training/model-time.ts';
import type { Plan } from '../../src/training/plan.ts';
import { predictRun } from '../../src/training/predict-run.ts';
import type { PublishedRun } from '../../src/training/published.ts';
import { stepTime } from '../../src/training/step.ts';
import { fit, type Parameter } from './levenberg.ts';
import type { load } from './load.ts';
import { priors } from './priors.ts';

type Loaded = ReturnType<typeof load>;

/** What is fitted: global constants with their prior spreads, and two factors for each family of chips. */
const spreads: Readonly<Record<ConstantName, number>> = {
  attentionForward: 0.3,
  attentionBackward: 0.3,
  scan: 1,
  traffic: 0.5,
  unfused: 0.5,
  cast: 0.5,
  softmax: 0.5,
  attentionTuned: 0.3,
  attentionHalf: 1,
  exponential: 0.5,
  attentionWritten: 0.4,
  exchangeNetwork: 0.4,
  expertOverlapped: 0.3,
  hostDropped: 0.3,
  yearGrouped: 1,
  yearLate: 1,
  yearExpertHidden: 1,
  permute: 0.5,
  network: 0.3,
  networkStart: 0.7,
  tensorHidden: 0.5,
  tensorBeside: 0.3,
  contextHidden: 0.5,
  expertHidden: 0.7,
  exchangeProcessors: 0.3,
  exchangeJoined: 0.4,
  permuteJoined: 0.5,
  hostJoined: 0.4,
  dataHidden: 0.2,
  shardHidden: 0.15,
  pipelineExposed: 0.7,
  accumulate: 0.5,
  optimiser: 0.4,
  hostDense: 0.7,
  hostExperts: 0.5,
  hostHeld: 0.7,
  hostGraphed: 0.4,
  fixed: 0.7,
  jitter: 1,
  groupedLoss: 0.3,
  yearSoftware: 1,
  yearExperts: 0.5,
  yearHidden: 1,
  bubble: 0.1,
};

/** Families of one generation share most of how they compute; each may differ from it a little. */
export const generations: Readonly<Record<string, string>> = {
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
  'tpu-v4': 'tpu',
  'tpu-v5e': 'tpu',
  'tpu-v5p': 'tpu',
  'tpu-v6e': 'tpu',
  'tpu-v7': 'tpu',
};

/** Spreads of the factors of a generation, and of a family within it. */
const factorSpreads: Readonly<Record<keyof FamilyFactors, readonly [generation: number, family: number]>> = {
  gemm: [0.7, 0.5],
  narrow: [0.6, 0.35],
  attention: [0.25, 0.12],
  link: [0.3, 0.2],
  host: [0.15, 0.1],
};
const factorNames = Object.keys(factorSpreads) as (keyof FamilyFactors)[];

/** The constants as a list of parameters to fit, and back. */
export function layout(constants: Constants): {
  parameters: (Parameter & { families?: readonly string[] })[];
  back: (values: readonly number[]) => Constants;
} {
  const families = Object.keys(constants.family);
  const shared = [...new Set(families.map((family) => generations[family] ?? family))];
  const parameters = [
    ...constantNames.map((name) => ({ start: constants[name], spread: spreads[name] })),
    ...shared.flatMap((generation) => {
      const members = families.filter((family) => (generations[family] ?? family) === generation);
      return factorNames.map((name) => ({ start: 1, spread: factorSpreads[name][0], families: members }));
    }),
    ...families.flatMap((family) =>
      factorNames.map((name) => ({
        start: constants.family[family]![name],
        spread: factorSpreads[name][1],
        families: [family],
      })),
    ),
  ];
  const back = (values: readonly number[]) => {
    const plain: Record<string, number> = {};
    constantNames.forEach((name, i) => {
      plain[name] =
        /(Hidden|Beside)$/.test(name) && !/^year/.test(name) ? Math.min(0.97, values[i]!) : values[i]!;
    });
    const at = (block: number, i: number, j: number) =>
      values[constantNames.length + (block * shared.length + i) * factorNames.length + j]!;
    const family = Object.fromEntries(
      families.map((one, i) => {
        const g = shared.indexOf(generations[one] ?? one);
        return [one, Object.fromEntries(factorNames.map((name, j) => [name, at(0, g, j) * at(1, i, j)]))];
      }),
    );
    return { ...plain, family } as unknown as Constants;
  };
  return { parameters, back };
}

/** A run with the plan that its open fields were given, so that fitting need not choose it again. */
export interface Resolved {
  run: PublishedRun;
  machine: Machine;
  plan: Plan;
  counts: ReturnType<typeof parametersOf>;
}

/** Chooses the open fields of runs under some constants; runs without a machine are left out. */
export function resolve(
  runs: readonly PublishedRun[],
  { training }: Loaded,
  constants: Constants,
): Resolved[] {
  const numbers = { constants, memory: training.memory };
  return runs.flatMap((run) => {
    const made = predictRun(run, { machines: training.machines, numbers });
    return made ? [{ run, machine: made.machine, plan: made.plan, counts: parametersOf(run.model) }] : [];
  });
}

/** Logarithm of predicted over published time, of all runs or of those at some indexes. */
export function residuals(
  resolved: readonly Resolved[],
  constants: Constants,
  rows?: readonly number[],
): number[] {
  return (rows ? rows.map((row) => resolved[row]!) : resolved).map(({ run, machine, plan, counts }) => {
    const { model } = run;
    const times = modelTime(model, { plan, machine, constants });
    return Math.log(stepTime({ model, counts, machine, constants, plan, times }).total / run.seconds);
  });
}

/** Fits the constants to some runs, beginning at those given. */
export function fitConstants(
  runs: readonly PublishedRun[],
  loaded: Loaded,
  { rounds = 12, passes = 2 }: { rounds?: number; passes?: number } = {},
): { constants: Constants; rms: number } {
  const { parameters, back } = layout(priors);
  let constants: Constants = priors;
  let rms = 0;
  let begin: number[] | undefined;
  for (let pass = 0; pass < passes; pass++) {
    const resolved = resolve(runs, loaded, constants);
    const base = residuals(resolved, back(parameters.map(({ start }) => start)));
    const own = parameters.map(({ families, ...one }, i) => {
      if (!families) {
        // Most constants move only some runs, those with experts or with several stages, say.
        const moved = parameters.map(({ start }, j) => (i === j ? 1.2 * start : start));
        const other = residuals(resolved, back(moved));
        return { ...one, rows: base.flatMap((before, row) => (other[row] === before ? [] : [row])) };
      }
      const rows = resolved.flatMap(({ machine }, i) => (families.includes(machine.family) ? [i] : []));
      return { ...one, rows };
    });
    const made = fit(own, (at, rows) => residuals(resolved, back(at), rows), {
      noise: 0.08,
      rounds,
      huber: 0.4,
      begin,
    });
    constants = back(made.values);
    rms = made.rms;
    begin = made.steps;
  }
  return { constants, rms };
}
