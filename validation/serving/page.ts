import { forwardFlop } from '../../src/models/flop.ts';
import type { ServingConstants } from '../../src/serving/constants.ts';
import type { PublishedServing } from '../../src/serving/published.ts';
import { middleOf, spreadOf } from '../../src/serving/spread.ts';
import { type Score, scoreOf } from '../training/scores.ts';
import type { Scored } from './cross-validate.ts';
import { dayOf, dayWords } from './day.ts';
import { examples } from './examples.ts';
import { type Fits, scoredBy } from './fits.ts';
import { unseenBy } from './held-out.ts';
import { type Loaded, scorable } from './load.ts';
import { baseline, coverage, scoresBy, settingOf, shippedCoverage } from './scores.ts';

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

/** The page of the scores: docs/reference/serving-validation.md. */
export function validationPage(scored: readonly Scored[], loaded: Loaded, fits: Fits): string {
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

The middle 80 % of its intervals, their widths measured on other rows, holds ${percent(coverage(scored, loaded))} of the published values.
The intervals printed below have the widths that are shipped, measured on all rows: they hold ${percent(shippedCoverage(scored, loaded))}.

${targets(own, { scored, loaded })}

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

${rowsTable(scored, loaded)}
`;
}

function fitted(scored: readonly Scored[], loaded: Loaded): number[] {
  const rows = scored.map(({ row }) => row);
  return scoredBy(rows, loaded, loaded.serving.constants).map(({ error }) => error);
}

function targets(own: Score, { scored, loaded }: { scored: readonly Scored[]; loaded: Loaded }): string {
  const share = coverage(scored, loaded);
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

function rowsTable(scored: readonly Scored[], { machines, serving }: Loaded): string {
  const rows = scored.map(({ row, error }) => {
    const predicted = row.rate * Math.exp(error);
    const spread = spreadOf(
      { model: row.model, machine: machines.get(row.chip)!, setting: settingOf(row) },
      { intervals: serving.intervals, families: serving.constants.family },
    );
    const { low, high } = middleOf(predicted, spread.sd);
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
