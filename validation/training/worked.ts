import { median } from '../../src/chips/figure.ts';
import { trainingFlop } from '../../src/models/flop.ts';
import { parametersOf } from '../../src/models/parameters.ts';
import type { Constants } from '../../src/training/constants.ts';
import { goodput } from '../../src/training/goodput.ts';
import { predictRun } from '../../src/training/predict-run.ts';
import type { PublishedRun } from '../../src/training/published.ts';
import { together } from '../../src/training/sites.ts';
import { eightyOf, spreadOf } from '../../src/training/spread.ts';
import { groupOf } from './cross-validate.ts';
import { fitConstants } from './fit-constants.ts';
import type { load } from './load.ts';
import { signed, table } from './tables.ts';

type Loaded = ReturnType<typeof load>;

/** A published run by the shipped constants, and by constants that were fitted without its source, model and chip. */
interface Worked {
  run: PublishedRun;
  inside: Predicted;
  outside: Predicted;
}

type Predicted = NonNullable<ReturnType<typeof predictRun>>;

/** The worked examples as a section of a page: everything is computed from rows of the table and what is cited here. */
export function workedExamples(loaded: Loaded): string {
  return [llama(loaded), deepSeek(loaded), intellect(loaded), interruptions(loaded)].join('\n\n');
}

function worked(ids: readonly string[], loaded: Loaded): Worked[] {
  const asked = ids.map((id) => loaded.runs.find((run) => run.id === id)!);
  const groups = new Set(asked.map(groupOf));
  const known = loaded.runs.filter(
    (run) => run.quality !== 'C' && loaded.training.machines.has(run.chip) && !groups.has(groupOf(run)),
  );
  const { constants } = fitConstants(known, loaded, { rounds: 7, passes: 1 });
  const { machines, memory, constants: shipped } = loaded.training;
  const by = (run: PublishedRun, of: Constants) =>
    predictRun(run, { machines, numbers: { constants: of, memory } })!;
  return asked.map((run) => ({ run, inside: by(run, shipped), outside: by(run, constants) }));
}

const seconds = (value: number) => `${value.toFixed(2)} s`;

function intervalOf({ run, outside }: Worked, { training }: Loaded): string {
  const machine = training.machines.get(run.chip)!;
  const { sd } = spreadOf({ ...run, machine, precision: run.plan.precision }, training);
  const { low, high } = eightyOf(outside.step.total, sd);
  return `${low.toFixed(2)} to ${seconds(high)}`;
}

function llama(loaded: Loaded): string {
  const share = ({ run }: Worked, time: number) => {
    const flop = trainingFlop(run.model, run.plan.sequence, 'causal') * run.plan.batch * run.plan.sequence;
    return `${((100 * flop) / (time * run.chips * 989.5e12)).toFixed(1)} %`;
  };
  const printed = { T1002: 43, T1003: 41, T1004: 38 } as const;
  const rows = worked(Object.keys(printed), loaded).map((one) => {
    const { run, inside, outside } = one;
    const { plan, memory } = inside;
    return [
      `${run.chips}, ${run.plan.sequence / 1024}k tokens`,
      `tp ${plan.tensor} cp ${plan.context} pp ${plan.pipeline} vp ${plan.chunks} dp ${plan.data} zero ${plan.shard}`,
      seconds(run.seconds),
      seconds(inside.step.total),
      seconds(outside.step.total),
      signed(outside.step.total / run.seconds - 1),
      intervalOf(one, loaded),
      `${printed[run.id as keyof typeof printed]} % (${share(one, run.seconds)})`,
      share(one, outside.step.total),
      `${(memory.total / 2 ** 30).toFixed(0)} GiB`,
    ];
  });
  return `### Llama 3 405B

The plans of table 4 of its report (arXiv 2407.21783); pieces of a stage were not published and are chosen as for every row.
Utilisation as printed, by this page's count of attention in brackets: 430 TFLOP/s are 43.5 %, 400 are 40.4 %, printed 41.
Memory is that of a chip of 80 GB (79.6 GiB usable), runtime included; its makers write that they freed tensors early,
inputs and outputs of stages among them, to do without recomputation, which the model does not count.

${table(
  [
    'H100',
    'plan',
    'published step',
    'shipped',
    'out of sample',
    'error',
    'middle 80 %',
    'printed utilisation',
    'predicted',
    'memory',
  ],
  rows,
)}`;
}

/** Breakdown of a step as DeepSeek prints it (arXiv 2505.09343, table 4) [s]. */
const printedParts = { work: 1.13 + 1.99 + 0.48 + 13.95, idle: 2.06, optimiser: 0.29 };

