import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, type Origin, type Sheet, sheet } from './frame.ts';
import { textLine } from './lines.ts';
import { node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';

/** One value by month and hour of the day. */
export interface HeatMapData {
  id: string;
  title: string;
  sentence: string;
  from: Origin;
  /** 12 months of 24 hours. */
  cells: readonly (readonly number[])[];
  /** Empty where there is none. */
  unit: string;
  /** What is shown: `PUE`, `air temperature`. */
  what: string;
  /** What the hours across are: `hour of the day, UTC+8`. */
  hours?: string;
  /** How a value is written. */
  written: (value: number) => string;
}

const rowHeight = 22;
const steps = 6;

/**
 * Hours of the day across, months down: the fuller a cell, the higher its value; monthly means in figures at the right,
 * the highest and the lowest cell marked.
 */
export function heatMapFigure(data: HeatMapData, options: FigureOptions = {}): Figure {
  const on = sheet(options, 12 * rowHeight + (sheet(options, 0).narrow ? 98 : 78));
  return frame(
    {
      ...data,
      plot: [...cellNodes(data, on), ...meansOf(data, on), ...hoursOf(data, on), ...scaleOf(data, on)],
      plotHeight: on.height,
      table: tableOf(data, on),
    },
    on,
  );
}

interface Grid {
  left: number;
  top: number;
  cell: number;
  right: number;
}

function gridOf({ inner, narrow }: Sheet): Grid {
  const left = narrow ? 36 : 46;
  const right = inner - (narrow ? 42 : 62);
  return { left, top: 22, cell: (right - left) / 24, right };
}

function rangeOf(cells: HeatMapData['cells']): { least: number; most: number } {
  const all = cells.flat();
  return { least: Math.min(...all), most: Math.max(...all) };
}

/** How full a cell is, 0.1 to 1. */
const fullness = (value: number, { least, most }: { least: number; most: number }) =>
  0.1 + (0.9 * (value - least)) / Math.max(1e-9, most - least);

function cellNodes({ cells, written, what }: HeatMapData, on: Sheet): SvgNode[] {
  const { theme, strings: s } = on;
  const { left, top, cell } = gridOf(on);
  const range = rangeOf(cells);
  const { month } = s.figures;
  const at = (m: number, h: number) => ({ x: left + h * cell, y: top + m * rowHeight });
  const extreme = (value: number) => {
    const m = cells.findIndex((row) => row.includes(value));
    return { m, h: cells[m]!.indexOf(value) };
  };
  const marks = [
    { ...extreme(range.most), sign: '▲' },
    { ...extreme(range.least), sign: '▽' },
  ];
  return [
    ...cells.flatMap((row, m) => [
      textLine(month[m]!, left - 8, top + m * rowHeight + 16, {
        size: sizes.label,
        fill: theme.quiet,
        anchor: 'end',
      }),
      ...row.map((value, h) =>
        node(
          'rect',
          {
            ...at(m, h),
            width: cell - 1,
            height: rowHeight - 1,
            fill: theme.inferred,
            'fill-opacity': fullness(value, range),
            'data-id': `${m + 1}-${h}`,
          },
          node('title', {}, `${month[m]} ${h}:00 ${what} ${written(value)}`),
        ),
      ),
    ]),
    ...marks.map(({ m, h, sign }) =>
      textLine(sign, at(m, h).x + (cell - 1) / 2, at(m, h).y + 15, {
        size: Math.min(sizes.label, cell + 2),
        fill: sign === '▲' ? theme.paper : theme.ink,
        anchor: 'middle',
      }),
    ),
  ];
}

const meanOf = (row: readonly number[]) => row.reduce((sum, value) => sum + value, 0) / row.length;

function meansOf({ cells, written }: HeatMapData, on: Sheet): SvgNode[] {
  const { top } = gridOf(on);
  const style = { size: sizes.label, anchor: 'end' as const };
  return [
    textLine(on.strings.figures.mean, on.inner, top - 8, { ...style, fill: on.theme.quiet }),
    ...cells.map((row, m) =>
      textLine(written(meanOf(row)), on.inner, top + m * rowHeight + 16, { ...style, fill: on.theme.ink }),
    ),
  ];
}

function hoursOf({ hours }: HeatMapData, on: Sheet): SvgNode[] {
  const { left, top, cell, right } = gridOf(on);
  const style = { size: sizes.label, fill: on.theme.quiet, anchor: 'middle' as const };
  const below = top + 12 * rowHeight + 16;
  return [
    ...[0, 6, 12, 18, 23].map((h) => textLine(String(h), left + (h + 0.5) * cell, below, style)),
    textLine(hours ?? on.strings.figures.hour, (left + right) / 2, top - 8, style),
  ];
}

/** The scale: six fillings from the least to the most, the ends in figures. */
function scaleOf({ cells, written, what, unit }: HeatMapData, on: Sheet): SvgNode[] {
  const { left, top, right } = gridOf(on);
  const range = rangeOf(cells);
  const y = top + 12 * rowHeight + 34;
  const width = Math.min(32, (right - left) / 12);
  const label = { size: sizes.label, fill: on.theme.ink };
  const low = `▽ ${written(range.least)}`;
  const start = left + 62;
  return [
    textLine(low, start - 8, y + 11, { ...label, anchor: 'end' }),
    ...Array.from({ length: steps }, (_, i) => i / (steps - 1)).map((share, i) =>
      node('rect', {
        x: start + i * width,
        y,
        width: width - 1,
        height: 14,
        fill: on.theme.inferred,
        'fill-opacity': 0.1 + 0.9 * share,
      }),
    ),
    textLine(`▲ ${written(range.most)}`, start + steps * width + 8, y + 11, label),
    textLine(unit ? `${what} [${unit}]` : what, on.narrow ? left : on.inner, on.narrow ? y + 32 : y + 11, {
      size: sizes.label,
      fill: on.theme.quiet,
      anchor: on.narrow ? 'start' : 'end',
    }),
  ];
}

function tableOf({ cells, unit, what, hours }: HeatMapData, { strings: s }: Sheet): FigureTable {
  return {
    columns: [
      { id: 'month', label: s.figures.column.month },
      { id: 'hour', label: hours ?? s.figures.hour },
      { id: 'value', label: what, ...(unit && { unit }) },
    ],
    rows: cells.flatMap((row, m) => row.map((value, h) => [m + 1, h, value])),
  };
}
