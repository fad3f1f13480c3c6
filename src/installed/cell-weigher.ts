import type { HubItem, SiteItem, SiteModel } from './model.ts';
import type { SiteObservation } from './observation.ts';
import { type Particles, setWorld, sharedOrigins } from './particles.ts';
import type { Weighed } from './thinning.ts';
import { DOMESTIC, fillAt, LEGAL, LIT, NAMED, type SiteWorld, stageAt, states } from './world.ts';

/** Particles that all shared items see alike. */
interface Run {
  seen: Float64Array;
  positions: number[];
}

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
}

/** An item with its reliability: a number, or a column where own items share it. */
interface Told {
  item: SiteItem;
  rho: number | Float64Array;
}

/** Weighs the particles of one cell at a time by the site's evidence; holds the scratch columns. */
export class CellWeigher implements Weighed {
  readonly site: SiteModel;
  /** Items of the site's own origins, and of those that speak about other sites, too. */
  readonly own: readonly SiteItem[];
  readonly shared: readonly SiteItem[];
  readonly world: SiteWorld;
  readonly weight: Float64Array;
  readonly wanted: Float64Array;
  readonly chips: Float64Array;
  readonly lit: Float64Array | null;
  /** First particle of the cell, and how many of them it tries. */
  first = 0;
  tried = 0;
  private readonly particles: Particles;
  private readonly day: number;
  private readonly each: Tried;
  private readonly toldOwn: readonly Told[];
  private readonly toldShared: readonly Told[];
  private pace = 1;

  constructor(site: SiteModel, { particles, tried, day, firstBlock }: Options) {
    this.site = site;
    this.particles = particles;
    this.day = day;
    this.each = tried;
    this.own = site.items.filter(({ origin }) => origin < 0);
    this.shared = site.items.filter(({ origin }) => origin >= 0);
    const columns = sharedOrigins(site);
    this.toldOwn = this.own.map((item) => {
      const column = particles.reliability[columns.indexOf(item.local)];
      const { credibility, reliability } = item;
      return { item, rho: column ? column.map((r) => r * credibility) : reliability.mean * credibility };
    });
    this.toldShared = this.shared.map((item) => ({ item, rho: item.credibility * item.reliability.mean }));
    this.world = emptyWorld(firstBlock);
    this.weight = new Float64Array(tried.lit);
    this.wanted = new Float64Array(tried.lit);
    this.chips = new Float64Array(tried.lit);
    const stated = this.shared.some(({ observation }) => observation.sharp);
    this.lit = stated ? new Float64Array(tried.lit) : null;
  }

  /** Weighs the tried particles of a cell, from `first` on, under a multiplier of all lags; returns their mean weight. */
  weigh(state: number, { pace, first }: { pace: number; first: number }): number {
    Object.assign(this.world, states[state]);
    this.pace = pace;
    this.first = first;
    this.tried = this.world.destiny === LIT ? this.each.lit : this.each.unlit;
    this.weighPrior();
    for (const told of this.toldOwn) this.multiply(this.weight, told);
    this.wanted.set(this.weight);
    for (const told of this.toldShared) this.multiply(this.wanted, told);
    let sum = 0;
    for (let i = 0; i < this.tried; i++) sum += this.weight[i]!;
    return sum / this.tried;
  }

  /** Writes particle `k` into the world. */
  enter(k: number): void {
    setWorld(this.world, this.particles, { k, pace: this.pace, start: this.site.start });
  }

  private weighPrior(): void {
    const { weight, chips, lit, world, day, first } = this;
    for (let i = 0; i < this.tried; i++) {
      this.enter(first + i);
      weight[i] = this.prior(first + i);
      chips[i] = this.accelerators(first + i);
      if (lit) lit[i] = world.claimed * fillAt(world, day);
    }
  }

  /** Prior factors that hang on the particle: what is on offer when it is lit, and what the limits permit. */
  private prior(k: number): number {
    const { world, site, particles, day } = this;
    const legal = world.route === NAMED ? 1 : site.legalShare(world.litFrom);
    const offered = world.route === LEGAL ? legal : world.route === DOMESTIC ? 1 - legal : 1;
    if (world.destiny < LIT) return offered;
    return particles.accelerators[k]! * fillAt(world, day) <= particles.permitted[k]! ? offered : 0;
  }

