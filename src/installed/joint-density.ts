import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { CELL_SIZES, CELL_STARTS, ENTRIES } from './cell-layout.ts';
import {
  emptyPoint,
  FIRST_ORIGIN,
  type GlobalPoint,
  logLevelPrior,
  logPrior,
  PACE,
  POOL,
} from './globals.ts';
import { logPoolFit, type PreparedHub } from './hub-state.ts';
import type { Preset } from './presets.ts';
import { logProposal, type Proposal, propose, uniformsPerPoint } from './proposal.ts';
import type { SiteTable } from './site-table.ts';
import { statePrior } from './state-prior.ts';
import { states } from './world.ts';

const CELLS = states.length;
/** Cell of each entry within its pace. */
const CELL_OF = Uint8Array.from(CELL_SIZES.flatMap((size, s) => new Array<number>(size).fill(s)));

/** One joint world of a hub: a point of the globals, an entry of its table for every site, and their sums. */
export interface JointWorld {
  point: GlobalPoint;
  /** By member. */
  entries: Int32Array;
  /** By hub-wide item: 1 where its source reports what it saw, 0 where it is noise. */
  sound: Uint8Array;
  /** Restricted accelerators at the hub's sites. */
  chips: number;
  /** What each hub-wide item sums up. */
  sums: Float64Array;
}

/** A site by its own evidence and one tilt: `mass` by cell, prior of the states aside, and running weights in each cell. */
interface TiltedTable {
  table: SiteTable;
  mass: Float64Array;
  running: Float64Array;
  /** log(mass x weight) by entry. */
  logWeight: Float64Array;
}

/**
 * The posterior of joint worlds under one preset, in two parts: a base that is easy to draw from, and the rest.
 *
 * base(theta, e, z) = q(theta) prod_i f_i(e_i | theta) exp(-lambda chips_i) / Z_i(theta) prod_h rho_h^z_h (1 - rho_h)^(1 - z_h)
 * with q the fitted proposal of the globals, f_i the states' prior and the site's own evidence, lambda one tilt for all,
 * and z_h whether hub-wide item h is sound;
 * rest = p(theta) / q(theta) prod_i Z_i(theta) exp(lambda T) x shared evidence x P(share >= T / pool) x prod_h (p_h / noise_h)^z_h.
 *
 * With z summed out an item would be p_h or a floor, and tempering would see the floor alone until it stumbles on p_h.
 */
export class JointDensity {
  readonly hub: PreparedHub;
  readonly preset: Preset;
  /** Record of each member. */
  readonly members: readonly number[];
  private readonly proposal: Proposal;
  private readonly lambda: number;
  private readonly sites: readonly TiltedTable[];

  constructor(hub: PreparedHub, proposal: Proposal, lambda: number) {
    this.hub = hub;
    this.preset = proposal.preset;
    this.proposal = proposal;
    this.lambda = lambda;
    this.members = hub.tables.flatMap(({ site }, i) => new Array<number>(site.count).fill(i));
    this.sites = hub.tables.map((table) => tilted(table, table.site.role === 'hub' ? lambda : 0));
  }

  /** Prior of a site's states at a point. */
  prior(point: GlobalPoint): Float64Array {
    const prior = new Float64Array(CELLS);
    statePrior(this.hub.model.world, point.x, prior);
    return prior;
  }

  /** Draws a joint world from the base. */
  draw(uniform: () => number): JointWorld {
    const { globals } = this.hub;
    const point = emptyPoint(globals);
    const u = Float64Array.from({ length: uniformsPerPoint(globals) }, uniform);
    propose(globals, this.proposal, { u, out: point });
    const at = { prior: this.prior(point), pace: point.level[PACE]! };
    const entries = Int32Array.from(this.members, (_, member) => this.drawEntry(member, at, uniform));
    const sound = this.hub.model.hubItems.map((_, h) => Number(uniform() < this.soundness(h, point.level)));
    return this.world(point, entries, Uint8Array.from(sound));
  }

