import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { normalQuantile } from '../stats/normal.ts';
import type { TemperedTarget } from '../stats/tempered-smc.ts';
import { ENTRIES } from './cell-layout.ts';
import { bound, PACE, unbound } from './globals.ts';
import type { JointDensity, JointWorld } from './joint-density.ts';
import { fitProposal } from './proposal.ts';

/** Rounds of all moves at each temperature, and at the last. */
const ROUNDS = 2;
const LAST_ROUNDS = 6;
/** Lengths of the random-walk steps of the globals, in standard deviations of the population times 2.4 / sqrt(4). */
const STEPS = [1, 0.35];

/** What the moves of single sites start from, at one point of the globals. */
interface Redraw {
  at: { prior: Float64Array; pace: number };
  temperature: number;
  /** Log of what sees the sums. */
  now: number;
}

/** Proposed and accepted moves. */
interface Tally {
  proposed: number;
  accepted: number;
}

/**
 * Moves that leave base x rest^t unchanged: entries of one site and of two at a time from the base, the soundness of
 * hub-wide items and levels of the reliabilities by their full conditionals, the pace with all sites, the continuous globals by a random walk
 * (Metropolis within Gibbs).
 */
export class JointMoves implements TemperedTarget<JointWorld> {
  /** At the latest temperature. */
  sites: Tally = { proposed: 0, accepted: 0 };
  globals: Tally = { proposed: 0, accepted: 0 };
  private readonly density: JointDensity;
  private readonly uniform: () => number;
  private readonly sums: Float64Array;

  constructor(density: JointDensity, uniform: () => number) {
    this.density = density;
    this.uniform = uniform;
    this.sums = new Float64Array(density.hub.model.hubItems.length);
  }

  logLikelihood(world: JointWorld): number {
    return this.density.logRest(world);
  }

  move(worlds: readonly JointWorld[], temperature: number): readonly JointWorld[] {
    const { density } = this;
    this.sites = { proposed: 0, accepted: 0 };
    this.globals = { proposed: 0, accepted: 0 };
    const points = worlds.map(({ point }) => point);
    const weights = new Float64Array(worlds.length).fill(1 / worlds.length);
    const { factor } = fitProposal(density.hub.globals, { preset: density.preset, points, weights });
    const rounds = temperature < 1 ? ROUNDS : LAST_ROUNDS;
    return worlds.map((world) => {
      const moved = copyOf(world);
      for (let round = 0; round < rounds; round++) {
        this.moveSites(moved, temperature);
        this.moveSound(moved, temperature);
        this.moveLevels(moved, temperature);
        this.movePace(moved, temperature, round % 2 === 1);
        for (const step of STEPS) this.walk(moved, temperature, { factor, step });
      }
      return moved;
    });
  }

  private moveSites(world: JointWorld, temperature: number): void {
    const { density } = this;
    const at = { prior: density.prior(world.point), pace: world.point.level[PACE]! };
    const count = world.entries.length;
    const from = { at, temperature, now: density.logTotals(world) };
    for (let m = 0; m < count; m++) {
      this.redraw(world, m, -1, from);
      if (count === 1) continue;
      const other = Math.floor(this.uniform() * (count - 1));
      this.redraw(world, m, other < m ? other : other + 1, from);
    }
  }

  /** Proposes new entries from the base for one member, or for two; keeps the log of what sees the sums in `from`. */
  private redraw(world: JointWorld, one: number, two: number, from: Redraw): void {
    const { density, uniform } = this;
    const before = world.chips;
    this.sums.set(world.sums);
    const [oldOne, oldTwo] = [world.entries[one]!, two < 0 ? -1 : world.entries[two]!];
    const newOne = density.drawEntry(one, from.at, uniform);
    const newTwo = two < 0 ? -1 : density.drawEntry(two, from.at, uniform);
    let moved = this.replace(world, one, oldOne, newOne);
    let shared = density.logShared(one, newOne, world.point) - density.logShared(one, oldOne, world.point);
    if (two >= 0) {
      moved = this.replace(world, two, oldTwo, newTwo) || moved;
      shared += density.logShared(two, newTwo, world.point) - density.logShared(two, oldTwo, world.point);
    }
    const next = moved ? density.logTotals(world) : from.now;
    this.sites.proposed++;
    if (log(uniform()) < from.temperature * (shared + next - from.now)) {
      from.now = next;
      this.sites.accepted++;
      return;
    }
    world.entries[one] = oldOne;
    if (two >= 0) world.entries[two] = oldTwo;
    world.chips = before;
    world.sums.set(this.sums);
  }

