import type { CellMemory } from './cell-memory.ts';
import type { HubItem, SiteItem, SiteModel } from './model.ts';
import { PacedParticles } from './paced-particles.ts';
import { type Particles, sharedOrigins } from './particles.ts';
import type { Sight } from './sight.ts';
import { type Kept, thin, type Weighed } from './thinning.ts';
import { LIT, NAMED, type State, states } from './world.ts';

/** Particles tried for a cell: where it is to be lit, and else. */
export interface Tried {
  lit: number;
  unlit: number;
}

/** A site's particles, the verdict's day, and the days of the ramp whose compute is lit at once. */
interface Options {
  particles: Particles;
  tried: Tried;
  day: number;
  firstBlock: number;
  memory: CellMemory;
}

/** An item with its reliability: a number, or the column of the origin that own items share, times its credibility. */
interface Told {
  item: SiteItem;
  rho: number;
  /** Position among the origins with columns; -1 where `rho` is all of it. */
  column: number;
}

/**
 * Weighs the particles of one cell at a time by the site's evidence: first `take` those of a pace, then `weigh` each state.
 * Particle i counts from the first of the pace.
 */
export class CellWeigher implements Weighed {
  readonly site: SiteModel;
  /** Items of the site's own origins, and of those that speak about other sites, too. */
  readonly own: readonly SiteItem[];
  readonly shared: readonly SiteItem[];
  /** Discrete state of the cell. */
  state: State = states[0]!;
  readonly weight: Float64Array;
  readonly wanted: Float64Array;
  readonly chips: Float64Array;
  readonly lit: Float64Array | null;
  /** How many particles the cell tries. */
  tried = 0;
  private readonly particles: Particles;
  private readonly day: number;
  private readonly each: Tried;
  private readonly toldOwn: readonly Told[];
  private readonly toldShared: readonly Told[];
  /** Zeros: the share of the claim lit where nothing is. */
  private readonly nothing: Float64Array;
  private readonly legal: Float64Array;
  private readonly firstBlock: number;
  private readonly memory: CellMemory;
  /** Room for the particles of a cell that are kept, for an order of them, and for what is gathered there. */
  readonly room: Kept & Gathering;
  private readonly scratch: Float64Array;
  private readonly grouping: Grouping;
  /** Where the columns of a pace begin. */
  private readonly mark: number;
  private paced!: PacedParticles;

  constructor(site: SiteModel, { particles, tried, day, firstBlock, memory }: Options) {
    this.site = site;
    this.particles = particles;
    this.day = day;
    this.each = tried;
    this.own = site.items.filter(({ origin }) => origin < 0);
    this.shared = site.items.filter(({ origin }) => origin >= 0);
    const columns = sharedOrigins(site);
    this.toldOwn = this.own.map((item) => told(item, columns.indexOf(item.local)));
    this.toldShared = this.shared.map((item) => told(item, -1));
    this.firstBlock = firstBlock;
    const column = () => memory.floats(tried.lit);
    this.weight = column();
    this.wanted = column();
    this.chips = column();
    this.nothing = column().fill(0);
    this.legal = column();
    const stated = this.shared.some(({ observation }) => observation.sharp);
    this.lit = stated ? column() : null;
    this.memory = memory;
    this.scratch = memory.floats(3 * tried.lit);
    this.room = {
      index: memory.words(MOST_KEPT),
      weight: memory.floats(MOST_KEPT),
      particles: memory.words(MOST_KEPT),
      out: memory.floats(MOST_KEPT),
    };
    this.grouping = {
      order: memory.words(MOST_KEPT),
      starts: memory.words(MOST_KEPT),
      scratch: memory.words(2 * MOST_KEPT),
      seen: this.shared.map(() => memory.floats(MOST_KEPT)),
      addresses: memory.words(2 * this.shared.length),
    };
    new Uint32Array(
      this.grouping.addresses.buffer,
      this.grouping.addresses.byteOffset,
      this.shared.length,
    ).set(this.grouping.seen.map(({ byteOffset }) => byteOffset));
    this.mark = memory.mark();
  }

