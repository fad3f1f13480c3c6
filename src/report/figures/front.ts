import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, type Origin, type Sheet, sheet } from './frame.ts';
import { freeSpots } from './label-places.ts';
import { textLine, widthOf } from './lines.ts';
import { diamond, type LegendEntry, legend } from './marks.ts';
import {
  grid,
  type Plane,
  type PlaneAxis,
  type PlaneData,
  type PlaneLine,
  type PlanePoint,
  planeOf,
} from './plane.ts';
import { decimal, node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';

export interface FrontData extends PlaneData {
  id: string;
  title: string;
  sentence: string;
  from: Origin;
  /** What the line through the points that no other beats is called, where it is no choice between plans. */
  join?: string;
  /** What facts are called, where they were not published. */
  fact?: string;
  /** Leaves that line out. */
  plain?: boolean;
}

/** Points that no other one beats in both directions, from the left. */
export function frontOf({ points, x, y }: Pick<FrontData, 'points' | 'x' | 'y'>): PlanePoint[] {
  const gain = (a: number, b: number, better: 'more' | 'less') => (better === 'more' ? a - b : b - a);
  const beats = (a: PlanePoint, b: PlanePoint) => {
    const [dx, dy] = [gain(a.x, b.x, x.better), gain(a.y, b.y, y.better)];
    return dx >= 0 && dy >= 0 && dx + dy > 0;
  };
  return points.filter((one) => !points.some((other) => beats(other, one))).sort((a, b) => a.x - b.x);
}

/**
 * Points in a plane with the front that no other point beats: plans by time and memory, services by delay and cost, a
 * fleet by its size.
 */
export function frontFigure(data: FrontData, options: FigureOptions = {}): Figure {
  const on = sheet(options, sheet(options, 0).narrow ? 320 : 380);
  const front = data.plain ? data.points : frontOf(data);
  const keys = legend(entriesOf(data, front, on), on);
  const plane = planeOf(data, keys.height, on);
  return frame(
    {
      ...data,
      plot: [
        ...keys.nodes,
        ...grid(data, plane, on),
        ...(data.lines ?? []).map((line) => lineNode(line, plane, on)),
        ...(data.plain || front.length < 2 ? [] : [frontLine(front, plane, on)]),
        ...pointNodes(data.points, front, plane, on),
        ...names(data.points, front, plane, on),
      ],
      plotHeight: on.height,
      table: tableOf(data, front, on),
    },
    on,
  );
}

const path = (points: readonly (readonly [number, number])[]) =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${decimal(x)} ${decimal(y)}`).join('');

function lineNode({ id, points, dash }: PlaneLine, plane: Plane, { theme }: Sheet): SvgNode {
  return node('path', {
    d: path(points.map(([x, y]) => [plane.x(x), plane.y(y)] as const)),
    fill: 'none',
    stroke: theme.permitted,
    'stroke-width': 2,
    'stroke-dasharray': dash,
    'data-id': id,
  });
}

function frontLine(front: readonly PlanePoint[], plane: Plane, { theme }: Sheet): SvgNode {
  return node('path', {
    d: path(front.map((one) => [plane.x(one.x), plane.y(one.y)] as const)),
    fill: 'none',
    stroke: theme.inferred,
    'stroke-width': 1.5,
  });
}

function pointNodes(
  points: readonly PlanePoint[],
  front: readonly PlanePoint[],
  plane: Plane,
  { theme }: Sheet,
): SvgNode[] {
  return points.map((one) => {
    const [cx, cy] = [plane.x(one.x), plane.y(one.y)];
    if (one.fact) return { ...diamond(cx, cy, { fill: theme.ink, r: 6 }) };
    const onFront = front.includes(one);
    return node(
      'circle',
      {
        cx,
        cy,
        r: onFront ? 5 : 3.5,
        fill: onFront ? theme.inferred : theme.paper,
        stroke: theme.inferred,
        'stroke-width': 1.5,
        'data-id': one.id,
      },
      node('title', {}, one.name),
    );
  });
}

/** Names of the front and of facts, where there is room for them. */
function names(
  points: readonly PlanePoint[],
  front: readonly PlanePoint[],
  plane: Plane,
  on: Sheet,
): SvgNode[] {
  const at = (one: PlanePoint) => ({ x: plane.x(one.x), y: plane.y(one.y) });
  const wanted = [...points.filter(({ fact }) => fact), ...front.filter(({ fact }) => !fact)];
  const spots = freeSpots(
    wanted.map((one) => ({ ...at(one), width: widthOf(one.name, sizes.label), height: 16, reach: 8 })),
    {
      taken: points.map((one) => ({ x: at(one).x - 5, y: at(one).y - 5, width: 10, height: 10 })),
      within: {
        x: plane.left,
        y: plane.top - 4,
        width: plane.right - plane.left,
        height: plane.bottom - plane.top,
      },
    },
  );
  return wanted.flatMap((one, i) => {
    const spot = spots[i];
    if (!spot || one.name === '') return [];
    return [
      textLine(one.name, spot.x, spot.y + 13, {
        size: sizes.label,
        fill: on.theme.ink,
        halo: on.theme.paper,
      }),
    ];
  });
}

function entriesOf(
  { lines = [], plain, points, join, fact }: FrontData,
  front: readonly PlanePoint[],
  { theme, strings: s }: Sheet,
): LegendEntry[] {
  const stroke = (dash?: string) => (x: number, y: number) =>
    node('line', {
      x1: x,
      x2: x + 15,
      y1: y - 5,
      y2: y - 5,
      stroke: theme.permitted,
      'stroke-width': 2,
      'stroke-dasharray': dash,
    });
  return [
    ...(plain || front.length === 0
      ? []
      : [
          {
            mark: (x: number, y: number) =>
              node('circle', { cx: x + 7, cy: y - 5, r: 5, fill: theme.inferred }),
            text: join ?? s.figures.front,
            fill: theme.inferred,
          },
        ]),
    ...lines.map(({ name, dash }) => ({
      mark: stroke(dash),
      text: name,
      fill: theme.permitted,
    })),
    ...(points.some(({ fact }) => fact)
      ? [
          {
            mark: (x: number, y: number) => diamond(x + 7, y - 5, { fill: theme.ink, r: 6 }),
            text: fact ?? s.figures.published,
            fill: theme.ink,
          },
        ]
      : []),
  ];
}

function tableOf(
  { x, y, points, lines = [] }: FrontData,
  front: readonly PlanePoint[],
  { strings: s }: Sheet,
): FigureTable {
  const { column } = s.figures;
  const of = ({ id, label, unit }: PlaneAxis) => ({ id, label, ...(unit && { unit }) });
  return {
    columns: [
      { id: 'part', label: column.part },
      { id: 'name', label: column.name },
      of(x),
      of(y),
      { id: 'front', label: s.figures.front },
    ],
    rows: [
      ...points.map((one) => [one.id, one.name, one.x, one.y, front.includes(one) ? column.yes : column.no]),
      ...lines.flatMap(({ id, name, points: along }) => along.map(([a, b]) => [id, name, a, b, null])),
    ],
  };
}
