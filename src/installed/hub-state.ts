import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import type { Distribution } from '../stats/distribution.ts';
import { type GlobalPoint, type Globals, PACE, POOL, REALISATION } from './globals.ts';
import type { HubModel } from './model.ts';
import { presets } from './presets.ts';
import type { SiteTable } from './site-table.ts';
import { statePrior } from './state-prior.ts';
import { TiltChoice } from './tilt-choice.ts';
import { TiltedSites } from './tilted-sites.ts';
import { components } from './turns.ts';
import { states } from './world.ts';

const CLAIM = components.indexOf('claim');
/** Joint draws of all sites made under one point of the globals. */
export const DRAWS_PER_POINT = 32;
/** Points that are held at once. */
export const POINTS_AT_ONCE = 32;
/** Share of the claimed fleet that the claimed worlds hold on average. */
const CLAIM_TARGET = 0.75;

/** A hub evaluated site by site and ready to be drawn from. */
export interface PreparedHub {
  model: HubModel;
  seed: number;
  globals: Globals;
  tables: readonly SiteTable[];
  /** Grid of tilts lambda [1 / accelerator], ascending; those below 0 lead to the claimed worlds. */
  lambdas: Float64Array;
  /** Index of lambda = 0. */
  untilted: number;
}

/** log P(share of the pool >= chips / pool): how the hub's share bounds its restricted accelerators. */
export function logPoolFit(share: Distribution, chips: number, pool: number): number {
  return chips <= 0 ? 0 : log(1 - share.cdf(chips / pool));
}

/**
 * All sites under one point of the globals: chooses each preset's tilt, sets the sites, sums the evidence. Reused from
 * point to point.
 */
export class HubState {
  readonly hub: PreparedHub;
  readonly sites: TiltedSites;
  /** Chosen grid index of lambda for each component. */
  readonly tilts = new Int32Array(components.length);
  /** Sum over sites of log evidence under each component's tilt. */
  readonly logEvidence = new Float64Array(components.length);
  /** Mean total of restricted accelerators under each component's tilt. */
  readonly meanChips = new Float64Array(components.length);
  private readonly prior = new Float64Array(states.length);
  private readonly contextPrior = new Float64Array(states.length);
  private readonly elsewhere: Float64Array;
  private readonly choice: TiltChoice;

  constructor(hub: PreparedHub) {
    this.hub = hub;
    this.elsewhere = new Float64Array(hub.globals.continuous.length);
    this.sites = new TiltedSites(hub.tables, hub.globals, {
      lambdas: hub.lambdas,
      components: components.length,
      points: POINTS_AT_ONCE,
      most: DRAWS_PER_POINT,
    });
    this.choice = new TiltChoice(hub.tables, hub.lambdas, hub.globals.levels[PACE]!.values.length);
  }

  /** Sets the globals at the sites; `draws` is the component whose tilt they are then drawn under. */
  set(point: GlobalPoint, draws: number): void {
    this.place(0, point, draws);
    this.sites.set();
    for (let c = 0; c < components.length; c++) this.logEvidence[c] = this.sites.logEvidence(0, c);
  }

  /** Chooses the tilts of one of the points held at once, and writes it where the sites are set and drawn. */
  place(p: number, point: GlobalPoint, draws: number): void {
    const { world } = this.hub.model;
    const { prior, contextPrior } = this;
    statePrior(world, point.x, prior);
    this.elsewhere.set(point.x);
    this.elsewhere[REALISATION] = world.contextRealisation;
    statePrior(world, this.elsewhere, contextPrior);
    this.sites.place(p, point, { prior, contextPrior });
    this.choice.set(prior, point.level[PACE]!);
    for (let c = 0; c < components.length; c++) this.chooseTilt(c, point.x[POOL]!);
    this.sites.tilt(p, this.tilts, draws);
  }

  /** Takes the first tilt, from that of 0 on or for the claimed worlds from the least, that is not too small. */
  private chooseTilt(c: number, pool: number): void {
    let low = c === CLAIM ? 0 : this.hub.untilted;
    let high = this.hub.lambdas.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (c === CLAIM ? this.claimsMore(middle) : this.presses(c, middle, pool)) low = middle + 1;
      else high = middle;
    }
    this.tilts[c] = low;
    this.meanChips[c] = this.choice.mean(low);
  }

  private claimsMore(tilt: number): boolean {
    return this.choice.mean(tilt) > CLAIM_TARGET * this.hub.model.claimedFleet;
  }

  /**
   * Saddlepoint: lambda is too small while lambda < -d/dT log P(share >= T / pool) at T = E_lambda[T]. Any lambda is
   * right, since the weights undo it; this one wastes the fewest draws.
   */
  private presses(c: number, tilt: number, pool: number): boolean {
    const share = this.hub.model.world.poolShare[presets[c]!];
    const ratio = this.choice.mean(tilt) / pool;
    if (ratio <= 0) return false;
    const over = 1 - share.cdf(ratio);
    return over <= 0 || this.hub.lambdas[tilt]! < exp(share.logDensity(ratio)) / (over * pool);
  }
}

/**
 * Grid of tilts for a hub: geometric from a trifle to where a single small site feels it, on both sides of 0; below 0
 * only as far as the largest site stays in range of a double.
 */
export function tiltGrid(claimedFleet: number): { lambdas: Float64Array; untilted: number } {
  const step = (5.5 * Math.LN10) / 27;
  const least = 0.05 / claimedFleet;
  const above = Array.from({ length: 28 }, (_, l) => least * exp(l * step));
  const below = above.filter((lambda) => lambda * claimedFleet < 100).map((lambda) => -lambda);
  return { lambdas: Float64Array.of(...below.reverse(), 0, ...above), untilted: below.length };
}
