import { parametersOf } from '../../src/models/parameters.ts';
import { memoryUse, seenBy } from '../../src/training/memory.ts';
import type { Plan } from '../../src/training/plan.ts';
import { predictRun } from '../../src/training/predict-run.ts';
import type { PublishedRun } from '../../src/training/published.ts';
import type { Scored } from './cross-validate.ts';
import type { load } from './load.ts';
import { repeats } from './noise.ts';
import { baseline, coverage, type Score, scoreOf, scoresBy } from './scores.ts';

type Loaded = ReturnType<typeof load>;

const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
const signed = (value: number) => `${value >= 0 ? '+' : '−'}${Math.abs(100 * value).toFixed(1)} %`;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
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
export function validationPage(scored: readonly Scored[], loaded: Loaded): string {
  const errors = scored.map(({ error }) => error);
  const own = scoreOf(errors);
  const trivial = scoreOf(baseline(scored, loaded));
  const { share } = coverage(scored, loaded);
  const korthikanti = scored
    .filter(({ run }) => run.source === 'Korthikanti 2022 Table 5')
    .map((one) => one.error);
  return `# How well training is predicted

Written by \`npm run validate:training\`; do not edit. Each row of
\`data/published/training-runs.csv\` of quality A or B is predicted in seconds a step by constants that were fitted without
any row of the same source, model and chip. The baseline is the median utilisation of the same chip, format and kind of
model over the other rows.

${table(scoreHeads, [
  scoreRow('this model, out of sample', own),
  scoreRow('baseline, out of sample', trivial),
  scoreRow('the eight rows of Korthikanti 2022, table 5', scoreOf(korthikanti)),
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
