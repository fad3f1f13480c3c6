import { parametersOf } from '../../src/models/parameters.ts';
import { memoryUse, seenBy } from '../../src/training/memory.ts';
import type { Plan } from '../../src/training/plan.ts';
import { predictRun } from '../../src/training/predict-run.ts';
import type { PublishedRun } from '../../src/training/published.ts';
import type { Reach } from '../../src/training/spread.ts';
import { type Beyond, inside, type LeftOut } from './beyond.ts';
import type { Scored } from './cross-validate.ts';
import type { load } from './load.ts';
import { repeats } from './noise.ts';
import { mlperfReadings } from './readings.ts';
import { baseline, coverage, type Score, scoreOf, scoresBy } from './scores.ts';
import { percent, signed, table } from './tables.ts';
import { workedExamples } from './worked.ts';

type Loaded = ReturnType<typeof load>;

/** Errors of all rows out of sample, of the largest runs from smaller ones, and of families and generations of chips from others. */
export interface Measured {
  scored: readonly Scored[];
  largest: Readonly<Record<keyof Reach, readonly Beyond[]>>;
  families: readonly LeftOut[];
  generations: readonly LeftOut[];
}

const scoreRow = (name: string, { rows, mean, median, bias }: Score) => [
  name,
  String(rows),
  percent(mean),
  percent(median),
  signed(bias),
];
const scoreHeads = ['', 'rows', 'mean error', 'median error', 'bias'];

/** The page of the scores: docs/reference/training-validation.md. */
export function validationPage(measured: Measured, loaded: Loaded): string {
  const { scored } = measured;
  const errors = scored.map(({ error }) => error);
  const own = scoreOf(errors);
  const trivial = scoreOf(baseline(scored, loaded));
  const { share } = coverage(scored, loaded);
  return `# How well training is predicted

Written by \`npm run validate:training\`; do not edit. Each row of
\`data/published/training-runs.csv\` of quality A or B is predicted in seconds a step by constants that were fitted without
any row of the same source, model and chip. The baseline is the median utilisation of the same chip, format and kind of
model over the other rows.

${table(scoreHeads, [
  scoreRow('this model, out of sample', own),
  scoreRow('baseline, out of sample', trivial),
  scoreRow('the eight rows of Korthikanti 2022, table 5', korthikantiOf(scored)),
])}

The baseline's mean error is ${(trivial.mean / own.mean).toFixed(2)} times that of the model. The middle 80 % of its intervals, their widths measured
on other rows, holds ${percent(share)} of the published values.

${targets(own, trivial, { share, scored, loaded })}

## What cannot be predicted

Runs that print the same in every field, published by two sources or at two dates, differ by this much; most of it is
software that got better in between.

${noiseTable(scored.map(({ run }) => run))}

## By family of chips

${table(
  scoreHeads,
  scoresBy(scored, (run) => loaded.training.machines.get(run.chip)!.family).map(([name, score]) =>
    scoreRow(name, score),
  ),
)}

## By kind of model

${table(
  scoreHeads,
  scoresBy(scored, (run) => run.kind).map(([name, score]) => scoreRow(name, score)),
)}

## By source

${table(
  scoreHeads,
  scoresBy(scored, (run) => run.source).map(([name, score]) => scoreRow(name, score)),
)}

## Two readings of MLPerf

${mlperfReadings(scored, loaded)}

## Beyond the record

${beyondSection(measured, loaded)}

## Worked examples

By \`node validation/dist/validation/training/run.js worked\`.

${workedExamples(loaded)}

## Memory

${memorySection(loaded)}

## Rows that are not predicted

${table(
  ['row', 'why'],
  loaded.left.map(({ id, why }) => [id, why]),
)}

## Every row

Seconds a step. Rows of quality C are end-to-end or headline figures: predicted, but not scored.

${rowsTable(scored, loaded)}
`;
}

const korthikantiOf = (scored: readonly Scored[]) =>
  scoreOf(scored.filter(({ run }) => run.source === 'Korthikanti 2022 Table 5').map(({ error }) => error));

/** How errors grow beyond the largest runs that were fitted, and on chips that none was of. */
function beyondSection({ largest, families, generations }: Measured, loaded: Loaded): string {
  const { intervals, record } = loaded.training;
  const rows = (['chips', 'parameters'] as const).flatMap((part) =>
    [...new Set(largest[part].map(({ threshold }) => threshold))].map((threshold) => {
      const own = largest[part].filter((one) => one.threshold === threshold);
      const { rows: count, mean, median, bias } = scoreOf(own.map(({ error }) => error));
      const most = Math.max(...own.map(({ doublings }) => doublings));
      const held = (growth: number) => percent(inside(own, { growth, intervals, loaded }));
      const name = part === 'chips' ? `${threshold} chips` : `${threshold / 1e9} x 10^9 active parameters`;
      return [
        `over ${name}, from runs up to there`,
        String(count),
        percent(mean),
        percent(median),
        signed(bias),
        most.toFixed(1),
        held(0),
        held(record.growth[part]),
      ];
    }),
  );
  const left = (all: readonly LeftOut[]) =>
    [...new Set(all.map((one) => one.left))].map((name) =>
      scoreRow(name, scoreOf(all.filter((one) => one.left === name).map(({ error }) => error))),
    );
  return `The largest runs predicted by constants that were fitted to smaller ones. A doubling beyond the largest run on such chips
adds ${record.growth.chips} to the standard deviation of the logarithm for chips and ${record.growth.parameters} for active parameters (added as squares): the least by
which the middle 80 % of all these runs holds 80 %.

${table(['', 'rows', 'mean error', 'median error', 'bias', 'doublings, at most', 'held without', 'held with'], rows)}

Families of chips, and whole generations of them, predicted by constants that were fitted without any run on them; intervals of
chips that nobody published runs of are at least as wide.

${table(scoreHeads, [...left(families), ...left(generations)])}`;
}

