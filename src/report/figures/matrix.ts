import {
  type Assessment,
  type Hypothesis,
  hypotheses,
  type ItemResult,
} from '../../assessment/assessment.ts';
import { gradeText } from '../../sources/grade-text.ts';
import { factor } from '../amount.ts';
import { said } from '../strings/strings.ts';
import { matrixCell, tellsNothing } from '../terminal/evidence.ts';
import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, type Sheet, sheet } from './frame.ts';
import { fitLines, shortened, textLine } from './lines.ts';
import { node, type SvgNode } from './svg.ts';
import { serif, sizes } from './theme.ts';

/**
 * Items by hypotheses: in each cell how much likelier the item is under the hypothesis than on average, as a bar from the
 * centre and a number.
 *
 * @param a what `assess` returned
 * @param options size in pixels, theme, language; `most`: how many items, all where left out
 */
export function matrixFigure(a: Assessment, options: FigureOptions & { most?: number } = {}): Figure {
  const items = [...a.evidence]
    .sort((p, q) => q.diagnosticity - p.diagnosticity)
    .slice(0, options.most ?? a.evidence.length);
  const high = rowHeight(sheet(options, 0));
  const on = sheet(options, headHeight + high * Math.max(1, items.length) + 6);
  const { strings: s } = on;
  const told = a.evidence.filter((item) => !tellsNothing(item));
  const top = items.find((item) => !tellsNothing(item));
  return frame(
    {
      id: `${a.run.id}-matrix`,
      title: s.figures.matrixTitle,
      sentence: s.figures.matrixSentence({
        items: a.evidence.length,
        telling: told.length,
        ...(items.length < a.evidence.length && { drawn: items.length }),
        ...(top && { says: said(top.says, s), ...extremes(top, s.hypothesis) }),
      }),
      from: a,
      plot: [...heads(on), ...items.flatMap((item, i) => row(item, headHeight + i * high, on))],
      plotHeight: on.height,
      table: tableOf(items, on),
    },
    on,
  );
}

const headHeight = 44;
const rowHeight = ({ narrow }: Sheet) => (narrow ? 82 : 50);

/** The hypotheses that an item fits best and worst. */
function extremes({ matrix }: ItemResult, names: Record<Hypothesis, string>) {
  const sorted = hypotheses
    .filter((hypothesis) => matrix[hypothesis] !== null)
    .sort((p, q) => matrix[q]! - matrix[p]!);
  const [best, worst] = [sorted[0]!, sorted.at(-1)!];
  return {
    best: { name: names[best], factor: factor(matrix[best]) },
    worst: { name: names[worst], factor: factor(matrix[worst]) },
  };
}

interface Cells {
  words: number;
  left: number;
  width: number;
}

function cellsOf({ inner, narrow }: Sheet): Cells {
  const words = narrow ? inner - 30 : inner * 0.4;
  const left = narrow ? 0 : words + 40;
  return { words, left, width: (inner - left) / hypotheses.length };
}

function heads(on: Sheet): SvgNode[] {
  const { left, width } = cellsOf(on);
  const { theme, strings: s, narrow } = on;
  return hypotheses.flatMap((hypothesis, i) => {
    const middle = left + (i + 0.5) * width;
    const name = narrow ? s.hypothesisShort[hypothesis] : s.hypothesis[hypothesis];
    const lines = fitLines(name, width - 6, { size: sizes.label, most: 2 });
    return lines.map((line, l) =>
      textLine(line, middle, 34 - (lines.length - 1 - l) * 16, {
        size: sizes.label,
        fill: theme.ink,
        anchor: 'middle',
      }),
    );
  });
}

function row(item: ItemResult, y: number, on: Sheet): SvgNode[] {
  const { theme, strings: s, narrow, inner } = on;
  const { words } = cellsOf(on);
  const high = rowHeight(on);
  const silent = tellsNothing(item);
  const fill = silent ? theme.quiet : theme.ink;
  const lines = silent
    ? [shortened(said(item.says, s), words, 14), s.tellsNothing]
    : fitLines(said(item.says, s), words, { size: 14, most: 2 });
  const first = narrow ? y + 18 : y + high / 2 - (lines.length - 1) * 9 + 5;
  return [
    node('line', { x1: 0, x2: inner, y1: y, y2: y, stroke: theme.contour }),
    ...lines.map((line, i) => textLine(line, 0, first + i * 18, { size: 14, font: serif, fill })),
    textLine(gradeText(item.grade), narrow ? inner : words + 26, first, {
      size: sizes.label,
      fill: theme.quiet,
      anchor: 'end',
    }),
    ...hypotheses.flatMap((hypothesis, i) => cell(item, { hypothesis, i, y, silent }, on)),
  ];
}

function cell(
  item: ItemResult,
  { hypothesis, i, y, silent }: { hypothesis: Hypothesis; i: number; y: number; silent: boolean },
  on: Sheet,
): SvgNode[] {
  const { theme } = on;
  const { left, width } = cellsOf(on);
  const ratio = item.matrix[hypothesis];
  const middle = left + (i + 0.5) * width;
  const base = y + rowHeight(on) - 12;
  const half = width / 2 - 6;
  if (ratio === null) return [noWorld(middle, base, on)];
  const size = Math.abs(Math.log(ratio));
  const bar = (Math.min(Number.isFinite(size) ? size : 0, longest) / longest) * half;
  const fill = silent ? theme.quiet : ratio >= 1 ? theme.speaksFor : theme.speaksAgainst;
  return [
    node('rect', {
      x: ratio >= 1 ? middle : middle - bar,
      y: base - 8,
      width: bar,
      height: 10,
      fill,
      'fill-opacity': silent ? 0.5 : undefined,
      'data-id': `${item.id}/${hypothesis}`,
    }),
    node('line', { x1: middle, x2: middle, y1: base - 12, y2: base + 6, stroke: theme.quiet }),
    textLine(matrixCell(ratio), middle, base - 17, {
      size: sizes.label,
      fill: silent ? theme.quiet : theme.ink,
      anchor: 'middle',
    }),
  ];
}

/** No drawn world is of this kind: nothing can be said, which is not that nothing moves. */
const noWorld = (middle: number, base: number, { theme }: Sheet): SvgNode =>
  textLine(factor(null), middle, base - 17, { size: sizes.label, fill: theme.quiet, anchor: 'middle' });

/** A bar reaches the edge of its cell at a factor of ten. */
const longest = Math.log(10);

function tableOf(items: readonly ItemResult[], { strings: s }: Sheet): FigureTable {
  return {
    columns: [
      { id: 'item', label: s.itemHead },
      { id: 'says', label: s.figures.column.says },
      { id: 'grade', label: s.gradeHead },
      ...hypotheses.map((id) => ({ id, label: s.hypothesis[id] })),
      { id: 'diagnosticity', label: s.figures.column.diagnosticity, unit: 'bit' },
    ],
    rows: items.map((item) => [
      item.id,
      said(item.says, s),
      gradeText(item.grade),
      ...hypotheses.map((hypothesis) => item.matrix[hypothesis]),
      item.diagnosticity,
    ]),
  };
}
