import type { HubItem, SiteItem, SiteModel } from './model.ts';
import { PacedParticles, valuesOf } from './paced-particles.ts';
import { type Particles, sharedOrigins } from './particles.ts';
import type { Sight } from './sight.ts';
import type { Weighed } from './thinning.ts';
import { DOMESTIC, LEGAL, LIT, NAMED, type State, states } from './world.ts';

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
  /** Share of the claim lit on the verdict's day. */
  private readonly fill: Float64Array;
  private readonly legal: Float64Array;
  private readonly firstBlock: number;
  private paced!: PacedParticles;

  constructor(site: SiteModel, { particles, tried, day, firstBlock }: Options) {
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
    const column = () => new Float64Array(tried.lit);
    this.weight = column();
    this.wanted = column();
    this.chips = column();
    this.fill = column();
    this.legal = column();
    const stated = this.shared.some(({ observation }) => observation.sharp);
    this.lit = stated ? column() : null;
  }

  /** Takes the particles from `first` on under a multiplier of all lags. */
  take({ pace, first }: { pace: number; first: number }): void {
    const { particles, site, each, legal, firstBlock } = this;
    const { start } = site;
    this.paced = new PacedParticles(particles, { pace, first, size: each.lit, start, firstBlock });
    for (let i = 0; i < legal.length; i++) legal[i] = site.legalShare(this.paced.litFrom[i]!);
  }

  /** Weighs the tried particles of a cell; returns their mean weight. */
  weigh(state: number): number {
    this.state = states[state]!;
    this.tried = this.state.destiny === LIT ? this.each.lit : this.each.unlit;
    this.weighPrior();
    for (const each of this.toldOwn) this.multiply(this.weight, each);
    this.wanted.set(this.weight);
    for (const each of this.toldShared) this.multiply(this.wanted, each);
    let sum = 0;
    for (let i = 0; i < this.tried; i++) sum += this.weight[i]!;
    return sum / this.tried;
  }

  /** Prior factors that hang on the particle: what is on offer when it is lit, and what the limits permit. */
  private weighPrior(): void {
    const { weight, chips, lit, state, day, fill, legal, tried, paced } = this;
    const { accelerators, permitted, claimed } = paced;
    this.fillInto(fill, day);
    for (let i = 0; i < tried; i++) {
      const offered = state.route === LEGAL ? legal[i]! : state.route === DOMESTIC ? 1 - legal[i]! : 1;
      const running = accelerators[i]! * fill[i]!;
      weight[i] = running <= permitted[i]! ? offered : 0;
      chips[i] = state.route === NAMED ? running : 0;
    }
    if (lit) for (let i = 0; i < tried; i++) lit[i] = claimed[i]! * fill[i]!;
  }

  /** Share of the claim lit on a day by each particle of the cell. */
  private fillInto(out: Float64Array, day: number): void {
    if (this.state.destiny < LIT) {
      out.fill(0);
      return;
    }
    const fill = this.paced.fill(this.state.full);
    const ramped = this.paced.ramped(day);
    for (let i = 0; i < this.tried; i++) out[i] = fill[i]! * ramped[i]!;
  }

  /** Multiplies by an item's likelihood over its noise, mixed with its reliability: rho p / q + 1 - rho. */
  private multiply(out: Float64Array, { item, rho, column }: Told): void {
    const { tried, paced, state } = this;
    const { sight, noise } = item.observation;
    const trust = column < 0 ? null : paced.reliability[column]!;
    if (sight.by === 'fill' && state.destiny === LIT) {
      const seen = paced.filled(sight, state.full);
      for (let i = 0; i < tried; i++) {
        const held = trust ? trust[i]! * rho : rho;
        out[i]! *= (held * seen[i]!) / noise + 1 - held;
      }
      return;
    }
    const { each, classes } = paced.classed(sight, state);
    if (trust) {
      for (let i = 0; i < tried; i++) {
        const held = trust[i]! * rho;
        out[i]! *= (held * each[classes ? classes[i]! : 0]!) / noise + 1 - held;
      }
      return;
    }
    const mixed = each.map((p) => (rho * p) / noise + 1 - rho);
    for (let i = 0; i < tried; i++) out[i]! *= mixed[classes ? classes[i]! : 0]!;
  }

  /** Likelihood of what is seen at some particles of the cell. */
  seen(sight: Sight, particles: Uint16Array): Float64Array {
    return this.paced.seen(sight, this.state, particles);
  }

  /** Likelihood over noise of own item j at some particles, mixed with its reliability. */
  ratio(j: number, particles: Uint16Array): Float64Array {
    const { item, rho, column } = this.toldOwn[j]!;
    const { noise, sight } = item.observation;
    const trust = column < 0 ? null : this.paced.reliability[column]!;
    const out = this.seen(sight, particles);
    for (let k = 0; k < out.length; k++) {
      const held = trust ? trust[particles[k]!]! * rho : rho;
      out[k] = (held * out[k]!) / noise + 1 - held;
    }
    return out;
  }

  /** Positions among some particles, grouped by what all shared items see of them, in order of appearance. */
  runsAlike(particles: Uint16Array): number[][] {
    if (this.shared.length === 0) return [[...particles.keys()]];
    const seen = this.shared.map(({ observation }) => this.seen(observation.sight, particles));
    const runs: number[][] = [];
    const byFirst = new Map<number, number[][]>();
    for (let k = 0; k < particles.length; k++) {
      const candidates = byFirst.get(seen[0]![k]!) ?? [];
      let run = candidates.find(([first]) => seen.every((column) => column[first!] === column[k]));
      if (!run) {
        run = [];
        candidates.push(run);
        byFirst.set(seen[0]![k]!, candidates);
        runs.push(run);
      }
      run.push(k);
    }
    return runs;
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

  /** What some particles add to the sum of a hub-wide item. */
  addedTo({ day, sums }: HubItem, particles: Uint16Array): Float64Array {
    const { paced, state } = this;
    const out = new Float64Array(particles.length);
    if (sums!.of === 'sites') {
      const stage = this.stageOn(day, particles);
      for (let k = 0; k < out.length; k++) out[k] = stage[k]! >= sums!.stage ? 1 : 0;
      return out;
    }
    const counted =
      sums!.of === 'compute' ? paced.claimed : state.route === NAMED ? paced.accelerators : null;
    if (state.destiny < LIT || !counted) return out;
    const fill = paced.fill(state.full);
    const ramped = paced.ramped(day);
    for (let k = 0; k < out.length; k++) {
      const i = particles[k]!;
      out[k] = counted[i]! * (fill[i]! * ramped[i]!);
    }
    return out;
  }

  /** Named accelerators running on the verdict's day at some particles. */
  accelerators(particles: Uint16Array): Float64Array {
    return valuesOf(this.chips, particles);
  }

  /** Dense FP16 FLOP/s lit on the verdict's day at some particles. */
  compute(particles: Uint16Array): Float64Array {
    const { paced, fill } = this;
    const { claimed, perP } = paced;
    const out = new Float64Array(particles.length);
    for (let k = 0; k < out.length; k++) {
      const i = particles[k]!;
      out[k] = claimed[i]! * perP[i]! * fill[i]!;
    }
    return out;
  }
}

function told(item: SiteItem, column: number): Told {
  const { credibility, reliability } = item;
  return { item, column, rho: column < 0 ? credibility * reliability.mean : credibility };
}