function noiseTable(runs: readonly PublishedRun[]): string {
  const of = (name: string, kept: (run: PublishedRun) => boolean) => {
    const { rows, mean, median } = scoreOf(repeats(runs.filter(kept)));
    return [name, String(rows), percent(mean), percent(median)];
  };
  return table(
    ['', 'pairs', 'mean difference', 'median difference'],
    [
      of('dense models', ({ kind }) => kind === 'dense'),
      of('models with experts and hybrids', ({ kind }) => kind !== 'dense'),
    ],
  );
}

function targets(
  own: Score,
  trivial: Score,
  { share, scored, loaded }: { share: number; scored: readonly Scored[]; loaded: Loaded },
): string {
  const eight = korthikantiOf(scored).mean;
  const families = scoresBy(scored, (run) => loaded.training.machines.get(run.chip)!.family);
  const bad = families
    .filter(([, { mean }]) => mean > 0.15)
    .map(([name, { mean, rows }]) => `${name} ${percent(mean)} (${rows})`);
  const met = (yes: boolean) => (yes ? 'met' : 'missed');
  return table(
    ['target', 'measured', ''],
    [
      ['mean error at most 10 %', percent(own.mean), met(own.mean <= 0.1)],
      ['median error at most 6 %', percent(own.median), met(own.median <= 0.06)],
      ['no family of chips above 15 %', bad.join(', ') || 'none', met(bad.length === 0)],
      [
        'twice better than the baseline',
        (trivial.mean / own.mean).toFixed(2),
        met(trivial.mean >= 2 * own.mean),
      ],
      ['the eight rows of Korthikanti 2022 at most 4 %', `${(100 * eight).toFixed(2)} %`, met(eight <= 0.04)],
      ['80 % intervals hold 75 to 85 %', percent(share), met(share >= 0.75 && share <= 0.85)],
    ],
  );
}

/** How well measured memory is met, and which published runs are called impossible. */
export function memorySection({ runs, training }: Loaded): string {
  const measured = runs.filter((run) => run.memory !== undefined);
  const rows = measured.map((run) => {
    const used = memoryUse({
      model: run.model,
      counts: parametersOf(run.model),
      plan: run.plan,
      constants: training.memory,
    });
    return { run, error: Math.log(seenBy(run.measure, used, training.memory) / run.memory!) };
  });
  const bySource = new Map<string, number[]>();
  for (const { run, error } of rows) bySource.set(run.source, [...(bySource.get(run.source) ?? []), error]);
  const numbers = { constants: training.constants, memory: training.memory };
  let helped = 0;
  const impossible = runs.flatMap((run) => {
    const made = predictRun(run, { machines: training.machines, numbers });
    if (made && chosenToFit(made.plan, run.plan)) helped++;
    const most = made && made.machine.memory * (1 + training.memory.tolerance);
    return made && made.memory.total > most! ? [run.id] : [];
  });
  return `What a source prints is compared with the same part of the prediction: what is allocated (Megatron, KempnerForge),
what the allocator reserves (PyTorch), or all that the device holds (DeepSpeed).

${table(scoreHeads, [
  scoreRow('all rows with measured memory', scoreOf(rows.map(({ error }) => error))),
  ...[...bySource].map(([name, errors]) => scoreRow(name, scoreOf(errors))),
])}

Called impossible, that is predicted to need over ${percent(training.memory.tolerance)} more than the chip has: ${impossible.length} of ${runs.length} rows${impossible.length === 0 ? '' : ` (${impossible.join(', ')})`}. ${helped} of them fit only by what
was not published and is chosen so: experts spread over tensor groups, copies that share all, gradients in two bytes, moments on
the host.`;
}

/** Whether a prediction had to choose what nobody published, so that the run fits. */
function chosenToFit(made: Plan, read: Plan): boolean {
  const states = made.software?.states !== read.software?.states;
  return states || made.expertTensor !== read.expertTensor || made.shard !== read.shard;
}

function rowsTable(scored: readonly Scored[], { runs, training }: Loaded): string {
  const numbers = { constants: training.constants, memory: training.memory };
  const unseen = new Map(scored.map(({ run, error }) => [run.id, error]));
  const rows = runs.map((run) => {
    const error = unseen.get(run.id);
    const made = error === undefined ? predictRun(run, { machines: training.machines, numbers }) : undefined;
    const predicted = error === undefined ? made?.step.total : run.seconds * Math.exp(error);
    const off = predicted === undefined ? '' : signed(predicted / run.seconds - 1);
    return [
      run.id,
      run.quality,
      run.source,
      run.name,
      `${run.chips} x ${run.chip}`,
      run.plan.precision,
      run.seconds.toPrecision(4),
      predicted?.toPrecision(4) ?? '',
      off,
    ];
  });
  return table(
    ['row', 'quality', 'source', 'model', 'chips', 'format', 'published s', 'predicted s', 'error'],
    rows,
  );
}