  /** Puts an entry in the place of another; returns whether any sum has changed. */
  private replace(world: JointWorld, member: number, before: number, after: number): boolean {
    if (before === after) return false;
    world.entries[member] = after;
    const taken = this.density.add(world, member, before, -1);
    return this.density.add(world, member, after, 1) || taken;
  }

  /** Draws whether each hub-wide item is sound given all else. */
  private moveSound(world: JointWorld, temperature: number): void {
    const { density, uniform } = this;
    for (let h = 0; h < world.sound.length; h++) {
      const rho = density.soundness(h, world.point.level);
      const odds = (rho / (1 - rho)) * exp(temperature * density.logItem(h, world));
      world.sound[h] = Number(rho >= 1 || odds === Infinity || uniform() < odds / (1 + odds));
    }
  }

  /** Draws each reliability's level given all else. */
  private moveLevels(world: JointWorld, temperature: number): void {
    const { density } = this;
    const { level } = world.point;
    for (let l = PACE + 1; l < level.length; l++) {
      const logs = density.hub.globals.levels[l]!.values.map((_, value) => {
        level[l] = value;
        const { proposed, prior } = density.logLevel(l, value);
        let rest = prior - proposed;
        for (let m = 0; m < world.entries.length; m++)
          rest += density.logShared(m, world.entries[m]!, world.point);
        return proposed + density.logSound(world) + temperature * rest;
      });
      level[l] = this.choose(logs);
    }
  }

  private choose(logs: Float64Array): number {
    const most = logs.reduce((a, b) => Math.max(a, b));
    const weights = logs.map((each) => exp(each - most));
    let rest = this.uniform() * weights.reduce((a, b) => a + b);
    const chosen = weights.findIndex((weight) => {
      rest -= weight;
      return rest < 0;
    });
    return chosen < 0 ? weights.indexOf(Math.max(...weights)) : chosen;
  }

  /** Proposes another pace, with the same particles of every site, or with all sites drawn anew. */
  private movePace(world: JointWorld, temperature: number, anew: boolean): void {
    const { density, uniform } = this;
    const paces = density.hub.globals.levels[PACE]!.values.length;
    if (paces < 2) return;
    const before = world.point.level[PACE]!;
    const level = world.point.level.slice();
    level[PACE] = (before + 1 + Math.floor(uniform() * (paces - 1))) % paces;
    const point = { x: world.point.x, level };
    const at = { prior: density.prior(point), pace: level[PACE]! };
    const shift = (at.pace - before) * ENTRIES;
    const entries = world.entries.map((entry, m) =>
      anew ? density.drawEntry(m, at, uniform) : entry + shift,
    );
    const next = density.world(point, entries, world.sound);
    // Drawn anew, the base of the sites is what they were drawn from, and cancels.
    const base = (w: JointWorld): number =>
      density.logGlobals(w.point).proposed +
      (anew ? 0 : density.logSites(w, at.prior) - density.logMass(w.point, at.prior));
    const change = base(next) - base(world) + temperature * (density.logRest(next) - density.logRest(world));
    if (this.accept(change)) Object.assign(world, next);
  }

  private walk(
    world: JointWorld,
    temperature: number,
    { factor, step }: { factor: Float64Array; step: number },
  ): void {
    const { density } = this;
    const { continuous } = density.hub.globals;
    const size = continuous.length;
    const x = world.point.x.slice();
    const z = x.map(() => step * normalQuantile(this.uniform()));
    for (let i = 0; i < size; i++) {
      let y = unbound(continuous[i]!.scale, x[i]!);
      for (let j = 0; j <= i; j++) y += factor[i * size + j]! * z[j]!;
      x[i] = bound(continuous[i]!.scale, y);
    }
    const next = { ...world, point: { x, level: world.point.level } };
    if (this.accept(this.logGiven(next, temperature) - this.logGiven(world, temperature)))
      world.point = next.point;
  }

  /** Log of base x rest^t where the entries and their own and shared evidence stay as they are. */
  private logGiven(world: JointWorld, temperature: number): number {
    const { density } = this;
    const prior = density.prior(world.point);
    const globals = density.logGlobals(world.point);
    return (
      (1 - temperature) * (globals.proposed - density.logMass(world.point, prior)) +
      temperature * (globals.prior + density.logTotals(world)) +
      density.logSites(world, prior)
    );
  }

  private accept(change: number): boolean {
    this.globals.proposed++;
    if (!(log(this.uniform()) < change)) return false;
    this.globals.accepted++;
    return true;
  }
}

function copyOf({ point, entries, sound, chips, sums }: JointWorld): JointWorld {
  return {
    point: { x: point.x.slice(), level: point.level.slice() },
    entries: entries.slice(),
    sound: sound.slice(),
    chips,
    sums: sums.slice(),
  };
}
