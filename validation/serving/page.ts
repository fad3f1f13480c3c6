import { forwardFlop } from '../../src/models/flop.ts';
import type { ServingConstants } from '../../src/serving/constants.ts';
import type { PublishedServing } from '../../src/serving/published.ts';
import { modelKind } from '../../src/serving/record.ts';
import { middleOf } from '../../src/serving/spread.ts';
import { eighty } from '../../src/training/spread.ts';
import { type Score, scoreOf } from '../training/scores.ts';
import type { Answered } from './answers.ts';
import { type Scored, wholesOf } from './cross-validate.ts';
import { dayOf, dayWords } from './day.ts';
import { examples } from './examples.ts';
import { constantsAt } from './fit-constants.ts';
import { type Fits, scoredBy } from './fits.ts';
import { unseenBy } from './held-out.ts';
import { type Loaded, scorable } from './load.ts';
import { baseline, classed, classOf, coverage, scoresBy, widths } from './scores.ts';

const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
const signed = (value: number) => `${value >= 0 ? '+' : '−'}${Math.abs(100 * value).toFixed(1)} %`;
const digits = (value: number) => Number(value.toPrecision(4)).toLocaleString('en-US');

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

/** FLOP behind one published token: its own, and those of the prompt tokens that were read for it. */
function flopOf({ model, load, measured }: PublishedServing): number {
  const { matrices, head } = forwardFlop(model, 1);
  const read = measured === 'offline' || measured === 'service' ? load.inputTokens / load.outputTokens : 0;
  return (matrices + head) * (1 + read);
}

/** What a page is made of. */
export interface Measured {
  scored: readonly Scored[];
  answers: readonly Answered[];
  fits: Fits;
}

/** The page of the scores: docs/reference/serving-validation.md. */
export function validationPage({ scored, answers, fits }: Measured, loaded: Loaded): string {
  const own = scoreOf(scored.map(({ error }) => error));
  const trivial = scoreOf(baseline(scored, loaded, flopOf));
  const familyOf = ({ chip }: PublishedServing) => loaded.machines.get(chip)!.family;
  const section = (of: (row: PublishedServing) => string) =>
    table(
      scoreHeads,
      scoresBy(scored, of).map(([name, score]) => scoreRow(name, score)),
    );
  return `# How well serving is predicted

Written by \`npm run validate:serving\`; do not edit. Each row of \`data/published/serving-runs.csv\` of quality A or B is
predicted in tokens a second a chip by constants that were fitted without any row of the same source, model and chip. All of
MLPerf counts as one source: its submitters run the same few engines, and near-copies of a row must not help it. The
baseline is the median share of the peak that the same family of chips reaches in the same kind of measurement over the
other rows.

${table(scoreHeads, [
  scoreRow('this model, out of sample', own),
  scoreRow('baseline, out of sample', trivial),
  scoreRow('this model, fitted to the rows', scoreOf(fitted(scored, loaded))),
])}

The middle 80 % of its intervals, their widths measured on other rows, holds ${percent(coverage(classed(scored)))} of the published values.

${targets(own, { scored, loaded })}

## What \`serve\` answers

A row above is predicted as it was run. Who asks \`serve\` says no more than model, chips, lengths, precision and limits, and the answer has
the usual engine of such models on such chips, the best placement of the search and a service that goes on: it should be no lower than
what was published, and not far above. Its intervals are as wide as these answers were off, each by a fit that has not seen the row.

${answersTable(answers)}

## What the record does not hold

Predicted by fits that have seen no row of the source, or none of the models. Beside the share inside the intervals of rows whose likes
were seen stands that inside the intervals which answers get there.

${wholesTable({ scored, answers, fits }, loaded)}

## By family of chips

${section(familyOf)}

## By kind of measurement

${section(({ measured }) => measured)}

## By source

${section(({ source }) => source)}

## By model

${section(({ name }) => name)}

## Worked examples

Predicted unseen: by the fit that has not seen the rows of the example's source, model and chip, nor what its source says to be
gained. Beside it what is said by the shipped constants, which some of these rows helped to fit. A node has eight chips.

${examplesTable(loaded, unseenBy(scorable(loaded), fits))}

${dayWords(loaded)}

## Rows that are not predicted

${table(
  ['row', 'why'],
  loaded.left.map(({ id, why }) => [id, why]),
)}

## Every row

Tokens a second a chip: written, or read where only reading was measured. Predicted out of sample.

${rowsTable(scored)}
`;
}

function fitted(scored: readonly Scored[], loaded: Loaded): number[] {
  const rows = scored.map(({ row }) => row);
  return scoredBy(rows, loaded, loaded.serving.constants).map(({ error }) => error);
}

