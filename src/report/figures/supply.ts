import type { Assessment, Estimate } from '../../assessment/assessment.ts';
import { SandtableError } from '../../errors/fault.ts';
import type { Localised } from '../../sources/source.ts';
import type { Distribution } from '../../stats/distribution.ts';
import { type PoolId, pools, type Supply } from '../../supply/pool.ts';
import { poolAt } from '../../supply/stock.ts';
import { type Interval, intervalParts } from '../amount.ts';
import { said } from '../strings/strings.ts';
import type { Figure, FigureTable } from './figure.ts';
import { type FigureOptions, frame, originOf, type Sheet, sheet } from './frame.ts';
import { shortened, textLine } from './lines.ts';
import { hatch, stipple } from './marks.ts';
import { decimal, node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';
import { daysOf } from './time-axis.ts';

/** Accelerators that came one way, and the pool they are in. */
export interface SupplyRoute {
  id: string;
  name: string;
  pool: PoolId;
  /** Accelerators in China on the day; null where nothing was published. */
  stock: Interval | null;
}

export interface SupplyPool {
  id: PoolId;
  name: string;
  stock: Interval;
  /** Accelerators of the pool that are inferred at the hub. */
  atHub: Interval | null;
}

/** Routes and pools on a day, knowing what was published by then. */
export function supplyRoutes(
  supply: Supply,
  day: number,
  said_: (name: Localised) => string,
): { routes: SupplyRoute[]; pools: Omit<SupplyPool, 'atHub'>[] } {
  const at = (pool: PoolId, streams?: readonly string[]) =>
    known(() => poolAt(supply, pool, { day, measure: 'accelerators', ...(streams && { streams }) }));
  const present = pools.flatMap((id) => {
    const pool = supply.pools.get(id);
    const stock = pool && at(id);
    return pool && stock ? [{ id, name: said_(pool.name), stock, streams: pool.streams }] : [];
  });
  return {
    routes: present.flatMap(({ id, streams }) =>
      streams.map((stream) => ({
        id: `${id}/${stream.id}`,
        name: said_(stream.name),
        pool: id,
        stock: at(id, [stream.id]),
      })),
    ),
    pools: present.map(({ id, name, stock }) => ({ id, name, stock })),
  };
}

/** An interval of a distribution; null where the supply says that nothing is known. */
function known(of: () => Distribution): Interval | null {
  try {
    const found = of();
    return { low: found.quantile(0.05), median: found.quantile(0.5), high: found.quantile(0.95) };
  } catch (problem) {
    if (problem instanceof SandtableError && problem.faults[0]?.code === 'ST-Y006') return null;
    throw problem;
  }
}

/**
 * The accelerators in China by the way they came, the pools they are in, and what of each pool is inferred at the hub:
 * widths are medians, every band has its interval in words.
 *
 * @param a assessment of the hub, whose as-of day is the day of the stocks
 */
export function supplyFigure(a: Assessment, supply: Supply, options: FigureOptions = {}): Figure {
  const probe = sheet(options, 0);
  const s = probe.strings;
  const day = daysOf(a.run.asOf)![1];
  const { routes, pools: found } = supplyRoutes(supply, day, (name) => said(name, s));
  const at = (id: string) => a.quantities.find((quantity) => quantity.id === id);
  const hub: Record<PoolId, Estimate | undefined> = {
    restricted: a.quantities[0],
    legal: at('legal'),
    domestic: at('domestic'),
  };
  const data = found.map((pool): SupplyPool => ({ ...pool, atHub: hub[pool.id] ?? null }));
  const on = sheet(options, Math.max(380, routes.length * (probe.narrow ? 60 : 52) + 60));
  const id = `${a.run.id}-supply`;
  const largest = [...data].sort((p, q) => q.stock.median - p.stock.median)[0];
  return frame(
    {
      id,
      title: s.figures.supply.title(a.run.asOf),
      sentence: largest
        ? s.figures.supply.sentence(data.map(({ name, stock }) => ({ name, ...intervalParts(stock, '', s) })))
        : s.figures.supply.nothing,
      from: originOf(a, on),
      definitions: [
        hatch(`${id}-legal`, { stroke: on.theme.speaksFor }),
        stipple(`${id}-domestic`, { stroke: on.theme.inferred }),
      ],
      plot: draw(routes, data, id, on),
      plotHeight: on.height,
      table: tableOf(routes, data, on),
    },
    on,
  );
}

interface Place {
  y: number;
  height: number;
}

function draw(routes: readonly SupplyRoute[], data: readonly SupplyPool[], id: string, on: Sheet): SvgNode[] {
  const { inner, narrow, theme, strings: s } = on;
  const top = 30;
  const gap = narrow ? 44 : 36;
  const node_ = 10;
  const x = {
    route: 0,
    pool: narrow ? inner * 0.46 : inner * 0.42,
    hub: narrow ? inner - node_ : inner * 0.84,
  };
  const known = routes.filter(({ stock }) => stock !== null);
  const sum = known.reduce((total, { stock }) => total + stock!.median, 0);
  const perChip = Math.max(0, on.height - top - gap * routes.length - 10) / Math.max(1, sum);
  const heads = s.figures.supply.heads;
  const head = { size: sizes.label, fill: theme.quiet };
  let y = top;
  const places = routes.map(({ stock }): Place => {
    const height = Math.max(1, (stock?.median ?? 0) * perChip);
    const place = { y, height };
    y += height + gap;
    return place;
  });
  const poolsAt = data.map((pool) => {
    const own = routes.flatMap((route, i) => (route.pool === pool.id ? [places[i]!] : []));
    const total = own.reduce((all, { height }) => all + height, 0);
    const middle = (own[0]!.y + own.at(-1)!.y + own.at(-1)!.height) / 2;
    return { pool, y: middle - total / 2, height: total };
  });
  const filled = new Map<PoolId, number>();
  const bands = routes.flatMap((route, i) => {
    const from = places[i]!;
    const to = poolsAt.find(({ pool }) => pool.id === route.pool)!;
    const used = filled.get(route.pool) ?? 0;
    filled.set(route.pool, used + from.height);
    return band(
      { x1: x.route + node_, y1: from.y, x2: x.pool, y2: to.y + used, height: from.height },
      paint(route.pool, id, on),
      route.id,
    );
  });
  const room = {
    route: x.pool - node_ - 16,
    pool: x.hub - x.pool - node_ - 12,
    hub: inner - x.hub - node_ - 8,
  };
  return [
    textLine(heads.route, x.route, 14, head),
    textLine(heads.pool, x.pool, 14, head),
    textLine(heads.hub, narrow ? inner : x.hub, 14, { ...head, anchor: narrow ? 'end' : 'start' }),
    ...bands,
    ...routes.flatMap((route, i) => [
      block(x.route, places[i]!, route, id, on),
      ...label(
        route.name,
        route.stock,
        { x: x.route + node_ + 8, y: places[i]!.y + places[i]!.height + 14, room: room.route },
        on,
      ),
    ]),
    ...poolsAt.flatMap(({ pool, y: at, height }) => {
      const atHub = Math.max(1, (pool.atHub?.median ?? 0) * perChip);
      const middle = at + height / 2;
      return [
        block(x.pool, { y: at, height }, { id: pool.id, pool: pool.id }, id, on),
        ...label(
          pool.name,
          pool.stock,
          { x: x.pool + node_ + 8, y: at + Math.min(16, height / 2 + 4), room: room.pool },
          on,
        ),
        ...band(
          { x1: x.pool + node_, y1: middle, x2: x.hub, y2: middle, height: atHub },
          paint(pool.id, id, on),
          `${pool.id}/hub`,
        ),
        block(x.hub, { y: middle, height: atHub }, { id: `${pool.id}/hub`, pool: pool.id }, id, on),
        ...hubLabel(pool.atHub, { x: x.hub, y: middle + atHub + 16, room: room.hub }, on),
      ];
    }),
  ];
}

/** Plain, hatched or dotted, by pool: colour is not the only cue. */
function paint(pool: PoolId, id: string, { theme }: Sheet) {
  const fill = { restricted: theme.speaksAgainst, legal: theme.speaksFor, domestic: theme.inferred }[pool];
  return { solid: fill, texture: pool === 'restricted' ? fill : `url(#${id}-${pool})` };
}

function block(
  x: number,
  { y, height }: Place,
  of: { id: string; pool: PoolId },
  id: string,
  on: Sheet,
): SvgNode {
  return node('rect', { x, y, width: 10, height, fill: paint(of.pool, id, on).solid, 'data-id': of.id });
}

function band(
  { x1, y1, x2, y2, height }: { x1: number; y1: number; x2: number; y2: number; height: number },
  { texture, solid }: { texture: string; solid: string },
  id: string,
): SvgNode[] {
  const mid = decimal((x1 + x2) / 2);
  const [a, b, c, d] = [y1, y2, y2 + height, y1 + height].map(decimal);
  const path = `M${decimal(x1)} ${a}C${mid} ${a} ${mid} ${b} ${decimal(x2)} ${b}V${c}C${mid} ${c} ${mid} ${d} ${decimal(x1)} ${d}Z`;
  const plain = texture === solid;
  return [
    node('path', { d: path, fill: solid, 'fill-opacity': plain ? 0.3 : 0.12, 'data-id': id }),
    ...(plain ? [] : [node('path', { d: path, fill: texture, 'fill-opacity': 0.55 })]),
  ];
}

function label(
  name: string,
  stock: Interval | null,
  { x, y, room }: { x: number; y: number; room: number },
  on: Sheet,
): SvgNode[] {
  const { theme, strings: s } = on;
  const style = { size: sizes.label, halo: theme.paper };
  const text = stock ? intervalText(stock, on) : s.notKnown;
  return [
    textLine(shortened(name, room, sizes.label), x, y, { ...style, fill: theme.ink, weight: 600 }),
    textLine(shortened(text, room, sizes.label), x, y + 16, { ...style, fill: theme.quiet }),
  ];
}

function hubLabel(
  stock: Interval | null,
  { x, y, room }: { x: number; y: number; room: number },
  on: Sheet,
): SvgNode[] {
  const { theme, strings: s, narrow, inner } = on;
  const style = {
    size: sizes.label,
    fill: theme.ink,
    halo: theme.paper,
    anchor: narrow ? ('end' as const) : ('start' as const),
  };
  const { middle, range } = stock ? intervalParts(stock, '', s) : { middle: s.notKnown, range: '' };
  const at = narrow ? inner : x;
  const wide = narrow ? inner * 0.3 : room + 10;
  return [
    textLine(shortened(middle, wide, sizes.label), at, y, { ...style, weight: 600 }),
    textLine(shortened(range, wide, sizes.label), at, y + 16, { ...style, fill: theme.quiet }),
  ];
}

function intervalText(stock: Interval, { strings: s }: Sheet): string {
  const { middle, range } = intervalParts(stock, '', s);
  return `${middle} (${range})`;
}

function tableOf(
  routes: readonly SupplyRoute[],
  data: readonly SupplyPool[],
  { strings: s }: Sheet,
): FigureTable {
  const { column, supply } = s.figures;
  const cells = (of: Interval | null) => [of?.median, of?.low, of?.high];
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
      ...routes.map(({ name, pool, stock }) => [supply.heads.route, name, pool, ...cells(stock)]),
      ...data.map(({ name, id, stock }) => [supply.heads.pool, name, id, ...cells(stock)]),
      ...data.map(({ name, id, atHub }) => [supply.heads.hub, name, id, ...cells(atHub)]),
    ],
  };
}