  /** Draws an entry of a member from the base. */
  drawEntry(member: number, at: { prior: Float64Array; pace: number }, uniform: () => number): number {
    const { mass, running } = this.sites[this.members[member]!]!;
    const cells = at.pace * CELLS;
    let total = 0;
    for (let s = 0; s < CELLS; s++) total += at.prior[s]! * mass[cells + s]!;
    let rest = uniform() * total;
    let s = 0;
    while (s < CELLS - 1) {
      rest -= at.prior[s]! * mass[cells + s]!;
      if (rest < 0) break;
      s++;
    }
    while (s > 0 && mass[cells + s] === 0) s--;
    const start = at.pace * ENTRIES + CELL_STARTS[s]!;
    let high = start + CELL_SIZES[s]! - 1;
    const target = uniform() * running[high]!;
    let low = start;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (running[middle]! > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** A joint world from its parts. */
  world(point: GlobalPoint, entries: Int32Array, sound: Uint8Array): JointWorld {
    const world = { point, entries, sound, chips: 0, sums: new Float64Array(sound.length) };
    for (let m = 0; m < entries.length; m++) this.add(world, m, entries[m]!, 1);
    return world;
  }

  /**
   * Adds `sign` times what an entry of a member contributes to the sums of a world.
   *
   * @returns whether that is anything
   */
  add(world: JointWorld, member: number, entry: number, sign: number): boolean {
    const table = this.hub.tables[this.members[member]!]!;
    let some = false;
    if (table.site.role === 'hub' && table.accelerators[entry]! > 0) {
      world.chips += sign * table.accelerators[entry]!;
      some = true;
    }
    for (let h = 0; h < world.sums.length; h++) {
      const share = table.hub[h]?.[entry];
      if (!share) continue;
      world.sums[h]! += sign * share;
      some = true;
    }
    return some;
  }

  /** Sum over members of log Z_i(theta). */
  logMass({ level }: GlobalPoint, prior: Float64Array): number {
    const cells = level[PACE]! * CELLS;
    let sum = 0;
    for (const { table, mass } of this.sites) {
      let total = 0;
      for (let s = 0; s < CELLS; s++) total += prior[s]! * mass[cells + s]!;
      sum += table.site.count * log(total);
    }
    return sum;
  }

  /** Sum over members of log f_i(e_i | theta) - lambda chips_i. */
  logSites({ entries }: JointWorld, prior: Float64Array): number {
    let sum = 0;
    for (let m = 0; m < entries.length; m++) {
      const entry = entries[m]!;
      sum += log(prior[CELL_OF[entry % ENTRIES]!]!) + this.sites[this.members[m]!]!.logWeight[entry]!;
    }
    return sum;
  }

  /** Log density of a point: by the proposal, and by the preset's prior. */
  logGlobals(point: GlobalPoint): { proposed: number; prior: number } {
    const { globals } = this.hub;
    const continuous = logPrior(globals, point.x, this.preset);
    return {
      proposed: logProposal(globals, this.proposal, { point, logPrior: continuous }),
      prior: continuous + logLevelPrior(globals, point.level),
    };
  }

  /** Log probability of a level of one variable: by the proposal, and by the prior. */
  logLevel(variable: number, level: number): { proposed: number; prior: number } {
    const proposed = log(this.proposal.levels[variable]![level]!);
    return { proposed, prior: log(this.hub.globals.levels[variable]!.weights[level]!) };
  }

  /** Log likelihood ratio of one member's items of global origins. */
  logShared(member: number, entry: number, { level }: GlobalPoint): number {
    let sum = 0;
    for (const { origin, credibility, ratio } of this.hub.tables[this.members[member]!]!.shared) {
      const rho = credibility * this.reliability(origin, level);
      sum += log(rho * ratio[entry]! + 1 - rho);
    }
    return sum;
  }

  /** Log of what sees the sums only: the pool, the sound evidence of the hub, and the tilt taken back. */
  logTotals(world: JointWorld): number {
    const share = this.hub.model.world.poolShare[this.preset];
    let sum = logPoolFit(share, accelerators(world), world.point.x[POOL]!) + this.lambda * world.chips;
    for (let h = 0; h < world.sound.length; h++) if (world.sound[h]) sum += this.logItem(h, world);
    return sum;
  }

  /** Log likelihood of a hub-wide item over its noise where it is sound. */
  logItem(h: number, world: JointWorld): number {
    const { sums, likelihood, noise } = this.hub.model.hubItems[h]!;
    const seen = sums ? Math.round(world.sums[h]! * 1e6) / 1e6 : world.point.x[POOL]!;
    return log(likelihood(seen) / noise);
  }

  /** Probability that a hub-wide item is sound, before what it says. */
  soundness(h: number, level: Uint8Array): number {
    const { origin, reliability, credibility } = this.hub.model.hubItems[h]!;
    return credibility * (origin < 0 ? reliability.mean : this.reliability(origin, level));
  }

  /** Log probability of which hub-wide items are sound. */
  logSound({ point, sound }: JointWorld): number {
    let sum = 0;
    for (let h = 0; h < sound.length; h++) {
      const rho = this.soundness(h, point.level);
      sum += log(sound[h] ? rho : 1 - rho);
    }
    return sum;
  }

  /** Log of the rest at a world: posterior over base. */
  logRest(world: JointWorld): number {
    const { point, entries } = world;
    const { proposed, prior } = this.logGlobals(point);
    let sum = prior - proposed + this.logMass(point, this.prior(point)) + this.logTotals(world);
    for (let m = 0; m < entries.length; m++) sum += this.logShared(m, entries[m]!, point);
    return sum;
  }

  private reliability(origin: number, level: Uint8Array): number {
    const at = FIRST_ORIGIN + origin;
    return this.hub.globals.levels[at]!.values[level[at]!]!;
  }
}

/** Sums that were added to and taken from may end a rounding error from zero. */
function accelerators({ chips }: JointWorld): number {
  return chips < 1e-6 ? 0 : chips;
}

function tilted(table: SiteTable, lambda: number): TiltedTable {
  const mass = table.mass.slice();
  const running = table.weight.map((weight, e) => weight * exp(-lambda * table.accelerators[e]!));
  const logWeight = running.map((weight, e) => {
    const cell = Math.floor(e / ENTRIES) * CELLS + CELL_OF[e % ENTRIES]!;
    return log(weight * table.mass[cell]!);
  });
  for (let c = 0; c < mass.length; c++) {
    const start = Math.floor(c / CELLS) * ENTRIES + CELL_STARTS[c % CELLS]!;
    for (let k = 1; k < CELL_SIZES[c % CELLS]!; k++) running[start + k]! += running[start + k - 1]!;
    mass[c]! *= running[start + CELL_SIZES[c % CELLS]! - 1]!;
  }
  return { table, mass, running, logWeight };
}
