import type { Distribution } from '../stats/distribution.ts';
import { type GlobalPoint, type Globals, POOL } from './globals.ts';
import type { HubModel } from './model.ts';
import { presets } from './presets.ts';
import type { SiteTable } from './site-table.ts';
import { statePrior, TiltedSite } from './tilted-site.ts';
import { states } from './world.ts';

/** A hub evaluated site by site and ready to be drawn from. */
export interface PreparedHub {
  model: HubModel;
  seed: number;
  globals: Globals;
  tables: readonly SiteTable[];
  /** Grid of tilts lambda [1 / accelerator], ascending from 0. */
  lambdas: Float64Array;
}

/** log P(share of the pool >= chips / pool): how the hub's share bounds its restricted accelerators. */
export function logPoolFit(share: Distribution, chips: number, pool: number): number {
  return chips <= 0 ? 0 : Math.log(1 - share.cdf(chips / pool));
}

/**
 * All sites under one point of the globals: chooses each preset's tilt, sets the sites, sums the evidence. Reused from
 * point to point.
 */
export class HubState {
  readonly hub: PreparedHub;
  readonly sites: readonly TiltedSite[];
  /** Chosen grid index of lambda for each preset. */
  readonly tilts = new Int32Array(presets.length);
  /** Sum over sites of log evidence under each preset's tilt. */
  readonly logEvidence = new Float64Array(presets.length);
  /** Mean total of restricted accelerators under each preset's tilt. */
  readonly meanChips = new Float64Array(presets.length);
  private readonly prior = new Float64Array(states.length);
  private readonly untilted = new Int32Array(presets.length);
  private readonly means: Float64Array;

  constructor(hub: PreparedHub) {
    this.hub = hub;
    const options = { lambdas: hub.lambdas, components: presets.length };
    this.sites = hub.tables.map((table) => new TiltedSite(table, hub.globals, options));
    this.means = new Float64Array(hub.lambdas.length);
  }

  /** Sets the globals; `draws` is the preset whose tilt the sites are then drawn under. */
  set(point: GlobalPoint, draws: number): void {
    statePrior(this.hub.model.world, point.x, this.prior);
    for (const site of this.sites) site.condition(point, this.prior);
    this.means.fill(-1);
    for (let c = 0; c < presets.length; c++) this.chooseTilt(point.x[POOL]!, c);
    this.logEvidence.fill(0);
    for (const site of this.sites) {
      const { role, count } = site.table.site;
      site.set(role === 'hub' ? this.tilts : this.untilted, draws);
      for (let c = 0; c < presets.length; c++) this.logEvidence[c]! += count * Math.log(site.evidence[c]!);
    }
  }

  /**
   * Saddlepoint: the smallest lambda of the grid with lambda >= -d/dT log P(share >= T / pool) at T = E_lambda[T].
   * Any lambda is right, since the weights undo it; this one wastes the fewest draws.
   */
  private chooseTilt(pool: number, c: number): void {
    const share = this.hub.model.world.poolShare[presets[c]!];
    const presses = (tilt: number): boolean => {
      const ratio = this.meanTotal(tilt) / pool;
      if (ratio <= 0) return false;
      const over = 1 - share.cdf(ratio);
      return over <= 0 || this.hub.lambdas[tilt]! < Math.exp(share.logDensity(ratio)) / (over * pool);
    };
    let low = 0;
    let high = this.hub.lambdas.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (presses(middle)) low = middle + 1;
      else high = middle;
    }
    this.tilts[c] = low;
    this.meanChips[c] = this.meanTotal(low);
  }

  /** Mean of all restricted accelerators under a tilt; kept for the point. */
  private meanTotal(tilt: number): number {
    if (this.means[tilt]! >= 0) return this.means[tilt]!;
    let total = 0;
    for (const site of this.sites) {
      if (site.table.site.role === 'hub') total += site.table.site.count * site.meanChips(tilt);
    }
    this.means[tilt] = total;
    return total;
  }
}

/** Grid of tilts for a hub: 0, then geometric from a trifle to where a single small site feels it. */
export function tiltGrid(claimedFleet: number): Float64Array {
  const steps = 40;
  const grid = new Float64Array(steps + 1);
  for (let l = 1; l <= steps; l++) grid[l] = (0.05 / claimedFleet) * 10 ** (((l - 1) / (steps - 1)) * 5.5);
  return grid;
}
