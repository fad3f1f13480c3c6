import { effectiveSampleSize } from '../stats/effective-sample-size.ts';
import { cellMemory } from './cell-memory.ts';
import { CellWeigher, type Gathering, MOST_KEPT, type Tried } from './cell-weigher.ts';
import type { HubItem, LookModel, SiteModel, WorldModel } from './model.ts';
import { drawParticles, QUANTITIES, sharedOrigins, type Tables } from './particles.ts';
import { LIT, NAMED, states } from './world.ts';

/** Particles tried in each cell (pace x state), powers of two: in a pilot, and at most. */
const PILOT = 256;
const MOST_TRIED = 8192;
/** Effective particles that a lit cell should have on average once all evidence has spoken. */
const EFFECTIVE = 100;
/** Unlit cells have fewer continuous dimensions. */
const TRIED_UNLIT = 64;
/** Particles kept in each cell. */
const KEPT_LIT = MOST_KEPT;
const KEPT_UNLIT = 32;

/** Particles kept in the cell of each state. */
export const CELL_SIZES = states.map(({ destiny }) => (destiny === LIT ? KEPT_LIT : KEPT_UNLIT));
/** First entry of each state's cell within its pace. */
export const CELL_STARTS = CELL_SIZES.map((_, s) =>
  CELL_SIZES.slice(0, s).reduce((sum, size) => sum + size, 0),
);
/** Entries of one pace. */
export const ENTRIES = CELL_SIZES.reduce((sum, size) => sum + size, 0);

/**
 * Everything the sampler needs of one site, evaluated once: in each cell (pace x discrete state) a weighted sample
 * of the continuous side given the site's own evidence, and the cell's evidence. Only what many sites share (global
 * parameters, global reliabilities, the pool's tilt) is left open.
 *
 * Cell c = pace index x 15 + state; entry e = pace index x ENTRIES + CELL_STARTS[state] + k.
 */
export interface SiteTable {
  site: SiteModel;
  /** Mean over particles of prior factors x own-evidence ratio, by cell. */
  mass: Float64Array;
  /** Weight within the cell; sums to 1. */
  weight: Float64Array;
  /** Route by entry. */
  route: Uint8Array;
  /** Stage at the verdict's day. */
  stage: Uint8Array;
  /** Named accelerators running at the verdict's day. */
  accelerators: Float64Array;
  /** Dense FP16 FLOP/s lit at the verdict's day. */
  compute: Float64Array;
  /** Runs of entries that the shared items see alike, by pace. */
  alike: readonly Alike[];
  /** Log of each own item's ratio to its noise, by position in `own`. */
  own: readonly { item: number; logRatio: Float64Array }[];
  /** Each item of a global origin: its likelihood as a ratio to its noise. */
  shared: readonly SharedItem[];
  /** What this site adds to the sum of each hub-wide item, one column for all that sum up the same; null where it adds nothing. */
  hub: readonly (Float64Array | null)[];
  looks: readonly { look: number; probability: Float64Array[] }[];
}

/** An item of a global origin at this site: likelihood over noise by entry. */
export interface SharedItem {
  item: number;
  origin: number;
  credibility: number;
  ratio: Float64Array;
}

/** Runs of entries of one pace, within a cell each, all of whose ratios of shared items are equal. */
export interface Alike {
  /** First entry of each run within the pace, and the end of the last. */
  starts: Uint16Array;
  /** First run of each cell, and the end of the last. */
  cells: Uint16Array;
}

/** Index in `states` of the lit, named, partial cell; the full one follows. */
export const NAMED_LIT = states.findIndex((state) => state.destiny === LIT && state.route === NAMED);

export interface TableContext {
  seed: number;
  day: number;
  world: WorldModel;
  /** Quantile tables of the distributions that sites share. */
  tables: Tables;
  hubItems: readonly HubItem[];
  /** Position of this site in the hub. */
  index: number;
  looks: readonly LookModel[];
}

/** Evaluates one site: particles tried in each cell, weighed by the site's own evidence, thinned. */
export function buildSiteTable(site: SiteModel, context: TableContext): SiteTable {
  const paces = [...context.world.pace.values];
  const tried = triedFor(site, context);
  const cell = weigherOf(site, context, { tried, size: tried.lit * paces.length });
  const table = emptyTable(cell, context);
  const alike = paces.map((pace, p) => {
    const starts: number[] = [];
    cell.take({ pace, first: p * tried.lit });
    const cells = states.map((_, state) => {
      const first = starts.length;
      table.mass[p * states.length + state] = cell.weigh(state);
      starts.push(...fillCell(table, cell, { pace: p, state, context }));
      return first;
    });
    return {
      starts: Uint16Array.of(...starts, ENTRIES),
      cells: Uint16Array.of(...cells, starts.length),
    };
  });
  return { ...table, alike };
}

function emptyTable({ site, own, shared }: CellWeigher, context: TableContext): SiteTable {
  const entries = context.world.pace.values.length * ENTRIES;
  const floats = () => new Float64Array(entries);
  return {
    site,
    mass: new Float64Array(context.world.pace.values.length * states.length),
    weight: floats(),
    route: new Uint8Array(entries),
    stage: new Uint8Array(entries),
    accelerators: floats(),
    compute: floats(),
    alike: [],
    own: own.map(({ item }) => ({ item, logRatio: floats() })),
    shared: shared.map(({ item, origin, credibility }) => ({ item, origin, credibility, ratio: floats() })),
    hub: hubColumns(site, context, floats),
    looks: context.looks.flatMap((look, index) =>
      look.site === context.index ? [{ look: index, probability: look.outcomes.map(floats) }] : [],
    ),
  };
}