  /** Takes the particles from `first` on under a multiplier of all lags. */
  take({ pace, first }: { pace: number; first: number }): void {
    const { particles, site, each, legal, firstBlock, memory } = this;
    const { start } = site;
    memory.release(this.mark);
    this.paced = new PacedParticles(particles, { pace, first, size: each.lit, start, firstBlock }, memory);
    const { litFrom } = this.paced;
    for (let i = 0; i < legal.length; i++) legal[i] = site.legalShare(litFrom[i]!);
  }

  /** Weighs the tried particles of a cell; returns their mean weight. */
  weigh(state: number): number {
    this.state = states[state]!;
    this.tried = this.state.destiny === LIT ? this.each.lit : this.each.unlit;
    this.weighPrior();
    for (const each of this.toldOwn) this.multiply(this.weight, each);
    this.wanted.set(this.weight);
    for (const each of this.toldShared) this.multiply(this.wanted, each);
    return this.memory.kernel.sum(this.weight.byteOffset, this.tried) / this.tried;
  }

  /** Prior factors that hang on the particle: what is on offer when it is lit, and what the limits permit. */
  private weighPrior(): void {
    const { weight, chips, lit, state, legal, tried, paced, fill } = this;
    const { kernel } = this.memory;
    kernel.weighPrior(
      paced.accelerators.byteOffset,
      paced.permitted.byteOffset,
      fill.byteOffset,
      legal.byteOffset,
      tried,
      state.route,
      weight.byteOffset,
      chips.byteOffset,
    );
    if (lit) kernel.product(paced.claimed.byteOffset, fill.byteOffset, tried, lit.byteOffset);
  }

  /** Share of the claim lit on the verdict's day by each particle of the cell. */
  private get fill(): Float64Array {
    return this.state.destiny < LIT ? this.nothing : this.paced.share(this.day, this.state.full);
  }

  /** Multiplies by an item's likelihood over its noise, mixed with its reliability: rho p / q + 1 - rho. */
  private multiply(out: Float64Array, { item, rho, column }: Told): void {
    const { tried, paced, state } = this;
    const { kernel } = this.memory;
    const { sight, noise } = item.observation;
    const to = out.byteOffset;
    const trust = column < 0 ? 0 : paced.reliability[column]!.byteOffset;
    if (sight.by === 'fill' && state.destiny === LIT) {
      kernel.scaleBySeen(to, tried, paced.filled(sight, state.full).byteOffset, trust, rho, noise);
      return;
    }
    const { each, classes } = paced.classed(sight, state);
    const at = classes?.byteOffset ?? 0;
    if (trust) {
      kernel.scaleByTrust(to, tried, paced.table(each), at, trust, rho, noise);
      return;
    }
    const mixed = each.map((p) => (rho * p) / noise + 1 - rho);
    kernel.scaleByClass(to, tried, paced.table(mixed), at);
  }

  /** Writes the likelihood of what is seen at some particles of the cell to `out`. */
  seen(sight: Sight, at: Gathering): void {
    this.paced.seen(sight, this.state, at);
  }

  /** Writes the log of own item j's likelihood over its noise, mixed with its reliability, at some particles to `out`. */
  logRatio(j: number, { particles, out }: Gathering): void {
    const { item, rho, column } = this.toldOwn[j]!;
    const { noise, sight } = item.observation;
    const { kernel } = this.memory;
    this.seen(sight, { particles, out });
    const trust = column < 0 ? 0 : this.paced.reliability[column]!.byteOffset;
    kernel.mix(out.byteOffset, particles.byteOffset, particles.length, trust, rho, noise);
    kernel.logs(out.byteOffset, out.length);
  }

  /** Writes shared item j's likelihood over its noise at some particles to `out`. */
  ratio(j: number, { particles, out }: Gathering): void {
    const { sight, noise } = this.shared[j]!.observation;
    this.seen(sight, { particles, out });
    this.memory.kernel.divide(out.byteOffset, out.length, noise);
  }

