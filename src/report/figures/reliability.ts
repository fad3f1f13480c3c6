import type { Results } from '../../backtest/results.ts';
import { percent } from '../amount.ts';
import { three } from '../backtest-words.ts';
import { backtestScreenWords } from '../strings/screen-words.ts';
import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, type Sheet, sheet } from './frame.ts';
import { textLine, widthOf } from './lines.ts';
import { hatch, type LegendEntry, legend, stipple } from './marks.ts';
import { node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';

const words = 46;
const id = 'reliability';

/**
 * The backtest in one figure: how often what was put into each word came true, and the score at each point against the
 * prior alone, climatology, and climatology given commitment.
 */
export function reliabilityFigure(results: Results, options: FigureOptions = {}): Figure {
  const on = sheet({ ...options, width: options.width ?? 860 }, 0);
  const { strings: s } = on;
  const own = backtestScreenWords(s);
  const apart = on.inner < 640;
  const side = Math.min(330, apart ? on.inner - words - 22 : on.inner * 0.42 - words);
  const chart = { left: words, top: 24, side };
  const rows = scoresOf(results);
  const pointRoom = 8 + Math.max(...rows.map(({ point }) => widthOf(own.backtestPoint[point], sizes.label)));
  const bars = apart
    ? { left: pointRoom, top: side + 108, height: rows.length * 92 }
    : { left: words + side + 96, top: 24, height: Math.max(side, rows.length * 92) };
  const keys = legend(entriesOf(on), {
    inner: on.inner,
    left: bars.left - (apart ? pointRoom : 44),
    top: bars.top + bars.height + 42,
  });
  return frame(
    {
      id,
      title: own.backtestTitle(results.hubs),
      sentence: own.backtestLead,
      from: { source: s.figures.backtestSource(results.hubs) },
      definitions: [
        hatch(`${id}-commitment`, { stroke: on.theme.permitted }),
        stipple(`${id}-prior`, { stroke: on.theme.quiet }),
      ],
      plot: [...diagram(results, chart, on), ...scoreBars(rows, bars, on), ...keys.nodes],
      plotHeight: Math.max(keys.height, side + 76),
      table: tableOf(results, on),
    },
    on,
  );
}

const scoresOf = (results: Results) =>
  results.rows.filter(({ measure, replay }) => measure === 'inTime' && replay === 'ordinary');

/** Observed against forecast frequency, a word a point, over the ranges of the words. */
function diagram(
  results: Results,
  { left, top, side }: { left: number; top: number; side: number },
  on: Sheet,
): SvgNode[] {
  const { theme, strings: s } = on;
  const own = backtestScreenWords(s);
  const x = (p: number) => left + p * side;
  const y = (p: number) => top + side - p * side;
  const bands = results.words.map(({ range: [low, high] }) =>
    node('rect', {
      x: x(low),
      y: y(high),
      width: x(high) - x(low),
      height: y(low) - y(high),
      fill: theme.contour,
    }),
  );
  const marks = results.words.flatMap(({ mean, happened, forecasts, word, holds }) => {
    const paint = holds ? theme.inferred : theme.speaksAgainst;
    const title = node('title', {}, `${s.word[word]}: ${percent(happened.value, s)}, n = ${forecasts}`);
    const at = { cx: x(mean), cy: y(happened.value), r: 3 + Math.sqrt(forecasts) / 2 };
    return [
      node('line', {
        x1: at.cx,
        x2: at.cx,
        y1: y(happened.low),
        y2: y(happened.high),
        stroke: paint,
        'stroke-width': 2,
      }),
      // A word that does not hold is hollow.
      node(
        'circle',
        { ...at, fill: holds ? paint : theme.paper, stroke: paint, 'stroke-width': 2, 'data-id': word },
        title,
      ),
      textLine(String(forecasts), at.cx + (mean < 0.5 ? 10 : -10), at.cy - 10, {
        size: sizes.label,
        fill: theme.quiet,
        anchor: mean < 0.5 ? 'start' : 'end',
      }),
    ];
  });
  const quiet = { size: sizes.label, fill: theme.quiet };
  const ticks = [0, 0.5, 1].flatMap((p) => [
    textLine(s.percent(String(100 * p)), x(p), top + side + 20, { ...quiet, anchor: 'middle' }),
    textLine(s.percent(String(100 * p)), left - 8, y(p) + 4, { ...quiet, anchor: 'end' }),
  ]);
  const diagonal = node('line', {
    x1: x(0),
    y1: y(0),
    x2: x(1),
    y2: y(1),
    stroke: theme.quiet,
    'stroke-dasharray': '3 4',
  });
  return [
    ...bands,
    diagonal,
    ...marks,
    ...ticks,
    textLine(`${own.backtestWords} · ${own.backtestColumns.forecasts}`, 0, top + side + 44, {
      ...quiet,
      fill: theme.ink,
    }),
  ];
}

const kinds = ['climatology', 'commitment', 'prior', 'evidence'] as const;

function paintOf(kind: (typeof kinds)[number], { theme }: Sheet): SvgNode['attributes'] {
  return {
    climatology: { fill: 'none', stroke: theme.claimed, 'stroke-width': 1.4 },
    commitment: { fill: `url(#${id}-commitment)`, stroke: theme.permitted, 'stroke-width': 0.8 },
    prior: { fill: `url(#${id}-prior)`, stroke: theme.quiet, 'stroke-width': 0.8 },
    evidence: { fill: theme.inferred },
  }[kind];
}

/** Brier score of "in time" at each point, four forecasters side by side. */
function scoreBars(
  rows: Results['rows'],
  { left, top, height }: { left: number; top: number; height: number },
  on: Sheet,
): SvgNode[] {
  const { theme, strings: s } = on;
  const own = backtestScreenWords(s);
  const most = Math.max(
    ...rows.flatMap((row) => [row.climatology, row.commitment, row.prior, row.evidence.value]),
  );
  const room = on.inner - left - widthOf('0.000', sizes.label) - 10;
  const each = height / rows.length;
  const quiet = { size: sizes.label, fill: theme.quiet };
  const drawn = rows.flatMap((row, r) => {
    const at = top + r * each;
    return [
      textLine(own.backtestPoint[row.point], left - 8, at + 40, { ...quiet, anchor: 'end' }),
      ...kinds.flatMap((kind, k) => {
        const value = kind === 'evidence' ? row.evidence.value : row[kind];
        const width = (value / most) * room;
        return [
          node('rect', { x: left, y: at + 6 + 17 * k, width, height: 12, ...paintOf(kind, on) }),
          textLine(three(value), left + width + 6, at + 17 + 17 * k, quiet),
        ];
      }),
    ];
  });
  return [
    ...drawn,
    textLine(own.backtestMeasure.inTime, left, top + height + 16, {
      ...quiet,
      fill: theme.ink,
    }),
  ];
}

function entriesOf(on: Sheet): LegendEntry[] {
  const { strings: s, theme } = on;
  return kinds.map((kind) => ({
    mark: (x: number, y: number) =>
      node('rect', { x, y: y - 10.5, width: 15, height: 12, ...paintOf(kind, on) }),
    text: backtestScreenWords(s).backtestColumns[kind].replace(/[ （].*$/, ''),
    fill: theme.quiet,
  }));
}

function tableOf(results: Results, { strings: s }: Sheet): FigureTable {
  const own = backtestScreenWords(s);
  const { column } = s.figures;
  return {
    columns: [
      { id: 'part', label: column.part },
      { id: 'name', label: column.name },
      { id: 'forecast', label: s.probability },
      { id: 'value', label: column.value },
      { id: 'low', label: column.low },
      { id: 'high', label: column.high },
      { id: 'forecasts', label: own.backtestColumns.forecasts },
    ],
    rows: [
      ...results.words.map(({ word, mean, happened, forecasts }) => [
        own.backtestWord,
        s.word[word],
        mean,
        happened.value,
        happened.low,
        happened.high,
        forecasts,
      ]),
      ...scoresOf(results).flatMap((row) =>
        kinds.map((kind) => {
          const [value, low, high] =
            kind === 'evidence'
              ? [row.evidence.value, row.evidence.low, row.evidence.high]
              : [row[kind], null, null];
          return [
            own.backtestPoint[row.point],
            own.backtestColumns[kind],
            null,
            value,
            low,
            high,
            row.forecasts,
          ];
        }),
      ),
    ],
  };
}
