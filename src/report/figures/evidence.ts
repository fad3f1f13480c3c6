import { scaleLinear } from 'd3-scale';
import type { Assessment, ItemResult } from '../../assessment/assessment.ts';
import { factor, percent, percentFigure } from '../amount.ts';
import { clean, said } from '../strings/strings.ts';
import { byWeight, focusBeside, gradeText } from '../terminal/evidence.ts';
import { type FigureOptions, frame, margin, type Sheet, sheet } from './frame.ts';
import { fit, textLine } from './lines.ts';
import { node, type SvgNode } from './svg.ts';
import { sans, serif } from './theme.ts';

const rowHeight = 48;

/**
 * The items that moved the answer most as bars from a centre line: right speaks for, left against.
 *
 * @param a what `assess` returned
 * @param options size in pixels, theme, language; `most`: how many items, 10 without it
 * @returns an SVG document
 */
export function evidenceFigure(a: Assessment, options: FigureOptions & { most?: number } = {}): string {
  const items = byWeight(a.evidence).slice(0, options.most ?? 10);
  const on = sheet(options, 30 + rowHeight * Math.max(1, items.length));
  const { strings: s } = on;
  const question = focusBeside(a) ?? a.questions[0]!;
  const strongest = items
    .filter((item) => factor(item.moved.factor).slice(2) !== '1.0')
    .slice(0, 2)
    .map((item) => ({
      for: item.moved.factor >= 1,
      factor: factor(item.moved.factor),
      says: said(item.says, s),
    }));
  return frame(
    {
      id: `${a.run.id}-evidence`,
      title: s.evidenceTitle,
      sentence: s.evidenceSentence(strongest, said(question.text, s)),
      from: a,
      plot: [...heads(on), ...rows(items, a, on)],
      plotHeight: on.height,
    },
    on,
  );
}

interface Columns {
  /** Width of the words at the left. */
  words: number;
  centre: number;
  /** Half the width of the bars. */
  half: number;
  without: number;
  grade: number;
}

function columnsOf(on: Sheet): Columns {
  const inner = on.width - 2 * margin;
  const words = inner * 0.44;
  const grade = inner;
  const without = inner - 44;
  const half = (without - 96 - words - 24) / 2;
  return { words, centre: words + 24 + half, half, without, grade };
}

function heads(on: Sheet): SvgNode[] {
  const { theme, strings: s } = on;
  const at = columnsOf(on);
  const quiet = { size: 12, font: sans, fill: theme.quiet };
  return [
    textLine(`← ${s.speaksAgainst}`, at.centre - 8, 14, {
      ...quiet,
      fill: theme.speaksAgainst,
      anchor: 'end',
    }),
    textLine(`${s.speaksFor} →`, at.centre + 8, 14, { ...quiet, fill: theme.speaksFor }),
    textLine(s.without, at.without, 14, { ...quiet, anchor: 'end' }),
    textLine(s.gradeHead, at.grade, 14, { ...quiet, anchor: 'end' }),
  ];
}

function rows(items: readonly ItemResult[], a: Assessment, on: Sheet): SvgNode[] {
  const at = columnsOf(on);
  const strongest = Math.max(Math.log(2), ...items.map((item) => Math.abs(Math.log(item.moved.factor)) || 0));
  const length = scaleLinear()
    .domain([0, strongest])
    .range([0, at.half - 44])
    .clamp(true);
  const bottom = 26 + rowHeight * items.length;
  const centre = node('line', { x1: at.centre, x2: at.centre, y1: 24, y2: bottom, stroke: on.theme.ink });
  return [...items.flatMap((item, i) => row(item, { y: 26 + i * rowHeight, length, a }, on)), centre];
}

function row(
  item: ItemResult,
  { y, length, a }: { y: number; length: (size: number) => number; a: Assessment },
  on: Sheet,
): SvgNode[] {
  const { theme, strings: s } = on;
  const at = columnsOf(on);
  const middle = y + rowHeight / 2;
  const speaksFor = item.moved.factor >= 1;
  const bar = length(Math.abs(Math.log(item.moved.factor)));
  const fill = speaksFor ? theme.speaksFor : theme.speaksAgainst;
  const side = speaksFor ? 1 : -1;
  const number = { size: 13, font: sans, fill: theme.ink };
  const words = twoLines(fit(`${said(item.says, s)}`, at.words, 14));
  const now = percentFigure((focusBeside(a) ?? a.questions[0]!).probability);
  return [
    node('line', { x1: 0, x2: at.grade, y1: y + rowHeight, y2: y + rowHeight, stroke: theme.contour }),
    ...words.map((line, i) =>
      textLine(line, 0, middle - (words.length - 1) * 9 + 5 + i * 18, {
        size: 14,
        font: serif,
        fill: theme.ink,
      }),
    ),
    node('rect', {
      x: speaksFor ? at.centre : at.centre - bar,
      y: middle - 8,
      width: bar,
      height: 16,
      fill,
      'fill-opacity': item.reliable ? undefined : 0.35,
    }),
    textLine(
      `${factor(item.moved.factor)}${item.reliable ? '' : ' ~'}`,
      at.centre + side * (bar + 6),
      middle + 5,
      {
        ...number,
        anchor: speaksFor ? 'start' : 'end',
      },
    ),
    textLine(
      percentFigure(item.moved.without) === now
        ? percent(item.moved.without, s)
        : s.percentChange(now, percentFigure(item.moved.without)),
      at.without,
      middle + 5,
      { ...number, anchor: 'end' },
    ),
    textLine(clean(gradeText(item.grade)), at.grade, middle + 5, { ...number, anchor: 'end' }),
  ];
}

function twoLines(lines: readonly string[]): string[] {
  return lines.length <= 2 ? [...lines] : [lines[0]!, `${lines[1]!.slice(0, -1)}…`];
}
