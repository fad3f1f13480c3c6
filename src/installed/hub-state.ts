import type { Distribution } from '../stats/distribution.ts';
import { type Global, POOL } from './globals.ts';
import type { HubModel } from './model.ts';
import { presets } from './presets.ts';
import { NAMED_LIT, type SiteTable } from './site-table.ts';
import { statePrior, TiltedSite } from './tilted-site.ts';
import { states } from './world.ts';

/** A hub evaluated site by site and ready to be drawn from. */
export interface PreparedHub {
  model: HubModel;
  seed: number;
  globals: readonly Global[];
  tables: readonly SiteTable[];
  /** Grid of tilts lambda [1 / accelerator], ascending from 0. */
  lambdas: Float64Array;
}

/** log P(share of the pool >= chips / pool): how the hub's share bounds its restricted accelerators. */
export function logPoolFit(share: Distribution, chips: number, pool: number): number {
  return chips <= 0 ? 0 : Math.log(1 - share.cdf(chips / pool));
}

/**
 * All sites under one vector of globals and one pace: chooses each preset's tilt, sets the sites, sums the evidence.
 * Reused from vector to vector.
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

  constructor(hub: PreparedHub) {
    this.hub = hub;
    this.sites = hub.tables.map((table) => new TiltedSite(table, hub.lambdas.length, presets.length));
  }

  /** Sets globals and pace; `draws` is the preset whose tilt the sites are then drawn under. */
  set(globals: Float64Array, pace: number, draws: number): void {
    statePrior(this.hub.model.world, globals, this.prior);
    for (let c = 0; c < presets.length; c++) this.chooseTilt(globals, pace, c);
    this.logEvidence.fill(0);
    for (const site of this.sites) {
      const { role, count } = site.table.site;
      const tilts = role === 'hub' ? this.tilts : this.untilted;
      site.set({ globals, prior: this.prior, pace, tilts, draws });
      for (let c = 0; c < presets.length; c++) this.logEvidence[c]! += count * Math.log(site.evidence[c]!);
    }
  }

  /**
   * Saddlepoint: the smallest lambda of the grid with lambda >= -d/dT log P(share >= T / pool) at T = E_lambda[T].
   * Any lambda is right (the weights undo it); this one wastes the fewest draws. Shared evidence is left out here.
   */
  private chooseTilt(globals: Float64Array, pace: number, c: number): void {
    const share = this.hub.model.world.poolShare[presets[c]!];
    const pool = globals[POOL]!;
    const presses = (tilt: number): boolean => {
      const ratio = this.meanTotal(pace, tilt) / pool;
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
    this.meanChips[c] = this.meanTotal(pace, low);
  }

  private meanTotal(pace: number, tilt: number): number {
    const cells = states.length;
    const grid = this.hub.lambdas.length;
    let total = 0;
    for (const table of this.hub.tables) {
      if (table.site.role !== 'hub') continue;
      let mass = 0;
      let moment = 0;
      for (let s = 0; s < cells; s++) {
        const cell = this.prior[s]! * table.mass[pace * cells + s]!;
        const full = s - NAMED_LIT;
        if (full === 0 || full === 1) {
          const at = (pace * 2 + full) * grid + tilt;
          mass += cell * table.tilt.mass[at]!;
          moment += cell * table.tilt.moment[at]!;
        } else mass += cell;
      }
      total += (table.site.count * moment) / mass;
    }
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

