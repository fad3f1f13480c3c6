import { scaleLinear, scaleLog } from 'd3-scale';
import type { Sheet } from './frame.ts';
import { textLine, widthOf } from './lines.ts';
import { node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';

/** One axis of a plane. */
export interface PlaneAxis {
  id: string;
  label: string;
  unit?: string;
  scale: 'log' | 'lin';
  /** Whether more or less of it is better: it decides which points form the front. */
  better: 'more' | 'less';
  /** How a value is written. */
  written: (value: number) => string;
}

export interface PlanePoint {
  id: string;
  name: string;
  x: number;
  y: number;
  /** Drawn as a diamond: what is known rather than computed, or what stands out among it. */
  fact?: boolean;
}

/** A line through the plane beside the points: what an ideal would do, a roof. */
export interface PlaneLine {
  id: string;
  name: string;
  points: readonly (readonly [x: number, y: number])[];
  /** Lengths of dashes and gaps; drawn through where absent. */
  dash?: '5 5' | '1.5 4';
}

/** What a plane is laid out for. */
export interface PlaneData {
  x: PlaneAxis;
  y: PlaneAxis;
  points: readonly PlanePoint[];
  lines?: readonly PlaneLine[];
}

/** A plane in pixels: where values stand, and the ticks that fit. */
export interface Plane {
  x: (value: number) => number;
  y: (value: number) => number;
  xTicks: readonly number[];
  yTicks: readonly number[];
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where values stand, and the ticks that fit. */
export function planeOf({ points, lines = [], x, y }: PlaneData, keys: number, on: Sheet): Plane {
  const all = [...points.map((one) => [one.x, one.y] as const), ...lines.flatMap((line) => line.points)];
  const ends = (values: readonly number[], { scale }: PlaneAxis): [number, number] => {
    const fine = values.filter((value) => Number.isFinite(value) && (scale === 'lin' || value > 0));
    const [low, high] = fine.length > 0 ? [Math.min(...fine), Math.max(...fine)] : [1, 10];
    if (scale === 'log') return [low / 1.15, high * 1.25];
    const room = (high - low || Math.abs(high) || 1) * 0.08;
    return [low > 0 ? Math.max(0, low - room) : low - room, high + room];
  };
  const made = (axis: PlaneAxis, values: readonly number[], range: [number, number]) =>
    axis.scale === 'log'
      ? scaleLog().domain(ends(values, axis)).range(range).clamp(true)
      : scaleLinear().domain(ends(values, axis)).range(range).clamp(true);
  const [top, bottom] = [keys + 30, on.height - 46];
  const across = all.map(([value]) => value);
  const up = all.map(([, value]) => value);
  const probe = made(y, up, [bottom, top]);
  const yTicks = ticksOf(y, ends(up, y));
  const left = Math.max(...yTicks.map((value) => widthOf(y.written(value), sizes.label)), 20) + 12;
  const right = on.inner - 12;
  const xScale = made(x, across, [left, right]);
  const xTicks = ticksOf(x, ends(across, x));
  const widest = Math.max(...xTicks.map((value) => widthOf(x.written(value), sizes.label)));
  return {
    x: (value) => xScale(value),
    y: (value) => probe(value),
    xTicks: spaced(xTicks, (value) => xScale(value), widest + 16),
    yTicks: spaced(yTicks, (value) => probe(value), 24),
    left,
    right,
    top,
    bottom,
  };
}

/** Round values within the ends: powers of ten, with their halves and fifths where those are few. */
function ticksOf({ scale }: PlaneAxis, [low, high]: [number, number]): number[] {
  if (scale === 'lin') return scaleLinear().domain([low, high]).ticks(5);
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const within = (steps: readonly number[]) =>
    powers
      .flatMap((power) => steps.map((step) => Number(`${step}e${power}`)))
      .filter((value) => value >= low && value <= high);
  const tries = [[1, 1.5, 2, 3, 4, 5, 7], [1, 2, 5], [1, 3], [1]].map(within);
  return tries.find((ticks) => ticks.length <= 6) ?? tries.at(-1)!;
}

/** Ticks that are far enough from the one before. */
function spaced(ticks: readonly number[], place: (value: number) => number, gap: number): number[] {
  const kept: number[] = [];
  for (const tick of ticks) {
    const before = kept.at(-1);
    if (before === undefined || Math.abs(place(tick) - place(before)) >= gap) kept.push(tick);
  }
  return kept;
}

/** Lines and labels of both axes. */
export function grid({ x, y }: PlaneData, plane: Plane, on: Sheet): SvgNode[] {
  const { theme, inner } = on;
  const label = { size: sizes.label, fill: theme.quiet };
  const named = ({ label: words, unit }: PlaneAxis) => (unit ? `${words} [${unit}]` : words);
  return [
    ...plane.yTicks.flatMap((value) => [
      node('line', {
        x1: plane.left,
        x2: plane.right,
        y1: plane.y(value),
        y2: plane.y(value),
        stroke: theme.contour,
      }),
      textLine(y.written(value), plane.left - 8, plane.y(value) + 4, { ...label, anchor: 'end' }),
    ]),
    ...plane.xTicks.flatMap((value) => {
      const half = widthOf(x.written(value), sizes.label) / 2;
      const at = Math.min(inner - half, plane.x(value));
      return [
        node('line', {
          x1: plane.x(value),
          x2: plane.x(value),
          y1: plane.top,
          y2: plane.bottom,
          stroke: theme.contour,
        }),
        textLine(x.written(value), at, plane.bottom + 18, { ...label, anchor: 'middle' }),
      ];
    }),
    textLine(named(y), 0, plane.top - 12, { ...label, fill: theme.ink }),
    textLine(named(x), plane.right, plane.bottom + 38, { ...label, fill: theme.ink, anchor: 'end' }),
  ];
}
