import type { HubItem, LookModel, SiteItem, SiteModel, WorldModel } from './model.ts';
import { drawParticles, type Particles, setWorld, sharedOrigins, type Tables } from './particles.ts';
import { DOMESTIC, fillAt, LEGAL, LIT, NAMED, type SiteWorld, stageAt, states } from './world.ts';

/** Particles tried and kept in each cell (pace x state); unlit cells have fewer continuous dimensions. */
const TRIED_SHARP = 1024;
const TRIED_LIT = 320;
const TRIED_UNLIT = 96;
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

/** Evaluates one site: pilot particles in each cell, weighed by the site's own evidence, thinned. */
export function buildSiteTable(site: SiteModel, context: TableContext): SiteTable {
  const particles = drawParticles(site, context.world, {
    seed: context.seed,
    tables: context.tables,
    size: triedFor(site),
  });
  const paces = context.world.pace.values;
  const entries = paces.length * ENTRIES;
  const table: SiteTable = {
    site,
    mass: new Float64Array(paces.length * states.length),
    weight: new Float64Array(entries),
    route: new Uint8Array(entries),
    stage: new Uint8Array(entries),
    accelerators: new Float64Array(entries),
    compute: new Float64Array(entries),
    own: site.items.filter(isOwn).map(({ item }) => ({ item, logRatio: new Float64Array(entries) })),
    shared: site.items
      .filter((entry) => !isOwn(entry))
      .map(({ item, origin, credibility }) => ({
        item,
        origin,
        credibility,
        ratio: new Float64Array(entries),
      })),
    hub: context.hubItems.map((item) => hubShare(site, item, context, entries)),
    looks: context.looks.flatMap((look, index) =>
      look.site === context.index
        ? [{ look: index, probability: look.outcomes.map(() => new Float64Array(entries)) }]
        : [],
    ),
  };
  const cell = new CellWeigher(site, particles, context);
  for (let pace = 0; pace < paces.length; pace++) {
    for (let state = 0; state < states.length; state++) fillCell(table, cell, { pace, state, context });
  }
  return table;
}

/** Particles tried for a lit cell: many where an item singles out a narrow range. */
function triedFor(site: SiteModel): number {
  return site.items.some(({ observation }) => observation.sharp) ? TRIED_SHARP : TRIED_LIT;
}

function isOwn(entry: SiteItem): boolean {
  return entry.origin < 0;
}

function hubShare(
  site: SiteModel,
  item: HubItem,
  context: TableContext,
  entries: number,
): Float64Array | null {
  const counted = item.sites.length === 0 ? site.role === 'hub' : item.sites.includes(context.index);
  return counted && item.sums ? new Float64Array(entries) : null;
}

/** Weighs particles of one cell at a time; holds the scratch columns. */
class CellWeigher {
  readonly site: SiteModel;
  readonly particles: Particles;
  readonly context: TableContext;
  readonly own: readonly SiteItem[];
  readonly shared: readonly SiteItem[];
  readonly reliability: (readonly [mean: number, column: Float64Array | null])[];
  readonly world: SiteWorld;
  readonly weight: Float64Array;
  readonly chips: Float64Array;
  /** Compute lit [P], where a global origin states an amount, whose weight is open until its reliability is known. */
  readonly lit: Float64Array | null;
  pace = 1;
  tried = 0;

  constructor(site: SiteModel, particles: Particles, context: TableContext) {
    this.site = site;
    this.particles = particles;
    this.weight = new Float64Array(particles.size);
    this.chips = new Float64Array(particles.size);
    this.context = context;
    this.own = site.items.filter(isOwn);
    this.shared = site.items.filter((entry) => !isOwn(entry));
    const stated = this.shared.some(({ observation }) => observation.sharp);
    this.lit = stated ? new Float64Array(particles.size) : null;
    const columns = sharedOrigins(site);
    this.reliability = this.own.map(({ local, reliability }) => {
      const at = columns.indexOf(local);
      return [reliability.mean, at < 0 ? null : particles.reliability[at]!];
    });
    this.world = {
      ...states[0]!,
      constructionFrom: 0,
      shellFrom: 0,
      litFrom: 0,
      ramp: 0,
      fill: 0,
      claimed: 0,
      firstBlock: context.world.firstBlock,
    };
  }

  /** Weighs the pilot particles of a cell; returns their mean weight. */
  weigh(state: number, pace: number): number {
    Object.assign(this.world, states[state]);
    this.pace = pace;
    this.tried = this.world.destiny === LIT ? this.particles.size : TRIED_UNLIT;
    let sum = 0;
    for (let k = 0; k < this.tried; k++) {
      this.enter(k);
      let weight = this.prior(k);
      for (let j = 0; j < this.own.length; j++) weight *= this.ratio(j, k);
      this.weight[k] = weight;
      this.chips[k] = this.accelerators(k);
      if (this.lit) this.lit[k] = this.world.claimed * fillAt(this.world, this.context.day);
      sum += weight;
    }
    return sum / this.tried;
  }