  /** Multiplies by an item's likelihood over its noise, mixed with its reliability: rho p / q + 1 - rho. */
  private multiply(out: Float64Array, { item: { observation }, rho }: Told): void {
    if (observation.byStage && typeof rho === 'number') {
      this.multiplyByStage(out, observation, rho);
      return;
    }
    for (let i = 0; i < this.tried; i++) {
      this.enter(this.first + i);
      const told = typeof rho === 'number' ? rho : rho[this.first + i]!;
      out[i]! *= (told * observation.likelihood(this.world)) / observation.noise + 1 - told;
    }
  }

  /** The same where only the stage on a day matters, without a call for each particle. */
  private multiplyByStage(out: Float64Array, { byStage, noise }: SiteObservation, rho: number): void {
    const { day, p } = byStage!;
    const { destiny, route } = this.world;
    const [paper, construction, shell, lit] = [0, 1, 2, 3].map(
      (stage) => (rho * p[3 * Math.min(stage, destiny) + route]!) / noise + 1 - rho,
    ) as [number, number, number, number];
    const lags = this.particles;
    const past = (day - this.site.start) / this.pace;
    for (let i = 0; i < this.tried; i++) {
      const k = this.first + i;
      const building = past - lags.construction[k]!;
      const standing = building - lags.shell[k]!;
      out[i]! *= building < 0 ? paper : standing < 0 ? construction : standing < lags.lit[k]! ? shell : lit;
    }
  }

  /** Likelihood over noise of own item j for particle k, which has been entered. */
  ratio(j: number, k: number): number {
    const { item, rho } = this.toldOwn[j]!;
    const told = typeof rho === 'number' ? rho : rho[k]!;
    return (told * item.observation.likelihood(this.world)) / item.observation.noise + 1 - told;
  }

  /** Positions among some particles, grouped by what all shared items see of them, in order of appearance. */
  runsAlike(particles: Uint16Array): number[][] {
    if (this.shared.length === 0) return [[...particles.keys()]];
    const runs: number[][] = [];
    const byFirst = new Map<number, Run[]>();
    const seen = new Float64Array(this.shared.length);
    for (let i = 0; i < particles.length; i++) {
      this.enter(this.first + particles[i]!);
      for (let j = 0; j < seen.length; j++) seen[j] = this.shared[j]!.observation.likelihood(this.world);
      const candidates = byFirst.get(seen[0]!) ?? [];
      let run = candidates.find((candidate) => candidate.seen.every((value, j) => value === seen[j]));
      if (!run) {
        run = { seen: seen.slice(), positions: [] };
        candidates.push(run);
        byFirst.set(seen[0]!, candidates);
        runs.push(run.positions);
      }
      run.positions.push(i);
    }
    return runs;
  }

  /** Named accelerators running on a day, that of the verdict where left out, for the particle that has been entered. */
  accelerators(k: number, day = this.day): number {
    if (this.world.route !== NAMED) return 0;
    return this.particles.accelerators[k]! * fillAt(this.world, day);
  }

  /** What the site adds to the sum of a hub-wide item, likewise. */
  addedTo({ day, sums }: HubItem, k: number): number {
    if (sums!.of === 'accelerators') return this.accelerators(k, day);
    if (sums!.of === 'sites') return Number(stageAt(this.world, day) >= sums!.stage);
    return this.world.claimed * fillAt(this.world, day);
  }

  /** Dense FP16 FLOP/s lit at the verdict's day, likewise. */
  compute(k: number): number {
    return this.particles.claimed[k]! * this.particles.perP[k]! * fillAt(this.world, this.day);
  }
}

function emptyWorld(firstBlock: number): SiteWorld {
  const dates = { constructionFrom: 0, shellFrom: 0, litFrom: 0 };
  return { ...states[0]!, ...dates, ramp: 0, fill: 0, claimed: 0, firstBlock };
}
