import type { Assessment, ItemResult } from '../../assessment/assessment.ts';
import { gradeText } from '../../sources/grade-text.ts';
import { percentFigure } from '../../units/percent.ts';
import { factor, percent } from '../amount.ts';
import { screenWords } from '../strings/screen-words.ts';
import { clean, said } from '../strings/strings.ts';
import { byWeight, focusBeside } from '../terminal/evidence.ts';
import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, type Sheet, sheet } from './frame.ts';
import { fitLines, textLine, widthOf } from './lines.ts';
import { node, type SvgNode } from './svg.ts';
import { serif, sizes } from './theme.ts';

/** Items that the figure shows where nobody says how many. */
export const MOST_MOVED = 10;

/**
 * The items that moved the answer most as bars from a centre line: right speaks for, left against.
 *
 * @param a what `assess` returned
 * @param options size in pixels, theme, language; `most`: how many items, 10 where left out
 */
export function evidenceFigure(a: Assessment, options: FigureOptions & { most?: number } = {}): Figure {
  const items = byWeight(a.evidence).slice(0, options.most ?? MOST_MOVED);
  const high = rowHeight(sheet(options, 0));
  const on = sheet(options, headHeight(sheet(options, 0)) + 4 + high * Math.max(1, items.length));
  const { strings: s } = on;
  const own = screenWords(s);
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
      title: own.evidenceTitle,
      sentence: own.evidenceSentence(strongest, said(question.text, s)),
      from: a,
      plot: [...heads(on), ...rows(items, a, on)],
      plotHeight: on.height,
      table: tableOf(a, on),
    },
    on,
  );
}

interface Columns {
  /** Width of the words at the left; above the bar where narrow. */
  words: number;
  centre: number;
  /** Half the width of the bars, with room for a number. */
  half: number;
  without: number;
  grade: number;
}

const numberRoom = 58;
const rowHeight = ({ narrow }: Sheet) => (narrow ? 74 : 50);
const headHeight = ({ narrow }: Sheet) => (narrow ? 46 : 26);

function columnsOf({ inner, narrow, strings: s }: Sheet): Columns {
  const grade = inner;
  const without = inner - Math.max(34, widthOf(s.gradeHead, sizes.label)) - 12;
  const room = Math.max(84, widthOf(s.without, sizes.label)) + 10;
  const words = narrow ? inner : inner * 0.44;
  const left = narrow ? 0 : words + 20;
  const half = (without - room - left) / 2;
  return { words, centre: left + half, half, without, grade };
}

function heads(on: Sheet): SvgNode[] {
  const { theme, strings: s, narrow } = on;
  const at = columnsOf(on);
  const quiet = { size: sizes.label, fill: theme.quiet };
  const [against, speaksFor] = [`← ${s.speaksAgainst}`, `${s.speaksFor} →`];
  const lower = headHeight(on) - 12;
  return [
    textLine(against, narrow ? 0 : at.centre - 8, 14, {
      ...quiet,
      fill: theme.speaksAgainst,
      anchor: narrow ? 'start' : 'end',
    }),
    textLine(speaksFor, narrow ? widthOf(against, sizes.label) + 20 : at.centre + 8, 14, {
      ...quiet,
      fill: theme.speaksFor,
    }),
    textLine(s.without, at.without, lower, { ...quiet, anchor: 'end' }),
    textLine(s.gradeHead, at.grade, lower, { ...quiet, anchor: 'end' }),
  ];
}

function rows(items: readonly ItemResult[], a: Assessment, on: Sheet): SvgNode[] {
  const at = columnsOf(on);
  const high = rowHeight(on);
  const strongest = Math.max(Math.log(2), ...items.map((item) => sizeOf(item)));
  const length = (size: number) => (Math.min(size, strongest) / strongest) * (at.half - numberRoom);
  return items.flatMap((item, i) => row(item, { y: headHeight(on) + i * high, length, a }, on));
}

const sizeOf = (item: ItemResult) => {
  const size = Math.abs(Math.log(item.moved.factor));
  return Number.isFinite(size) ? size : 0;
};

function row(
  item: ItemResult,
  { y, length, a }: { y: number; length: (size: number) => number; a: Assessment },
  on: Sheet,
): SvgNode[] {
  const { theme, strings: s, narrow } = on;
  const at = columnsOf(on);
  const high = rowHeight(on);
  const middle = narrow ? y + high - 15 : y + high / 2;
  const speaksFor = item.moved.factor >= 1;
  const side = speaksFor ? 1 : -1;
  const bar = length(sizeOf(item));
  const number = { size: sizes.label, fill: theme.ink };
  const words = fitLines(said(item.says, s), at.words, { size: 14, most: 2 });
  const top = narrow ? y + 17 : middle - (words.length - 1) * 9 + 5;
  const now = percentFigure((focusBeside(a) ?? a.questions[0]!).probability);
  const then = percentFigure(item.moved.without);
  return [
    node('line', { x1: 0, x2: at.grade, y1: y + high, y2: y + high, stroke: theme.contour }),
    node('line', {
      x1: at.centre,
      x2: at.centre,
      y1: narrow ? middle - 12 : y,
      y2: narrow ? middle + 12 : y + high,
      stroke: theme.ink,
    }),
    ...words.map((line, i) => textLine(line, 0, top + i * 18, { size: 14, font: serif, fill: theme.ink })),
    node('rect', {
      x: speaksFor ? at.centre : at.centre - bar,
      y: middle - 8,
      width: bar,
      height: 16,
      fill: speaksFor ? theme.speaksFor : theme.speaksAgainst,
      'fill-opacity': item.reliable ? undefined : 0.35,
      'data-id': item.id,
    }),
    textLine(
      `${factor(item.moved.factor)}${item.reliable ? '' : ' ~'}`,
      at.centre + side * (bar + 6),
      middle + 5,
      { ...number, anchor: speaksFor ? 'start' : 'end' },
    ),
    textLine(
      then === now ? percent(item.moved.without, s) : s.percentChange(now, then),
      at.without,
      middle + 5,
      { ...number, anchor: 'end' },
    ),
    textLine(clean(gradeText(item.grade)), at.grade, middle + 5, { ...number, anchor: 'end' }),
  ];
}

function tableOf(a: Assessment, { strings: s }: Sheet): FigureTable {
  const { column } = s.figures;
  return {
    columns: [
      { id: 'item', label: s.itemHead },
      { id: 'says', label: column.says },
      { id: 'factor', label: column.factor },
      { id: 'without', label: s.without },
      { id: 'grade', label: s.gradeHead },
      { id: 'published', label: column.published },
      { id: 'source', label: s.source },
      { id: 'reliable', label: column.reliable },
    ],
    rows: byWeight(a.evidence).map((item) => [
      item.id,
      said(item.says, s),
      item.moved.factor,
      item.moved.without,
      gradeText(item.grade),
      item.published,
      item.source,
      item.reliable ? column.yes : column.no,
    ]),
  };
}