function deepSeek(loaded: Loaded): string {
  const [one] = worked(['T1012'], loaded);
  const { run, inside, outside } = one!;
  const hours = (time: number) =>
    `${((run.chips * time * 1e12) / (run.plan.batch * run.plan.sequence * 3600 * 1e3)).toFixed(0)} thousand`;
  const parts = ({ step }: Predicted) => ({
    idle: step.bubble + step.imbalance + step.jitter,
    optimiser: step.optimiser,
    work: step.total - step.bubble - step.imbalance - step.jitter - step.optimiser,
  });
  const line = (name: string, part: keyof typeof printedParts) => [
    name,
    seconds(printedParts[part]),
    seconds(parts(inside)[part]),
    seconds(parts(outside)[part]),
    signed(parts(outside)[part] / printedParts[part] - 1),
  ];
  return `### DeepSeek-V3 on 2,048 H800

Published 19.926 s a step and 180 thousand GPU-hours for each trillion tokens (arXiv 2412.19437, 2505.09343); what is not
idle and not the optimiser is printed there as 1F, 1B, 1W and 1F1B. Middle 80 % out of sample: ${intervalOf(one!, loaded)}.

${table(
  ['', 'published', 'shipped constants', 'out of sample', 'error out of sample'],
  [
    [
      'GPU-hours for a trillion tokens',
      '180 thousand',
      hours(inside.step.total),
      hours(outside.step.total),
      signed(outside.step.total / run.seconds - 1),
    ],
    [
      'step',
      seconds(run.seconds),
      seconds(inside.step.total),
      seconds(outside.step.total),
      signed(outside.step.total / run.seconds - 1),
    ],
    line('forward and backward passes', 'work'),
    line('idle: bubble, uneven stages, slow chips', 'idle'),
    line('optimiser', 'optimiser'),
  ],
)}

Of the idle time ${seconds(inside.step.bubble)} fill and empty the pipeline by DualPipe's formula, (p/2 - 1) (F&B + B - 3W).`;
}

/** Median exchanges and shares of table 2 of the report (arXiv 2412.01152). */
const printedSites = [
  ['USA', 103, 0.957],
  ['USA and Europe', 382, 0.856],
  ['three continents', 469, 0.83],
] as const;

function intellect(loaded: Loaded): string {
  const [one] = worked(['T1050'], loaded);
  const { run, outside } = one!;
  const step = outside.step.total;
  const parameters = parametersOf(run.model).total;
  const exchange = (gbit: number) =>
    together(
      { cooperation: 'diloco', step, parameters, steps: 100, bytes: 1 },
      { sites: 14, bandwidth: (gbit * 1e9) / 8, latency: 0.1 },
    );
  const rows = [4, Math.sqrt(4 * 0.5), 0.5].map((gbit) => {
    const { exchange: time, share } = exchange(gbit);
    return [`${gbit.toFixed(2)} Gbit/s`, `${time.toFixed(0)} s`, `${(100 * share).toFixed(1)} %`];
  });
  const [fast, slow] = [exchange(4), exchange(0.5)];
  const against = (published: number) =>
    published > slow.exchange
      ? `${signed(slow.exchange / published - 1)}, slow end`
      : published < fast.exchange
        ? `${signed(fast.exchange / published - 1)}, fast end`
        : 'within';
  return `### INTELLECT-1 over fourteen sites

Inputs: ${(parameters / 1e9).toFixed(1)} thousand million parameters of one byte, a ring of fourteen sites of eight H100, 100 steps of 128 sequences of 8,192
tokens between exchanges, links of 0.5 to 4 Gbit/s, as its report gives them (arXiv 2412.01152), and 100 ms assumed. It does not say
which links which ring had, so the prediction is a range, the same for all three; the middle is that of the logarithm. A hundred steps are predicted at ${((100 * step) / 60).toFixed(1)} minutes out of sample, 38 published (${signed((100 * step) / 60 / 38 - 1)}).

${table(['slowest link', 'predicted exchange', 'predicted share of computing'], rows)}

${table(
  [
    'ring',
    'published exchange',
    'published share',
    'predicted exchange',
    'predicted share',
    'error of the exchange',
  ],
  printedSites.map(([name, time, share]) => [
    name,
    `${time} s`,
    `${(100 * share).toFixed(1)} %`,
    `${fast.exchange.toFixed(0)} to ${slow.exchange.toFixed(0)} s`,
    `${(100 * slow.share).toFixed(1)} to ${(100 * fast.share).toFixed(1)} %`,
    against(time),
  ]),
)}

The two rings that cross oceans take longer than the slowest link that the report names would; what their links carried is not
published, and the model counts no lost packets.`;
}

function interruptions({ training }: Loaded): string {
  const middle = (name: keyof typeof training.run) => median(training.run[name].quantity)!;
  const nodes = 2048;
  const days = 54;
  const of = (nodeLife: number) =>
    goodput({
      nodes,
      nodeLife,
      recovery: middle('recovery'),
      stall: middle('stall'),
      maintenance: middle('maintenance'),
    });
  const counted = of((days * 86400 * nodes) / 419);
  const unseen = of(middle('nodeLife'));
  const failures = (days * 86400) / unseen.between;
  return `### 54 days of Llama 3 405B

419 unexpected interruptions in 54 days on 2,048 nodes; effective training time "higher than 90 %" (arXiv 2407.21783, section 3.3.4).

${table(
  ['', 'interruptions', 'between two', 'checkpoint every', 'time that counts'],
  [
    ['published', '419', `${((days * 24) / 419).toFixed(1)} h`, '', 'over 90 %'],
    [
      'predicted from node life',
      failures.toFixed(0),
      `${(unseen.between / 3600).toFixed(1)} h`,
      `${(unseen.checkpoint / 60).toFixed(0)} min`,
      `${(100 * unseen.share).toFixed(1)} %`,
    ],
    [
      'predicted from the 419',
      '419',
      `${(counted.between / 3600).toFixed(1)} h`,
      `${(counted.checkpoint / 60).toFixed(0)} min`,
      `${(100 * counted.share).toFixed(1)} %`,
    ],
  ],
)}

The life of a node is the median of four reports, this one among them; the rate of this run alone is one of the four.`;
}
