import { FULL_SHARE, NAMED_SHARE, REALISATION, FIRST_ORIGIN } from './globals.ts';
import type { WorldModel } from './model.ts';
import { KEPT, NAMED_LIT, type SiteTable } from './site-table.ts';
import { LIT, NAMED, states } from './world.ts';

const CELLS = states.length;

/** Prior probability of each discrete state given the global shares; legal and domestic are split by date elsewhere. */
export function statePrior(world: WorldModel, globals: Float64Array, out: Float64Array): void {
  const lit = globals[REALISATION]!;
  const full = globals[FULL_SHARE]!;
  const named = globals[NAMED_SHARE]!;
  for (let s = 0; s < CELLS; s++) {
    const state = states[s]!;
    const destiny = state.destiny === LIT ? lit * (state.full ? full : 1 - full) : (1 - lit) * world.unlit[state.destiny]!;
    out[s] = destiny * (state.route === NAMED ? named : 1 - named);
  }
}

/**
 * One site under given globals, pace and tilt: how probable each cell is, and where its particles lie. Reused for one
 * vector of globals after another, so that nothing is allocated per draw.
 */
export class TiltedSite {
  readonly table: SiteTable;
  /** Running sum over cells of the tilted mass of the component that draws. */
  readonly cells = new Float64Array(CELLS);
  /** Evidence of the site under each component's tilt: sum over cells. */
  readonly evidence: Float64Array;
  private readonly grid: number;
  private readonly untilted = new Float64Array(CELLS);
  /** Running sums within each cell where global reliabilities matter; empty otherwise. */
  private readonly running: Float64Array;
  private pace = 0;
  private tilt = 0;

  constructor(table: SiteTable, grid: number, components: number) {
    this.table = table;
    this.grid = grid;
    this.evidence = new Float64Array(components);
    this.running = new Float64Array(table.shared.length > 0 ? CELLS * KEPT : 0);
  }

  /**
   * Sets globals, pace and tilts.
   *
   * @param prior of each state, from `statePrior`
   * @param tilts grid index of lambda for each component; `draws` says which of them the site is drawn from
   */
  set(at: { globals: Float64Array; prior: Float64Array; pace: number; tilts: Int32Array; draws: number }): void {
    this.pace = at.pace;
    this.tilt = at.tilts[at.draws]!;
    const { mass } = this.table;
    let rest = 0;
    for (let s = 0; s < CELLS; s++) {
      const cell = at.prior[s]! * mass[at.pace * CELLS + s]!;
      const tilted = s === NAMED_LIT || s === NAMED_LIT + 1;
      const ratio = this.running.length === 0 ? 1 : tilted ? 0 : this.weighCell(s, at.globals, -1);
      this.untilted[s] = cell;
      if (!tilted) rest += cell * ratio;
      this.cells[s] = cell * ratio;
    }
    for (let c = 0; c < at.tilts.length; c++) {
      if (c !== at.draws) this.evidence[c] = rest + this.namedMass(at.globals, at.tilts[c]!);
    }
    this.evidence[at.draws] = rest + this.namedMass(at.globals, this.tilt);
    for (let s = 1; s < CELLS; s++) this.cells[s]! += this.cells[s - 1]!;
  }

  /** Tilted mass of the two cells with named chips; leaves them in `cells`. */
  private namedMass(globals: Float64Array, tilt: number): number {
    let sum = 0;
    for (let full = 0; full < 2; full++) {
      const s = NAMED_LIT + full;
      const inside =
        this.running.length === 0
          ? this.table.tilt.mass[(this.pace * 2 + full) * this.grid + tilt]!
          : this.weighCell(s, globals, tilt);
      this.cells[s] = this.untilted[s]! * inside;
      sum += this.cells[s]!;
    }
    return sum;
  }

  /** Running sums of weight x shared-evidence ratios (x tilt) within a cell; returns their total. */
  private weighCell(s: number, globals: Float64Array, tilt: number): number {
    const { running } = this;
    const first = (this.pace * CELLS + s) * KEPT;
    const at = s * KEPT;
    this.startCell(s, tilt);
    for (const { origin, credibility, ratio } of this.table.shared) {
      const rho = credibility * globals[FIRST_ORIGIN + origin]!;
      for (let k = 0; k < KEPT; k++) running[at + k]! *= rho * ratio[first + k]! + 1 - rho;
    }
    let sum = 0;
    for (let k = 0; k < KEPT; k++) {
      sum += running[at + k]!;
      running[at + k] = sum;
    }
    return sum;
  }

  /** Writes the weights of a cell's particles, tilted where `tilt` >= 0, into `running`. */
  private startCell(s: number, tilt: number): void {
    const { running } = this;
    const at = s * KEPT;
    if (tilt < 0) {
      const first = (this.pace * CELLS + s) * KEPT;
      for (let k = 0; k < KEPT; k++) running[at + k] = this.table.weight[first + k]!;
      return;
    }
    const first = ((this.pace * 2 + (s - NAMED_LIT)) * this.grid + tilt) * KEPT;
    let before = 0;
    for (let k = 0; k < KEPT; k++) {
      const upTo = this.table.tilt.cumulative[first + k]!;
      running[at + k] = upTo - before;
      before = upTo;
    }
  }

  /** Draws one world of the site: the entry of the table that uniform `u` falls on. */
  pick(u: number): number {
    const target = u * this.cells[CELLS - 1]!;
    let s = 0;
    while (s < CELLS - 1 && this.cells[s]! <= target) s++;
    const below = s === 0 ? 0 : this.cells[s - 1]!;
    const share = (target - below) / (this.cells[s]! - below);
    const first = (this.pace * CELLS + s) * KEPT;
    return first + this.pickWithin(s, share);
  }

  private pickWithin(s: number, share: number): number {
    if (this.running.length > 0) return search(this.running, s * KEPT, share);
    if (s === NAMED_LIT || s === NAMED_LIT + 1) {
      const at = (this.pace * 2 + (s - NAMED_LIT)) * this.grid + this.tilt;
      return search(this.table.tilt.cumulative, at * KEPT, share);
    }
    return search(this.table.cumulative, (this.pace * CELLS + s) * KEPT, share);
  }
}

/** First k in [0, KEPT) whose running sum passes `share` of the last one. */
function search(running: Float64Array, first: number, share: number): number {
  const target = share * running[first + KEPT - 1]!;
  let low = 0;
  let high = KEPT - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (running[first + middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
