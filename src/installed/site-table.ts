import { log2 } from '../elementary/logarithm.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { effectiveSampleSize } from '../stats/effective-sample-size.ts';
import { ENTRIES, KEPT_LIT, KEPT_UNLIT } from './cell-layout.ts';
import { cellMemory } from './cell-memory.ts';
import { type Asked, CellWeigher, shapeOf, type Tried } from './cell-weigher.ts';
import type { HubItem, LookModel, SiteModel, WorldModel } from './model.ts';
import { drawParticles, QUANTITIES, sharedOrigins, type Tables } from './particles.ts';
import { bytesOfRoom, type TableRoom } from './table-room.ts';
import { LIT, states } from './world.ts';

/** Particles tried in each cell (pace x state), powers of two: in a pilot, and at most. */
const PILOT = 256;
const MOST_TRIED = 8192;
/** Effective particles that a lit cell should have on average once all evidence has spoken. */
const EFFECTIVE = 100;
/** Unlit cells have fewer continuous dimensions. */
const TRIED_UNLIT = 64;

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

/**
 * Evaluates one site: particles tried in each cell, weighed by the site's own evidence, thinned.
 *
 * @throws SandtableError ST-I004 more evidence than a number can hold
 */
export function buildSiteTable(site: SiteModel, context: TableContext): SiteTable {
  const paces = context.world.pace.values;
  const summed = context.hubItems.filter((item) => isSummed(item, site, context));
  const sums = summed.filter((item, h) => summed.findIndex((before) => sumsAlike(before, item)) === h);
  const looks = context.looks.flatMap((look, index) =>
    look.site === context.index ? [{ look: index, outcomes: look.sights }] : [],
  );
  const tried = triedFor(site, context);
  const cell = weigherOf(site, context, {
    tried,
    size: tried.lit * paces.length,
    asked: { paces: paces.length, sums, outcomes: looks.flatMap(({ outcomes }) => outcomes) },
  });
  paces.forEach((pace, p) => {
    cell.take({ pace, first: p * tried.lit });
    cell.fill(p);
  });
  const { table, shared } = cell;
  const added = sums.map(({ sums: of }, j) => {
    const each = of!.of === 'projects' ? site.projects : 1;
    return table.sums[j]!.map((value) => each * value);
  });
  let outcome = 0;
  return {
    site,
    ...{ mass: table.mass.slice(), weight: table.weight.slice() },
    ...{ route: table.route.slice(), stage: table.stage.slice() },
    ...{ accelerators: table.accelerators.slice(), compute: table.compute.slice() },
    alike: Array.from(paces, (_, p) => alikeAt(table, p)),
    own: cell.own.map(({ item }, j) => ({ item, logRatio: table.own[j]!.slice() })),
    shared: shared.map(({ item, origin, credibility }, j) => {
      return { item, origin, credibility, ratio: table.shared[j]!.slice() };
    }),
    hub: context.hubItems.map((item) => {
      return summed.includes(item) ? added[sums.findIndex((before) => sumsAlike(before, item))]! : null;
    }),
    looks: looks.map(({ look, outcomes }) => {
      return { look, probability: outcomes.map(() => table.outcomes[outcome++]!.slice()) };
    }),
  };
}

function alikeAt({ runStarts, runsOf }: TableRoom, pace: number): Alike {
  const cells = runsOf.slice(pace * (states.length + 1), (pace + 1) * (states.length + 1));
  const first = pace * (ENTRIES + 1);
  return { cells, starts: runStarts.slice(first, first + cells.at(-1)! + 1) };
}

/** Whether two hub-wide items sum up the same. */
function sumsAlike(a: HubItem, b: HubItem): boolean {
  const stage = ({ sums }: HubItem) => (sums?.of === 'projects' ? sums.stage : null);
  return a.day === b.day && a.sums?.of === b.sums?.of && stage(a) === stage(b);
}

/** Whether a hub-wide item sums something up over this site. */
function isSummed(item: HubItem, site: SiteModel, { index }: TableContext): boolean {
  return item.sums !== null && (item.sites.length === 0 ? site.role === 'hub' : item.sites.includes(index));
}

interface Trying {
  tried: Tried;
  /** Particles of all paces. */
  size: number;
  asked: Asked;
}

function weigherOf(site: SiteModel, context: TableContext, trying: Trying): CellWeigher {
  const { seed, tables, world, day } = context;
  const { tried, size, asked } = trying;
  const memory = cellMemory();
  memory.restart(bytesFor(site, trying));
  const particles = drawParticles(site, world, { seed, tables, size, memory });
  return new CellWeigher(site, { particles, tried, day, firstBlock: world.firstBlock, asked, memory });
}

/** Columns of a run of particles that do not hang on what is asked of it: weights, dates, shares. */
const OWN_COLUMNS = 24;

/** Memory that evaluating a site can take: all its particles, for a run of them a few columns a question, and the table. */
function bytesFor(site: SiteModel, { tried, size, asked }: Trying): number {
  const questions = site.items.length + asked.sums.length + asked.outcomes.length;
  const particles = size * (QUANTITIES.length + 2 + sharedOrigins(site).length);
  const run = Math.max(tried.lit, KEPT_LIT);
  return 8 * (particles + run * (OWN_COLUMNS + 6 * questions)) + bytesOfRoom(shapeOf(site, asked));
}

/**
 * Particles to try: as many as are kept where there is no evidence; else by how many of a pilot's particles in lit cells, at
 * the middle pace, all items leave effective: evidence that singles out a narrow range needs many.
 */
function triedFor(site: SiteModel, context: TableContext): Tried {
  if (site.items.length === 0) return { lit: KEPT_LIT, unlit: KEPT_UNLIT };
  const tried = { lit: PILOT, unlit: TRIED_UNLIT };
  const asked = { paces: 0, sums: [], outcomes: [] };
  const cell = weigherOf(site, context, { tried, size: PILOT, asked });
  const { values } = context.world.pace;
  cell.take({ pace: values[values.length >> 1]!, first: 0 });
  const weights = states.flatMap(({ destiny }, state) => {
    if (destiny < LIT) return [];
    cell.weigh(state);
    return [...cell.columns.wanted];
  });
  if (weights.every((weight) => weight === 0)) return tried;
  if (!Number.isFinite(weights.reduce((sum, weight) => sum + weight, 0))) throw tooMuch(site);
  const effective = effectiveSampleSize(weights.length, { weights: Float64Array.from(weights) });
  const needed = (EFFECTIVE * weights.length) / effective;
  return { ...tried, lit: Math.min(MOST_TRIED, 2 ** Math.ceil(log2(needed))) };
}

function tooMuch({ id, items }: SiteModel): SandtableError {
  const what = say('The {count} items about `{id}` weigh more together than a number can hold.', {
    count: items.length,
    id,
  });
  return new SandtableError(
    error('ST-I004', what, say('Merge items that repeat each other, or leave some out: --drop.')),
  );
}