function targets(own: Score, { scored, loaded }: { scored: readonly Scored[]; loaded: Loaded }): string {
  const share = coverage(classed(scored));
  const bad = scoresBy(scored, ({ chip }) => loaded.machines.get(chip)!.family)
    .filter(([, { mean }]) => mean > 0.25)
    .map(([name, { mean, rows }]) => `${name} ${percent(mean)} (${rows})`);
  const met = (yes: boolean) => (yes ? 'met' : 'missed');
  return table(
    ['target', 'measured', ''],
    [
      ['mean error at most 15 %', percent(own.mean), met(own.mean <= 0.15)],
      ['no family of chips above 25 %', bad.join(', ') || 'none', met(bad.length === 0)],
      ['80 % intervals hold 75 to 85 %', percent(share), met(share >= 0.75 && share <= 0.85)],
    ],
  );
}

function examplesTable(loaded: Loaded, unseen: ReturnType<typeof unseenBy>): string {
  const shipped = loaded.serving.constants;
  const error = (predicted: number, published: number) =>
    Number.isFinite(published) ? signed(predicted / published - 1) : '';
  return table(
    ['example', 'what', 'published', 'predicted unseen', 'error', 'with all rows seen', 'error'],
    examples(loaded, shipped).flatMap((one) => {
      const { example, what, unit, published, predicted: seen } = one;
      const constants = unseen(one);
      const apart = ({ example: e, what: w }: typeof one) => e === example && w === what;
      const predicted = constants ? examples(loaded, constants).find(apart)!.predicted : seen;
      const value = Number(published);
      const shown = (of: number) => (unit === 'times' ? of.toFixed(2) : digits(of));
      const per = unit === 'times' ? '' : ` tok/s a ${unit}`;
      const row = [
        example,
        what,
        `${Number.isFinite(value) && unit !== 'times' ? digits(value) : published}${per}`,
        ...[shown(predicted), error(predicted, value), shown(seen), error(seen, value)],
      ];
      if (example !== daysExample || !what.startsWith('written')) return [row];
      return [row, ...dayRows(loaded, constants ?? shipped)];
    }),
  );
}

const daysExample = "DeepSeek's day";

/** The totals of DeepSeek's day, as rows among the examples. */
function dayRows(loaded: Loaded, unseen: ServingConstants): string[][] {
  const blind = dayOf({ ...loaded, serving: { ...loaded.serving, constants: unseen } });
  const seen = dayOf(loaded);
  return (['read', 'written'] as const).map((what) => {
    const { published } = seen[what];
    const told = [blind[what].predicted, seen[what].predicted];
    return [
      daysExample,
      `${what} in all`,
      `${digits(published / 1e9)} billion tokens`,
      ...told.flatMap((predicted) => [digits(predicted / 1e9), signed(predicted / published - 1)]),
    ];
  });
}

const answerHeads = ['answers', 'rows', 'mean error', 'median error', 'bias', 'inside 80 %'];

function answersTable(answers: readonly Answered[]): string {
  const names = [...new Set(answers.map((one) => one.class))]
    .filter((name) => /offline|service/.test(name))
    .sort();
  return table(
    answerHeads,
    names.map((name) => {
      const own = answers.filter((one) => one.class === name);
      const row = scoreRow(name.replace('-', ', '), scoreOf(own.map(({ error }) => error)));
      return [...row, percent(coverage(own))];
    }),
  );
}

/** Rows of each whole source and kindred of models that a fit had not seen. */
function wholesTable({ scored, answers, fits }: Measured, loaded: Loaded): string {
  const usual = widths(classed(scored));
  const wide = widths(answers);
  return table(
    [
      'without',
      'rows',
      'mean error',
      'median error',
      'bias',
      'inside 80 % of the seen',
      'inside 80 % of the unseen',
    ],
    wholesOf(scorable(loaded)).map(({ name, of, unseen }, i) => {
      const rows = scoredBy(unseen, loaded, constantsAt(fits.wholes[i]!.steps));
      const errors = rows.map(({ error }) => error);
      const within = (widthOf: (row: PublishedServing) => number) =>
        rows.filter(({ row, error }) => Math.abs(error) <= eighty * widthOf(row)).length / rows.length;
      const extra = (row: PublishedServing) =>
        wide[`${modelKind(row.model)}-${of === 'source' ? 'engine' : 'model'}`] ?? 0;
      return [
        ...scoreRow(name, scoreOf(errors)),
        percent(within((row) => usual[classOf(row)]!)),
        percent(within((row) => Math.max(usual[classOf(row)]!, extra(row)))),
      ];
    }),
  );
}

function rowsTable(scored: readonly Scored[]): string {
  const known = widths(classed(scored));
  const rows = scored.map(({ row, error }) => {
    const predicted = row.rate * Math.exp(error);
    const { low, high } = middleOf(predicted, known[classOf(row)]!);
    return [
      row.id,
      row.quality,
      row.source,
      row.name,
      `${row.chips} x ${row.chip}`,
      row.precision,
      row.phase,
      `${row.load.inputTokens}/${row.load.outputTokens}`,
      digits(row.rate),
      `${digits(predicted)} (${digits(low)} to ${digits(high)})`,
      signed(predicted / row.rate - 1),
    ];
  });
  rows.sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  return table(
    [
      'row',
      'quality',
      'source',
      'model',
      'chips',
      'format',
      'phase',
      'in/out',
      'published',
      'predicted',
      'error',
    ],
    rows,
  );
}