  /** Keeps `size` of the tried particles, at most `MOST_KEPT`; valid until the next call. */
  kept(size: number): Kept {
    const { index, weight } = this.room;
    const kept = { index: index.subarray(0, size), weight: weight.subarray(0, size) };
    thin(this, kept, { kernel: this.memory.kernel, scratch: this.scratch });
    return kept;
  }

  /**
   * Groups particles by what all shared items see of them, in order of appearance.
   *
   * @param particles at most `MOST_KEPT`
   * @returns positions among the particles, group by group, and where each group starts; valid until the next call
   */
  runsAlike(particles: Uint16Array): { order: Uint16Array; starts: Uint16Array } {
    const { order, starts, scratch, seen, addresses } = this.grouping;
    const size = particles.length;
    this.shared.forEach(({ observation: { sight } }, j) => {
      this.seen(sight, { particles, out: seen[j]!.subarray(0, size) });
    });
    const found = this.memory.kernel.group(
      addresses.byteOffset,
      seen.length,
      size,
      order.byteOffset,
      starts.byteOffset,
      scratch.byteOffset,
    );
    return { order: order.subarray(0, size), starts: starts.subarray(0, found) };
  }

  /** Stage on the verdict's day at some particles. */
  stage(particles: Uint16Array): Uint8Array {
    return this.stageOn(this.day, particles);
  }

  private stageOn(day: number, particles: Uint16Array): Uint8Array {
    const { destiny } = this.state;
    const reached = this.paced.reached(day);
    const out = new Uint8Array(particles.length);
    for (let k = 0; k < out.length; k++) out[k] = Math.min(reached[particles[k]!]!, destiny);
    return out;
  }

  /** Writes what some particles add to the sum of a hub-wide item to `out`. */
  addedTo({ day, sums }: HubItem, { particles, out }: Gathering): void {
    const { paced, state } = this;
    if (sums!.of === 'sites') {
      const stage = this.stageOn(day, particles);
      for (let k = 0; k < out.length; k++) out[k] = stage[k]! >= sums!.stage ? 1 : 0;
      return;
    }
    const counted =
      sums!.of === 'compute' ? paced.claimed : state.route === NAMED ? paced.accelerators : null;
    if (state.destiny < LIT || !counted) out.fill(0);
    else this.product([counted, paced.share(day, state.full)], { particles, out });
  }

  /** Writes the named accelerators running on the verdict's day at some particles to `out`. */
  accelerators({ particles, out }: Gathering): void {
    const { chips, memory } = this;
    memory.kernel.gather(chips.byteOffset, particles.byteOffset, particles.length, out.byteOffset);
  }

  /** Writes the dense FP16 FLOP/s lit on the verdict's day at some particles to `out`. */
  compute(at: Gathering): void {
    this.product([this.paced.claimed, this.paced.perP, this.fill], at);
  }

  private product(columns: readonly Float64Array[], { particles, out }: Gathering): void {
    const [a, b, c] = columns.map(({ byteOffset }) => byteOffset);
    this.memory.kernel.gatherProduct(a!, b!, c ?? 0, particles.byteOffset, particles.length, out.byteOffset);
  }
}

/** Most particles that are grouped at once. */
export const MOST_KEPT = 128;

/** Room for grouping particles. */
interface Grouping {
  order: Uint16Array;
  starts: Uint16Array;
  scratch: Uint16Array;
  /** What each shared item sees, and where that lies. */
  seen: readonly Float64Array[];
  addresses: Uint16Array;
}

/** Some particles, and room for a value of each, in the kernel's memory. */
export interface Gathering {
  particles: Uint16Array;
  out: Float64Array;
}

function told(item: SiteItem, column: number): Told {
  const { credibility, reliability } = item;
  return { item, column, rho: column < 0 ? credibility * reliability.mean : credibility };
}
