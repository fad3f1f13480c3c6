import { scaleLinear } from 'd3-scale';
import type { Results } from '../../backtest/results.ts';
import { percent } from '../amount.ts';
import { three } from '../backtest-words.ts';
import { type FigureOptions, margin, type Sheet, sheet } from './frame.ts';
import { fit, textLine } from './lines.ts';
import { node, render, type SvgNode } from './svg.ts';
import { sans, serif } from './theme.ts';

const top = 118;
const side = 330;
const words = 64;

/**
 * The backtest in one figure: how often what was put into each word came true, and the score at each point against the
 * prior alone, climatology, and climatology given commitment.
 *
 * @param options width in pixels, theme, language
 * @returns an SVG document
 */
export function reliabilityFigure(results: Results, options: FigureOptions = {}): string {
  const on = sheet({ ...options, width: options.width ?? 860 }, top + side + 96);
  const { theme, strings: s } = on;
  const title = s.backtestTitle(results.hubs);
  const inner = on.width - 2 * margin;
  const lead = fit(s.backtestLead, inner, 13).map((line, i) =>
    textLine(line, margin, 76 + 18 * i, { size: 13, font: serif, fill: theme.quiet }),
  );
  return `${render(
    node(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${on.width} ${on.height}`,
        role: 'img',
        'aria-label': title,
      },
      node('title', {}, title),
      node('rect', { width: on.width, height: on.height, fill: theme.paper }),
      textLine(title, margin, 48, { size: 22, font: serif, fill: theme.ink }),
      ...lead,
      ...diagram(results, on),
      ...bars(results, on),
    ),
  )}\n`;
}

/** Observed against forecast frequency, a word a point, over the ranges of the words. */
function diagram(results: Results, on: Sheet): SvgNode[] {
  const { theme, strings: s } = on;
  const x = scaleLinear()
    .domain([0, 1])
    .range([margin + words, margin + words + side]);
  const y = scaleLinear()
    .domain([0, 1])
    .range([top + side, top]);
  const bands = results.words.map(({ range: [low, high] }) =>
    node('rect', {
      x: x(low),
      y: y(high),
      width: x(high) - x(low),
      height: y(low) - y(high),
      fill: theme.contour,
    }),
  );
  const marks = results.words.flatMap(({ mean, happened, forecasts, word, holds }) => [
    node('line', {
      x1: x(mean),
      x2: x(mean),
      y1: y(happened.low),
      y2: y(happened.high),
      stroke: holds ? theme.inferred : theme.speaksAgainst,
      'stroke-width': 2,
    }),
    node(
      'circle',
      {
        cx: x(mean),
        cy: y(happened.value),
        r: 3 + Math.sqrt(forecasts) / 2,
        fill: holds ? theme.inferred : theme.speaksAgainst,
      },
      node('title', {}, `${s.word[word]}: ${percent(happened.value, s)}, n = ${forecasts}`),
    ),
    label(
      String(forecasts),
      x(mean) + (mean < 0.5 ? 10 : -10),
      y(happened.value) - 10,
      on,
      mean < 0.5 ? 'start' : 'end',
    ),
  ]);
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((p) => [
    label(percent(p, s), x(p), top + side + 20, on, 'middle'),
    label(percent(p, s), margin + words - 8, y(p) + 4, on, 'end'),
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
    label(`${s.backtestWords} · ${s.backtestColumns.forecasts}`, x(0), top + side + 44, on, 'start'),
  ];
}

/** Brier score of "in time" at each point, four forecasters side by side. */
function bars(results: Results, on: Sheet): SvgNode[] {
  const { theme, strings: s } = on;
  const left = margin + words + side + 70;
  const rows = results.rows.filter(({ measure, replay }) => measure === 'inTime' && replay === 'ordinary');
  const most = Math.max(...rows.flatMap((row) => [row.climatology, row.commitment, row.prior]));
  const x = scaleLinear()
    .domain([0, most])
    .range([0, on.width - left - margin - 54]);
  const kinds = [
    ['climatology', theme.claimed],
    ['commitment', theme.permitted],
    ['prior', theme.quiet],
    ['evidence', theme.inferred],
  ] as const;
  const height = side / rows.length;
  const drawn = rows.flatMap((row, r) => {
    const at = top + r * height;
    return [
      label(s.backtestPoint[row.point], left - 8, at + 34, on, 'end'),
      ...kinds.flatMap(([kind, fill], k) => {
        const value = kind === 'evidence' ? row.evidence.value : row[kind];
        const bar = { x: left, y: at + 6 + 16 * k, width: x(value), height: 12, fill };
        return [node('rect', bar), label(three(value), left + x(value) + 6, at + 16 + 16 * k, on, 'start')];
      }),
    ];
  });
  const legend = kinds.map(([kind, fill], k) => {
    const text =
      kind === 'evidence' ? s.backtestColumns.evidence.replace(/ .*$/, '') : s.backtestColumns[kind];
    return textLine(text, left + (k % 2) * 140, top + side + 44 + 18 * Math.floor(k / 2), {
      size: 12,
      font: sans,
      fill,
    });
  });
  return [...drawn, label(`${s.backtestMeasure.inTime}`, left, top + side + 20, on, 'start'), ...legend];
}

function label(
  text: string,
  x: number,
  y: number,
  { theme }: Sheet,
  anchor: 'start' | 'middle' | 'end',
): SvgNode {
  return node(
    'text',
    { x, y, 'font-family': sans, 'font-size': 12, fill: theme.quiet, 'text-anchor': anchor },
    text,
  );
}
