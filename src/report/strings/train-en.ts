import type { Assumed } from '../../training/answer.ts';
import type { Hosted } from '../../training/software.ts';
import type { StepTime } from '../../training/step.ts';

const plural = (n: string, one: string, many = `${one}s`) => `${n} ${n === '1' ? one : many}`;

/** What Sandtable says about training, in English. */
export const trainEn = {
  parameters: (total: string, active: string): string =>
    total === active ? `${total} parameters` : `${total} parameters, ${active} of them active`,
  batch: (sequences: string, tokens: string): string =>
    `batches of ${sequences} sequences of ${tokens} tokens`,
  byDefault: (names: readonly string[]): string => `by default: ${names.join(', ')}`,
  assumed: {
    batch: 'batch',
    sequence: 'length of sequences',
    precision: 'format of products',
    year: 'year of the software',
    tokens: '20 tokens for each active parameter',
  } satisfies Record<Assumed, string>,
  plan: 'plan',
  step: 'one step',
  rate: 'tokens a second',
  perChip: (rate: string): string => `${rate} a chip`,
  utilisation: 'share of the dense BF16 peak',
  utilisationOf: (format: string): string => `share of the dense ${format} peak`,
  causal: 'causal',
  full: 'full attention',
  memoryHead: 'memory of the fullest chip',
  of: (used: string, whole: string): string => `${used} of ${whole} GiB`,
  stepPart: {
    gemm: 'matrix products',
    attention: 'attention',
    memory: 'norms, casts, permutations',
    tensor: 'exchange within the tensor group',
    context: 'exchange of sequence parts',
    expert: 'exchange of experts',
    host: 'waiting for the host',
    recompute: 'recomputation',
    head: 'output layer and loss',
    imbalance: 'uneven stages',
    bubble: 'pipeline filling and emptying',
    stages: 'handing on to the next stage',
    data: 'exchange between copies',
    optimiser: 'optimiser',
    offload: 'moving to the host',
    jitter: 'slow chips and clocks',
  } satisfies Record<Exclude<keyof StepTime, 'total'>, string>,
  runHead: (tokens: string, flop: string): string => `a run of ${tokens} tokens, ${flop} FLOP`,
  runHeadDefault: (tokens: string, flop: string): string =>
    `a run of ${tokens} tokens (default), ${flop} FLOP`,
  calendar: 'calendar time',
  days: (days: string): string => `${days} days`,
  chipHours: 'chip-hours',
  hours: (n: string): string => `${n} h`,
  minutes: (n: string): string => `${n} min`,
  sites: (n: string, share: string): string => `${n} sites compute ${share} of the time`,
  exchange: (seconds: string, enough: string): string =>
    `one exchange takes ${seconds} s; ${enough} Gbit/s a site would be enough`,
  tokenFactor: (factor: string): string => `and need ${factor} times the tokens (judged)`,
  energy: 'energy at the meter',
  electricity: 'electricity',
  yuan: (amount: string): string => `${amount} CNY`,
  largestHead: 'the largest run',
  equivalents: (n: string): string => `${n} x DeepSeek-V3`,
  nearestHead: 'published runs like it',
  published: 'published',
  predicted: 'predicted',
  error: 'error',
  noRecord: (chip: string): string =>
    `No training run on ${chip} has been published with its configuration: this answer extrapolates from other chips, and its interval is judged wide.`,
  fewRecords: (chip: string, runs: string): string =>
    `Only ${plural(runs, 'published run')} on ${chip} and its relatives: the interval cannot be checked.`,
  unmeasured: (chip: string): string =>
    `Kernels of ${chip} were not measured in public; curves of a relative or a stated fallback stand in.`,
  idle: (chip: string, chips: string): string => `${chips} ${chip} stand by: their number does not split.`,
  hosted: (chip: string, what: string, gib: string, asked: boolean): string =>
    `${asked ? '' : 'Nothing fits otherwise: '}${asked ? what[0]!.toUpperCase() + what.slice(1) : what} wait in the memory of hosts, ${gib} GiB of it for each ${chip}.`,
  hostedParts: {
    none: 'nothing',
    moments: 'moments of the optimiser',
    states: 'states of the optimiser',
    weights: 'weights and states of the optimiser',
  } satisfies Record<Hosted, string>,
  integers: (chip: string): string =>
    `${chip} has no FP8: eight bits run as integers (INT8), as the compilers of TPUs train.`,
  extrapolated: (chip: string, chips?: string, parameters?: string): string =>
    `Extrapolated: ${[
      ...(chips === undefined ? [] : [`${chips} times the chips`]),
      ...(parameters === undefined ? [] : [`${parameters} times the active parameters`]),
    ].join(
      ' and ',
    )} of the largest published run on ${chip} and its relatives. The interval is wider for it.`,
  mixed: 'Each kind holds whole copies of the model and takes batches in proportion to its speed.',
  doesNotFit: (chip: string, short: string, changes: string): string =>
    `This plan needs ${short} GiB more on each ${chip}. ${changes === '' ? 'No single change is enough.' : `Smallest change: ${changes}.`}`,
  tight: (chip: string, short: string, changes: string): string =>
    `This plan is predicted to need ${short} GiB more than each ${chip} has, which is within the error of the memory model: it may fit.${changes === '' ? '' : ` To be sure: ${changes}.`}`,
  searched: (counted: string, fitting: string): string => `${counted} plans looked at, ${fitting} fit`,
  source: (rows: string): string => `Sandtable, from ${rows} published runs and measured kernels`,
  figureTime: (model: string, chips: string): string => `Where a step of ${model} goes on ${chips}`,
  stage: (n: string): string => `stage ${n}`,
};

export type TrainStrings = typeof trainEn;