/** A column for each hub-wide item that sums something up over this site; items that sum up the same share it. */
function hubColumns(site: SiteModel, context: TableContext, make: () => Float64Array): SiteTable['hub'] {
  const { hubItems } = context;
  const columns: (Float64Array | null)[] = [];
  hubItems.forEach((item, h) => {
    const before = hubItems.findIndex((other, at) => at < h && columns[at] && sumsAlike(item, other));
    columns[h] = isSummed(item, site, context) ? (columns[before] ?? make()) : null;
  });
  return columns;
}

function sumsAlike(a: HubItem, b: HubItem): boolean {
  const stage = ({ sums }: HubItem) => (sums?.of === 'sites' ? sums.stage : null);
  return a.day === b.day && a.sums?.of === b.sums?.of && stage(a) === stage(b);
}

/** Whether a hub-wide item sums something up over this site. */
function isSummed(item: HubItem, site: SiteModel, { index }: TableContext): boolean {
  return item.sums !== null && (item.sites.length === 0 ? site.role === 'hub' : item.sites.includes(index));
}

function weigherOf(
  site: SiteModel,
  context: TableContext,
  { tried, size }: { tried: Tried; size: number },
): CellWeigher {
  const { seed, tables, world, day } = context;
  const memory = cellMemory();
  memory.restart(bytesFor(site, { tried, size, context }));
  const particles = drawParticles(site, world, { seed, tables, size, memory });
  return new CellWeigher(site, { particles, tried, day, firstBlock: world.firstBlock, memory });
}

/** Columns of a run of particles that do not hang on what is asked of it: weights, dates, shares. */
const OWN_COLUMNS = 24;

/** Memory that evaluating a site can take: all its particles, and for a run of them a few columns a question. */
function bytesFor(
  site: SiteModel,
  { tried, size, context }: { tried: Tried; size: number; context: TableContext },
): number {
  const questions = site.items.length + context.hubItems.length + context.looks.length;
  const particles = size * (QUANTITIES.length + 2 + sharedOrigins(site).length);
  const run = Math.max(tried.lit, KEPT_LIT);
  return 8 * (particles + run * (OWN_COLUMNS + 6 * questions));
}

/**
 * Particles to try: as many as are kept where there is no evidence; else by how many of a pilot's particles in lit cells, at
 * the middle pace, all items leave effective: evidence that singles out a narrow range needs many.
 */
function triedFor(site: SiteModel, context: TableContext): Tried {
  if (site.items.length === 0) return { lit: KEPT_LIT, unlit: KEPT_UNLIT };
  const tried = { lit: PILOT, unlit: TRIED_UNLIT };
  const cell = weigherOf(site, context, { tried, size: PILOT });
  const { values } = context.world.pace;
  cell.take({ pace: values[values.length >> 1]!, first: 0 });
  const weights = states.flatMap(({ destiny }, state) => {
    if (destiny < LIT) return [];
    cell.weigh(state);
    return [...cell.wanted];
  });
  if (weights.every((weight) => weight === 0)) return tried;
  const effective = effectiveSampleSize(weights.length, { weights: Float64Array.from(weights) });
  const needed = (EFFECTIVE * weights.length) / effective;
  return { ...tried, lit: Math.min(MOST_TRIED, 2 ** Math.ceil(Math.log2(needed))) };
}

interface Filling {
  pace: number;
  state: number;
  context: TableContext;
}

/** Fills the entries of a cell; returns the first entry, within the pace, of each run that shared items see alike. */
function fillCell(table: SiteTable, cell: CellWeigher, { pace, state, context }: Filling): number[] {
  const size = CELL_SIZES[state]!;
  const kept = cell.kept(size);
  const { particles, out } = cell.room;
  const at = { particles: particles.subarray(0, size), out: out.subarray(0, size) };
  const { order, starts } = cell.runsAlike(kept.index);
  const from = pace * ENTRIES + CELL_STARTS[state]!;
  for (let k = 0; k < size; k++) {
    at.particles[k] = kept.index[order[k]!]!;
    table.weight[from + k] = kept.weight[order[k]!]!;
  }
  fillEntries(table, cell, { from, at, context });
  return Array.from(starts, (start) => CELL_STARTS[state]! + start);
}

/** Fills entries from `from` on with what the particles of the cell are and say, a column at a time. */
function fillEntries(
  table: SiteTable,
  cell: CellWeigher,
  { from, at, context }: { from: number; at: Gathering; context: TableContext },
): void {
  table.route.fill(cell.state.route, from, from + at.out.length);
  table.stage.set(cell.stage(at.particles), from);
  const write = (column: Float64Array, gather: () => void): void => {
    gather();
    column.set(at.out, from);
  };
  write(table.accelerators, () => cell.accelerators(at));
  write(table.compute, () => cell.compute(at));
  table.own.forEach(({ logRatio }, j) => {
    write(logRatio, () => cell.logRatio(j, at));
  });
  table.shared.forEach(({ ratio }, j) => {
    write(ratio, () => cell.ratio(j, at));
  });
  table.hub.forEach((share, h) => {
    if (share && table.hub.indexOf(share) === h) write(share, () => cell.addedTo(context.hubItems[h]!, at));
  });
  for (const { look, probability } of table.looks) {
    const { sights } = context.looks[look]!;
    probability.forEach((column, o) => {
      write(column, () => cell.seen(sights[o]!, at));
    });
  }
}
