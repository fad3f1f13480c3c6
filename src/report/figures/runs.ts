import type { Assessment, Estimate } from '../../assessment/assessment.ts';
import { median } from '../../chips/figure.ts';
import type { FrontierRun } from '../../training/frontier.ts';
import { amount, factor, interval } from '../amount.ts';
import { across, type ValueAxis, valueAxis } from './axis.ts';
import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, type Sheet, sheet } from './frame.ts';
import { textLine, widthOf } from './lines.ts';
import { dot, legend, ring } from './marks.ts';
import { stack } from './stack.ts';
import { node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';

const laneHeight = 21;
const rowHeight = 74;
const dotRoom = 34;
/** Height of what is written above the dots of a row. */
const labelRoom = 22;

/** What a run is measured against. */
export interface RunsOptions extends FigureOptions {
  /** Named runs, the earliest first. */
  frontier: readonly FrontierRun[];
}

/** One way to use the hub: fifty worlds, and how many times less than in one place. */
interface Row {
  label: string;
  estimate: Pick<Estimate, 'median' | 'low' | 'high' | 'dots' | 'unit' | 'claimed'>;
  less?: number;
}

/**
 * The largest run of 90 days as if the hub stood at one place, split over its sites, and at its largest site alone, among
 * named runs.
 */
export function runsFigure(a: Assessment, options: RunsOptions): Figure {
  const on = sheet(options, 0);
  const rows = rowsOf(a, on);
  const plot = plotOf(rows, options.frontier, on);
  const { strings: s } = on;
  const last = rows.at(-1)!;
  const named = options.frontier.map(({ name, flop }) => ({ name, value: median(flop.quantity)! }));
  const split = rows.length > 1 ? rows[1]! : rows[0]!;
  return frame(
    {
      id: `${a.run.id}-runs`,
      title: s.figures.runs.title,
      sentence: s.figures.runs.sentence({
        sites: a.hub.sites,
        split: interval(split.estimate, split.estimate.unit, s),
        ...(rows.length > 1 && { alone: amount(last.estimate.median, last.estimate.unit, s) }),
        reached: named.filter(({ value }) => value <= split.estimate.median).map(({ name }) => name),
        all: named.length,
      }),
      from: a,
      plot: plot.nodes,
      plotHeight: plot.height,
      table: tableOf(rows, options.frontier, on),
    },
    on,
  );
}

function rowsOf(a: Assessment, { strings: s }: Sheet): Row[] {
  const of = (id: string) => a.quantities.find((one) => one.id === id)!;
  const split = of('largest-run');
  if (a.hub.sites < 2) return [{ label: s.figures.runs.alone, estimate: split }];
  const together = { ...of('largest-run-together'), claimed: null };
  const alone = of('largest-run-site');
  const less = ({ median: value }: Row['estimate']) => (value > 0 ? { less: together.median / value } : {});
  return [
    { label: s.figures.runs.together, estimate: together },
    { label: s.figures.runs.split(a.hub.sites), estimate: split, ...less(split) },
    { label: s.figures.runs.single, estimate: alone, ...less(alone) },
  ];
}

/** Where things stand across the plot [px]. */
interface Across {
  axis: ValueAxis;
  unit: string;
  left: number;
  right: number;
  /** Whether none has a place of its own. */
  apart: boolean;
  place: (value: number) => number;
}

function acrossOf(rows: readonly Row[], frontier: readonly FrontierRun[], on: Sheet): Across {
  const { unit } = rows[0]!.estimate;
  const values = rows.flatMap(({ estimate }) => [
    ...estimate.dots,
    ...(estimate.claimed ? [estimate.claimed.median] : []),
  ]);
  const axis = valueAxis([...values, ...frontier.map(({ flop }) => median(flop.quantity)!)], unit, 'log');
  const apart = values.some((value) => value < axis.least);
  const left = 8 + (apart ? (on.narrow ? 56 : 96) : 0);
  const right = on.inner - 10;
  const place = (value: number) => (value < axis.least ? 22 : left + axis.position(value) * (right - left));
  return { axis, unit, left, right, apart, place };
}

function plotOf(
  rows: readonly Row[],
  frontier: readonly FrontierRun[],
  on: Sheet,
): { nodes: SvgNode[]; height: number } {
  const { theme, strings: s } = on;
  const at = acrossOf(rows, frontier, on);
  const claims = rows.some(({ estimate }) => estimate.claimed);
  const keys = legend(
    [
      { mark: (x, y) => dot(x + 6, y - 4.5, { theme, r: 5 }), text: s.inferred, fill: theme.inferred },
      ...(claims
        ? [
            {
              mark: (x: number, y: number) => ring(x + 6, y - 4.5, { theme, r: 5.5 }),
              text: s.claimed,
              fill: theme.claimed,
            },
          ]
        : []),
      { mark: (x, y) => named(x + 6, y - 4.5, on), text: s.figures.runs.named, fill: theme.observed },
    ],
    on,
  );
  const runs = runNodes(frontier, { at, top: keys.height + 16 }, on);
  const first = runs.bottom + 10;
  const bottom = first + rows.length * rowHeight;
  const ends = { left: at.left, right: at.right, top: runs.bottom, bottom: bottom + 4 };
  return {
    nodes: [
      ...keys.nodes,
      ...across(at.axis, { ...ends, labels: bottom + 22, unit: at.unit }, on),
      ...(at.apart
        ? [
            textLine(s.nothing, at.place(0), bottom + 22, {
              size: sizes.label,
              fill: theme.quiet,
              anchor: 'middle',
            }),
          ]
        : []),
      ...runs.lines(rows.map((_, i) => first + i * rowHeight)),
      ...rows.flatMap((row, i) => rowNodes(row, { at, top: first + i * rowHeight }, on)),
      ...runs.labels,
    ],
    height: bottom + 34,
  };
}

const named = (x: number, y: number, { theme }: Sheet) =>
  node('circle', { cx: x, cy: y, r: 5, fill: theme.paper, stroke: theme.observed, 'stroke-width': 1.8 });

/** Named runs as rings, each label on the first lane that is free there, and a line down through the dots of each row. */
function runNodes(
  frontier: readonly FrontierRun[],
  { at, top }: { at: Across; top: number },
  on: Sheet,
): { labels: SvgNode[]; lines: (tops: readonly number[]) => SvgNode[]; bottom: number } {
  const ends: number[] = [];
  const placed = frontier
    .map((run) => ({ run, x: at.place(median(run.flop.quantity)!) }))
    .sort((p, q) => p.x - q.x)
    .map(({ run, x }) => {
      const text = `${run.name}, ${run.published.text.slice(0, 7)}`;
      const wide = widthOf(text, sizes.label) + 12;
      const leftwards = x + wide > on.inner;
      const start = leftwards ? x - wide : x - 8;
      const free = ends.findIndex((end) => end < start);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = (leftwards ? x : x + wide) + 10;
      return { text, x, leftwards, y: top + lane * laneHeight };
    });
  const labels = placed.flatMap(({ text, x, y, leftwards }) => [
    named(x, y, on),
    textLine(text, leftwards ? x - 10 : x + 10, y + 4.5, {
      size: sizes.label,
      fill: on.theme.ink,
      halo: on.theme.paper,
      anchor: leftwards ? 'end' : 'start',
    }),
  ]);
  const line = (x: number, y1: number, y2: number) =>
    node('line', { x1: x, x2: x, y1, y2, stroke: on.theme.quiet, 'stroke-dasharray': '1 5' });
  // Not where the words of a row stand.
  const lines = (tops: readonly number[]) =>
    placed.flatMap(({ x, y }) => [
      line(x, y, tops[0]!),
      ...tops.map((top) => line(x, top + labelRoom, top + rowHeight - 8)),
    ]);
  return { labels, lines, bottom: top + Math.max(0, ends.length - 1) * laneHeight + 8 };
}

function rowNodes(
  { label, estimate, less }: Row,
  { at, top }: { at: Across; top: number },
  on: Sheet,
): SvgNode[] {
  const { theme, strings: s } = on;
  const base = top + rowHeight - 8;
  const none = estimate.dots.filter((value) => value < at.axis.least).length;
  const some = stack(estimate.dots.slice(none).map(at.place), dotRoom, 12);
  const { size } = some;
  const r = (size / 2) * 0.88;
  const high = Math.max(1, Math.floor(dotRoom / size));
  const nones = Array.from({ length: none }, (_, i) => ({
    x: 8 + r + Math.floor(i / high) * size,
    level: i % high,
  }));
  const written = interval(estimate, estimate.unit, s);
  const penalty = less !== undefined && less > 1 ? ` (${factor(1 / less)})` : '';
  const text = { size: sizes.label, halo: theme.paper };
  return [
    node('line', { x1: 4, x2: at.right, y1: base, y2: base, stroke: theme.quiet, 'stroke-width': 0.8 }),
    ...[...nones, ...some.dots].map(({ x, level }) => dot(x, base - size * (level + 0.5) - 1, { theme, r })),
    ...(estimate.claimed ? [ring(at.place(estimate.claimed.median), base - 8, { theme, r: 6 })] : []),
    textLine(`${label}${penalty}`, 4, top + 14, { ...text, fill: theme.ink, weight: 600 }),
    ...(on.narrow
      ? []
      : [
          textLine(written, at.right, top + 14, {
            ...text,
            fill: theme.inferred,
            anchor: 'end',
          }),
        ]),
  ];
}

function tableOf(rows: readonly Row[], frontier: readonly FrontierRun[], { strings: s }: Sheet): FigureTable {
  const { column, part } = s.figures;
  const { unit } = rows[0]!.estimate;
  const number = (id: 'median' | 'low' | 'high') => ({ id, label: column[id], unit });
  return {
    columns: [
      { id: 'name', label: column.name },
      { id: 'part', label: column.part },
      number('median'),
      number('low'),
      number('high'),
      { id: 'published', label: column.published },
    ],
    rows: [
      ...rows.map(({ label, estimate }) => [
        label,
        part.inferred,
        estimate.median,
        estimate.low,
        estimate.high,
        null,
      ]),
      ...frontier.map(({ name, flop, published }) => [
        name,
        s.figures.runs.named,
        median(flop.quantity)!,
        null,
        null,
        published.text,
      ]),
    ],
  };
}