  enter(k: number): void {
    setWorld(this.world, this.particles, { k, pace: this.pace, start: this.site.start });
  }

  /** Prior factors that hang on the particle: what is on offer when it is lit, and what the limits permit. */
  prior(k: number): number {
    const { world, site } = this;
    const legal = world.route === NAMED ? 1 : site.legalShare(world.litFrom);
    const offered = world.route === LEGAL ? legal : world.route === DOMESTIC ? 1 - legal : 1;
    const fits =
      this.particles.accelerators[k]! * fillAt(world, this.context.day) <= this.particles.permitted[k]!;
    return world.destiny < LIT || fits ? offered : 0;
  }

  /** Likelihood of own item j over its noise: rho p / q + 1 - rho. */
  ratio(j: number, k: number): number {
    const { observation, credibility } = this.own[j]!;
    const [mean, column] = this.reliability[j]!;
    const rho = credibility * (column ? column[k]! : mean);
    return (rho * observation.likelihood(this.world)) / observation.noise + 1 - rho;
  }

  /** Named accelerators running on a day, that of the verdict where left out. */
  accelerators(k: number, day = this.context.day): number {
    if (this.world.route !== NAMED) return 0;
    return this.particles.accelerators[k]! * fillAt(this.world, day);
  }

  /** What the site adds to the sum of a hub-wide item. */
  addedTo({ day, sums }: HubItem, k: number): number {
    if (sums!.of === 'accelerators') return this.accelerators(k, day);
    if (sums!.of === 'sites') return Number(stageAt(this.world, day) >= sums!.stage);
    return this.world.claimed * fillAt(this.world, day);
  }

  compute(k: number): number {
    return this.particles.claimed[k]! * this.particles.perP[k]! * fillAt(this.world, this.context.day);
  }
}

function fillCell(
  table: SiteTable,
  cell: CellWeigher,
  { pace, state, context }: { pace: number; state: number; context: TableContext },
): void {
  const c = pace * states.length + state;
  table.mass[c] = cell.weigh(state, context.world.pace.values[pace]!);
  const size = CELL_SIZES[state]!;
  const kept = thin(cell, size);
  for (let k = 0; k < size; k++) {
    const e = pace * ENTRIES + CELL_STARTS[state]! + k;
    table.weight[e] = kept.weight[k]!;
    fillEntry(table, cell, { e, k: kept.index[k]!, context });
  }
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

/**
 * Thins a cell to `size` weighted particles by systematic resampling over chips, or over compute where an amount is still
 * to be weighed in, from an even mixture of the cell's own weights and two tilts towards few chips, so that the pool can
 * press without running out of particles.
 */
function thin(cell: CellWeigher, size: number): { index: Uint16Array; weight: Float64Array } {
  const { weight, chips, tried } = cell;
  let total = 0;
  let most = 0;
  for (let k = 0; k < tried; k++) {
    total += weight[k]!;
    if (weight[k]! > 0 && chips[k]! > most) most = chips[k]!;
  }
  const index = new Uint16Array(size);
  const out = new Float64Array(size);
  if (!(total > 0)) {
    out[0] = 1;
    return { index, weight: out };
  }
  const proposal = mixedTilts(cell, most);
  const order = Uint16Array.from({ length: tried }, (_, k) => k);
  const key = most > 0 ? chips : cell.lit;
  if (key) order.sort((a, b) => key[a]! - key[b]!);
  let reached = 0;
  let at = -1;
  let sum = 0;
  for (let k = 0; k < size; k++) {
    while (reached <= (k + 0.5) / size && at < tried - 1) reached += proposal[order[++at]!]!;
    index[k] = order[at]!;
    out[k] = weight[order[at]!]! / (total * proposal[order[at]!]! * size);
    sum += out[k]!;
  }
  for (let k = 0; k < size; k++) out[k] = out[k]! / sum;
  return { index, weight: out };
}

/** Tilts of the thinning mixture, as multiples of 1 / (most chips in the cell). */
const TILTS = [0, 4, 40];

function mixedTilts({ weight, chips, tried }: CellWeigher, most: number): Float64Array {
  const mixed = new Float64Array(tried);
  const tilts = most > 0 ? TILTS : [0];
  for (const tilt of tilts) {
    let sum = 0;
    for (let k = 0; k < tried; k++) sum += weight[k]! * Math.exp((-tilt * chips[k]!) / (most || 1));
    for (let k = 0; k < tried; k++) {
      mixed[k]! += (weight[k]! * Math.exp((-tilt * chips[k]!) / (most || 1))) / (sum * tilts.length);
    }
  }
  return mixed;
}
