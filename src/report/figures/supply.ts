import type { Assessment } from '../../assessment/assessment.ts';
import type { PoolId, Supply } from '../../supply/pool.ts';
import { amount, type Interval, intervalParts, whole } from '../amount.ts';
import { said } from '../strings/strings.ts';
import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, originOf, type Sheet, sheet } from './frame.ts';
import { fitLines, shortened, textLine, widthOf } from './lines.ts';
import { hatch, stipple } from './marks.ts';
import { type SupplyPool, type SupplyRoute, supplyRoutes } from './supply-routes.ts';
import { decimal, node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';
import { daysOf } from './time-axis.ts';

/** A pool with what of it is inferred at the hub. */
type Pool = SupplyPool & { atHub: Interval | null };

/**
 * The accelerators in China by the way they came, the pools they are in, and what of each pool is inferred at the hub:
 * widths are medians, every band has its interval in words.
 *
 * @param a assessment of the hub, whose as-of day is the day of the stocks
 */
export function supplyFigure(a: Assessment, supply: Supply, options: FigureOptions = {}): Figure {
  const { routes, pools } = supplyRoutes(supply, daysOf(a.run.asOf)![1]);
  const at = (id: string) => a.quantities.find((quantity) => quantity.id === id) ?? null;
  const hub: Record<PoolId, Interval | null> = {
    restricted: a.quantities[0]!,
    legal: at('legal'),
    domestic: at('domestic'),
  };
  const data = pools.map((pool): Pool => ({ ...pool, atHub: hub[pool.id] }));
  const on = sheet(options, sheet(options, 0).narrow ? routes.length * 96 + 40 : routes.length * 62 + 56);
  const { strings: s } = on;
  const id = `${a.run.id}-supply`;
  const left = a.quantities[0]!.permitted;
  const parts = data.map(({ name, stock }) => ({ name: said(name, s), ...intervalParts(stock, '', s) }));
  return frame(
    {
      id,
      title: s.figures.supply.title(a.run.asOf),
      sentence:
        parts.length > 0
          ? s.figures.supply.sentence(parts, left ? intervalParts(left, '', s) : undefined)
          : s.figures.supply.nothing,
      from: originOf(a, on),
      definitions: [
        hatch(`${id}-legal`, { stroke: on.theme.speaksFor }),
        stipple(`${id}-domestic`, { stroke: on.theme.inferred }),
      ],
      plot: draw(layoutOf(routes, data, on), id, on),
      plotHeight: on.height,
      table: tableOf(routes, data, on),
    },
    on,
  );
}

const block = 10;
/** From one line of words to the next. */
const line = 16;

/** Width that the words of a route may take. */
const routeRoom = (x: { pool: number }): number => x.pool - block - 22;

/** A name in as many lines as it takes, two at most. */
const nameLines = (name: string, room: number): string[] =>
  fitLines(name, room, { size: sizes.label, most: 2 });

interface Placed<T> {
  of: T;
  y: number;
  height: number;
}

interface Layout {
  x: { pool: number; hub: number };
  perChip: number;
  routes: readonly Placed<SupplyRoute>[];
  pools: readonly Placed<Pool>[];
}

/** Routes one under the other, each pool at the middle of its routes. */
function layoutOf(routes: readonly SupplyRoute[], pools: readonly Pool[], on: Sheet): Layout {
  const { inner, narrow, height } = on;
  const top = narrow ? 28 : 44;
  const words = widthOf(on.strings.figures.supply.heads.hub, sizes.label) + 4;
  const x = narrow
    ? { pool: inner * 0.5, hub: inner }
    : { pool: inner * 0.42, hub: Math.min(inner * 0.82, inner - Math.max(words, 150)) };
  const gaps = routes.map(({ name, stock }) => {
    const lines = nameLines(said(name, on.strings), routeRoom(x)).length + interval(stock, on).length;
    return 10 + line * lines;
  });
  const sum = routes.reduce((total, { stock }) => total + (stock?.median ?? 0), 0);
  const room = height - top - gaps.reduce((all, gap) => all + gap, 0);
  const perChip = Math.max(0, room) / Math.max(1, sum);
  let y = top;
  const placed = routes.map((of, i) => {
    const one = { of, y, height: Math.max(1.5, (of.stock?.median ?? 0) * perChip) };
    y += one.height + gaps[i]!;
    return one;
  });
  return {
    x,
    perChip,
    routes: placed,
    pools: pools.map((of) => {
      const own = placed.filter((one) => one.of.pool === of.id);
      const total = own.reduce((all, one) => all + one.height, 0);
      const middle = (own[0]!.y + own.at(-1)!.y + own.at(-1)!.height) / 2;
      return { of, y: middle - total / 2, height: total };
    }),
  };
}

function draw({ x, perChip, routes, pools }: Layout, id: string, on: Sheet): SvgNode[] {
  const { inner, narrow, theme, strings: s } = on;
  const { heads } = s.figures.supply;
  const head = { size: sizes.label, fill: theme.quiet };
  const filled = new Map<PoolId, number>();
  const bands = routes.flatMap(({ of, y, height }) => {
    const to = pools.find((pool) => pool.of.id === of.pool)!;
    const used = filled.get(of.pool) ?? 0;
    filled.set(of.pool, used + height);
    const ends = { x1: block, y1: y, x2: x.pool, y2: to.y + used, height };
    return [
      ...band(ends, paint(of.pool, id, on), of.id),
      bar(0, { y, height }, of.id, paint(of.pool, id, on)),
    ];
  });
  return [
    textLine(heads.route, 0, 14, head),
    textLine(heads.pool, x.pool, 14, head),
    ...(narrow ? [] : [textLine(heads.hub, x.hub, 14, head)]),
    ...bands,
    ...pools.flatMap((pool) => poolNodes(pool, { x, perChip, id }, on)),
    ...routes.flatMap(({ of, y, height }) =>
      words(
        { name: said(of.name, s), lines: interval(of.stock, on) },
        { x: block + 8, y: y + height + 15, room: routeRoom(x) },
        on,
      ),
    ),
    ...pools.flatMap(({ of, y }) => {
      const room = (narrow ? inner : x.hub) - x.pool - block - 18;
      const more = narrow ? [`${heads.hub}${s.colon}`.trimEnd(), ...interval(of.atHub, on)] : [];
      return words(
        { name: said(of.name, s), lines: [...interval(of.stock, on), ...more] },
        { x: x.pool + block + 8, y: narrow ? y + 13 : y - 20, room },
        on,
      );
    }),
    ...(narrow
      ? []
      : pools.flatMap(({ of, y, height }) =>
          words(
            namedFirst(interval(of.atHub, { ...on, narrow: true })),
            { x: x.hub + block + 8, y: y + height / 2 - 3, room: inner - x.hub - block - 8 },
            on,
          ),
        )),
  ];
}

/** A pool, and where there is room for it the band to the hub. */
function poolNodes(
  { of, y, height }: Placed<Pool>,
  { x, perChip, id }: Pick<Layout, 'x' | 'perChip'> & { id: string },
  on: Sheet,
): SvgNode[] {
  const paints = paint(of.id, id, on);
  const own = bar(x.pool, { y, height }, of.id, paints);
  if (on.narrow) return [own];
  const atHub = Math.max(1.5, (of.atHub?.median ?? 0) * perChip);
  const middle = y + height / 2;
  const ends = { x1: x.pool + block, y1: middle, x2: x.hub, y2: middle, height: atHub };
  return [
    ...band(ends, paints, `${of.id}/hub`),
    own,
    bar(x.hub, { y: middle - 2, height: atHub + 4 }, `${of.id}/hub`, paints),
  ];
}

/** Plain, hatched or dotted, by pool: colour is not the only cue. */
function paint(pool: PoolId, id: string, { theme }: Sheet) {
  const fill = { restricted: theme.speaksAgainst, legal: theme.speaksFor, domestic: theme.inferred }[pool];
  return { solid: fill, texture: pool === 'restricted' ? fill : `url(#${id}-${pool})` };
}

type Paint = ReturnType<typeof paint>;

const bar = (x: number, { y, height }: { y: number; height: number }, id: string, { solid }: Paint) =>
  node('rect', { x, y, width: block, height, fill: solid, 'data-id': id });

function band(
  { x1, y1, x2, y2, height }: { x1: number; y1: number; x2: number; y2: number; height: number },
  { texture, solid }: Paint,
  id: string,
): SvgNode[] {
  const mid = decimal((x1 + x2) / 2);
  const [a, b, c, d] = [y1, y2, y2 + height, y1 + height].map(decimal);
  const path = `M${decimal(x1)} ${a}C${mid} ${a} ${mid} ${b} ${decimal(x2)} ${b}V${c}C${mid} ${c} ${mid} ${d} ${decimal(x1)} ${d}Z`;
  const plain = texture === solid;
  return [
    node('path', { d: path, fill: solid, 'fill-opacity': plain ? 0.32 : 0.12, 'data-id': id }),
    ...(plain ? [] : [node('path', { d: path, fill: texture, 'fill-opacity': 0.5 })]),
  ];
}

/** The first of some lines as a name: it is set in bold. */
const namedFirst = ([name = '', ...lines]: readonly string[]) => ({ name, lines });

/** A name in bold, and lines below it. */
function words(
  { name, lines }: { name: string; lines: readonly string[] },
  { x, y, room }: { x: number; y: number; room: number },
  { theme }: Sheet,
): SvgNode[] {
  const bold = nameLines(name, room);
  return [...bold, ...lines].map((text, i) =>
    textLine(shortened(text, room, sizes.label), x, y + i * line, {
      size: sizes.label,
      halo: theme.paper,
      ...(i < bold.length ? { fill: theme.ink, weight: 600 } : { fill: theme.quiet }),
    }),
  );
}

/** An interval in one line, or in two where narrow; a certain amount alone. */
function interval(of: Interval | null, { strings: s, narrow }: Sheet): string[] {
  if (!of) return [s.notKnown];
  if (of.low === of.high) return [amount(of.median, '', s)];
  const { middle, range } = intervalParts(of, '', s);
  return narrow ? [middle, `(${range})`] : [`${middle} (${range})`];
}

function tableOf(routes: readonly SupplyRoute[], pools: readonly Pool[], { strings: s }: Sheet): FigureTable {
  const { column, supply } = s.figures;
  const cells = (of: Interval | null) =>
    [of?.median, of?.low, of?.high].map((value) => value && whole(value, ''));
  return {
    columns: [
      { id: 'part', label: column.part },
      { id: 'name', label: column.name },
      { id: 'pool', label: column.pool },
      { id: 'median', label: column.median },
      { id: 'low', label: column.low },
      { id: 'high', label: column.high },
    ],
    rows: [
      ...routes.map(({ name, pool, stock }) => [supply.heads.route, said(name, s), pool, ...cells(stock)]),
      ...pools.map(({ name, id, stock }) => [supply.heads.pool, said(name, s), id, ...cells(stock)]),
      ...pools.map(({ name, id, atHub }) => [supply.heads.hub, said(name, s), id, ...cells(atHub)]),
    ],
  };
}
