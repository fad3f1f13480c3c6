import { effectiveSampleSize } from '../stats/effective-sample-size.ts';
import { CellWeigher, type Tried } from './cell-weigher.ts';
import type { HubItem, LookModel, SiteModel, WorldModel } from './model.ts';
import { drawParticles, type Tables } from './particles.ts';
import { thin } from './thinning.ts';
import { LIT, NAMED, stageAt, states } from './world.ts';

/** Particles tried in each cell (pace x state), powers of two: in a pilot, and at most. */
const PILOT = 256;
const MOST_TRIED = 8192;
/** Effective particles that a lit cell should have on average once all evidence has spoken. */
const EFFECTIVE = 100;
/** Unlit cells have fewer continuous dimensions. */
const TRIED_UNLIT = 64;
/** Particles kept in each cell. */
const KEPT_LIT = 128;
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
  /** What this site adds to the sum of each hub-wide item; null where it adds nothing. */
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
    const cells = states.map((_, state) => {
      const first = starts.length;
      const mean = cell.weigh(state, { pace, first: p * tried.lit });
      table.mass[p * states.length + state] = mean;
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
    hub: context.hubItems.map((item) => (isSummed(item, site, context) ? floats() : null)),
    looks: context.looks.flatMap((look, index) =>
      look.site === context.index ? [{ look: index, probability: look.outcomes.map(floats) }] : [],
    ),
  };
}

/** Whether a hub-wide item sums something up over this site. */
function isSummed(item: HubItem, site: SiteModel, { index }: TableContext): boolean {
  return item.sums !== null && (item.sites.length === 0 ? site.role === 'hub' : item.sites.includes(index));
}

function weigherOf(
  site: SiteModel,
  { seed, tables, world, day }: TableContext,
  { tried, size }: { tried: Tried; size: number },
): CellWeigher {
  const particles = drawParticles(site, world, { seed, tables, size });
  return new CellWeigher(site, { particles, tried, day, firstBlock: world.firstBlock });
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
  const pace = values[values.length >> 1]!;
  const weights = states.flatMap(({ destiny }, state) => {
    if (destiny < LIT) return [];
    cell.weigh(state, { pace, first: 0 });
    return [...cell.wanted];
  });
  if (weights.every((weight) => weight === 0)) return tried;
  const effective = effectiveSampleSize(weights.length, { weights: Float64Array.from(weights) });
  const needed = (EFFECTIVE * weights.length) / effective;
  return { ...tried, lit: Math.min(MOST_TRIED, 2 ** Math.ceil(Math.log2(needed))) };
}

/** Fills the entries of a cell; returns the first entry, within the pace, of each run that shared items see alike. */
function fillCell(
  table: SiteTable,
  cell: CellWeigher,
  { pace, state, context }: { pace: number; state: number; context: TableContext },
): number[] {
  const kept = thin(cell, CELL_SIZES[state]!);
  const start = CELL_STARTS[state]!;
  const runs = cell.runsAlike(kept.index);
  const firsts: number[] = [];
  let at = start;
  for (const run of runs) {
    firsts.push(at);
    for (const k of run) {
      const e = pace * ENTRIES + at++;
      table.weight[e] = kept.weight[k]!;
      fillEntry(table, cell, { e, k: cell.first + kept.index[k]!, context });
    }
  }
  return firsts;
}

function fillEntry(
  table: SiteTable,
  cell: CellWeigher,
  { e, k, context }: { e: number; k: number; context: TableContext },
): void {
  cell.enter(k);
  const { world } = cell;
  table.route[e] = world.route;
  table.stage[e] = stageAt(world, context.day);
  table.accelerators[e] = cell.accelerators(k);
  table.compute[e] = cell.compute(k);
  for (let j = 0; j < table.own.length; j++) table.own[j]!.logRatio[e] = Math.log(cell.ratio(j, k));
  for (let j = 0; j < cell.shared.length; j++) {
    const { observation } = cell.shared[j]!;
    table.shared[j]!.ratio[e] = observation.likelihood(world) / observation.noise;
  }
  for (let h = 0; h < table.hub.length; h++) {
    const share = table.hub[h];
    if (!share) continue;
    share[e] = cell.addedTo(context.hubItems[h]!, k);
  }
  for (const { look, probability } of table.looks) {
    for (let o = 0; o < probability.length; o++) {
      probability[o]![e] = context.looks[look]!.probability(o, world);
    }
  }
}
