import {
  FIRST_ORIGIN,
  FULL_SHARE,
  type GlobalPoint,
  type Globals,
  NAMED_SHARE,
  PACE,
  REALISATION,
} from './globals.ts';
import type { WorldModel } from './model.ts';
import { CELL_SIZES, CELL_STARTS, ENTRIES, NAMED_LIT, type SiteTable } from './site-table.ts';
import { LIT, NAMED, states } from './world.ts';

const CELLS = states.length;
/** Entries of the partial and the full cell with named chips, which are adjacent. */
const NAMED_START = CELL_STARTS[NAMED_LIT]!;
const NAMED_SIZE = CELL_SIZES[NAMED_LIT]!;

/** Prior probability of each discrete state given the global shares; legal and domestic are split by date elsewhere. */
export function statePrior(world: WorldModel, x: Float64Array, out: Float64Array): void {
  const lit = x[REALISATION]!;
  const full = x[FULL_SHARE]!;
  const named = x[NAMED_SHARE]!;
  for (let s = 0; s < CELLS; s++) {
    const state = states[s]!;
    const destiny =
      state.destiny === LIT ? lit * (state.full ? full : 1 - full) : (1 - lit) * world.unlit[state.destiny]!;
    out[s] = destiny * (state.route === NAMED ? named : 1 - named);
  }
}

/** A site's cells at given levels of the pace and of the reliabilities it depends on. */
interface Conditioned {
  /** Mass of each cell, prior aside; those with named chips untilted. */
  mass: Float64Array;
  /** Weights x shared-evidence ratios of each entry. */
  weight: Float64Array;
  /** Running sums of `weight` within the cell. */
  running: Float64Array;
  /** By grid index of lambda: the two cells with named chips, tilted. */
  tilted: (Tilted | undefined)[];
}

/** Tilted masses and running sums of the partial and the full cell with named chips. */
interface Tilted {
  mass: Float64Array;
  running: Float64Array;
}

/**
 * One site under given globals and tilt: how probable each cell is, and where its particles lie. Sums over particles
 * depend on the globals through a few levels only, so they are kept from vector to vector.
 */
export class TiltedSite {
  readonly table: SiteTable;
  /** Evidence of the site under each component's tilt: sum over cells. */
  readonly evidence: Float64Array;
  private readonly globals: Globals;
  private readonly lambdas: Float64Array;
  /** Positions among the levels that this site depends on: the pace and its shared origins. */
  private readonly positions: readonly number[];
  private readonly kept = new Map<number, Conditioned>();
  private readonly cells = new Float64Array(CELLS);
  private readonly prior = new Float64Array(CELLS);
  private now!: Conditioned;
  private pace = 0;
  /** exp(-lambda chips) of the named entries, by pace and grid index of lambda. */
  private readonly exponentials: (Float64Array | undefined)[][];
  private drawn!: Tilted;

  constructor(table: SiteTable, globals: Globals, options: { lambdas: Float64Array; components: number }) {
    this.table = table;
    this.globals = globals;
    this.lambdas = options.lambdas;
    this.evidence = new Float64Array(options.components);
    const origins = new Set(table.shared.map(({ origin }) => FIRST_ORIGIN + origin));
    this.positions = [PACE, ...origins];
    this.exponentials = Array.from(globals.levels[PACE]!.values, () => []);
  }

  /** Sets the globals; `prior` is that of the states, from `statePrior`. */
  condition(point: GlobalPoint, prior: Float64Array): void {
    let key = 0;
    for (const position of this.positions) key = key * 16 + point.level[position]!;
    let now = this.kept.get(key);
    if (!now) {
      now = this.weigh(point);
      this.kept.set(key, now);
    }
    this.now = now;
    this.pace = point.level[PACE]!;
    this.prior.set(prior);
  }

  /** Sums the evidence under each component's tilt, and makes ready to draw under that of component `draws`. */
  set(tilts: Int32Array, draws: number): void {
    const rest = this.untiltedRest();
    for (let c = 0; c < tilts.length; c++)
      this.evidence[c] = rest + this.namedMass(this.tilt(tilts[c]!).mass);
    this.drawn = this.tilt(tilts[draws]!);
    let sum = 0;
    for (let s = 0; s < CELLS; s++) {
      const full = s - NAMED_LIT;
      const inside = full === 0 || full === 1 ? this.drawn.mass[full]! : this.now.mass[s]!;
      sum += this.prior[s]! * inside;
      this.cells[s] = sum;
    }
  }

  private untiltedRest(): number {
    let rest = 0;
    for (let s = 0; s < CELLS; s++) {
      if (s !== NAMED_LIT && s !== NAMED_LIT + 1) rest += this.prior[s]! * this.now.mass[s]!;
    }
    return rest;
  }

  private namedMass(mass: Float64Array): number {
    return this.prior[NAMED_LIT]! * mass[0]! + this.prior[NAMED_LIT + 1]! * mass[1]!;
  }

  private weigh(point: GlobalPoint): Conditioned {
    const { table } = this;
    const pace = point.level[PACE]!;
    const first = pace * ENTRIES;
    const weight = table.weight.slice(first, first + ENTRIES);
    for (const { origin, credibility, ratio } of table.shared) {
      const at = FIRST_ORIGIN + origin;
      const rho = credibility * this.globals.levels[at]!.values[point.level[at]!]!;
      for (let e = 0; e < weight.length; e++) weight[e]! *= rho * ratio[first + e]! + 1 - rho;
    }
    const mass = new Float64Array(CELLS);
    const running = new Float64Array(ENTRIES);
    for (let s = 0; s < CELLS; s++) {
      let sum = 0;
      const start = CELL_STARTS[s]!;
      for (let e = start; e < start + CELL_SIZES[s]!; e++) {
        sum += weight[e]!;
        running[e] = sum;
      }
      mass[s] = sum * table.mass[pace * CELLS + s]!;
    }
    return { mass, weight, running, tilted: [] };
  }

  private tilt(index: number): Tilted {
    this.now.tilted[index] ??= this.tiltCells(index);
    return this.now.tilted[index];
  }

  private tiltCells(index: number): Tilted {
    const { table, pace, now } = this;
    this.exponentials[pace]![index] ??= this.exponentialsOf(index);
    const exponential = this.exponentials[pace]![index];
    const tilted = {
      mass: new Float64Array(2),
      running: new Float64Array(2 * NAMED_SIZE),
    };
    for (let full = 0; full < 2; full++) {
      const scale = table.mass[pace * CELLS + NAMED_LIT + full]!;
      let sum = 0;
      for (let k = full * NAMED_SIZE; k < (full + 1) * NAMED_SIZE; k++) {
        const weight = now.weight[NAMED_START + k]! * exponential[k]!;
        sum += weight;
        tilted.running[k] = sum;
      }
      tilted.mass[full] = sum * scale;
    }
    return tilted;
  }

  private exponentialsOf(index: number): Float64Array {
    const first = this.pace * ENTRIES + NAMED_START;
    const chips = this.table.accelerators.subarray(first, first + 2 * NAMED_SIZE);
    return chips.map((count) => Math.exp(-this.lambdas[index]! * count));
  }

  /** Draws one world of the site: the entry of the table that uniform `u` falls on. */
  pick(u: number): number {
    const target = u * this.cells[CELLS - 1]!;
    let s = 0;
    while (s < CELLS - 1 && this.cells[s]! <= target) s++;
    const below = s === 0 ? 0 : this.cells[s - 1]!;
    const share = (target - below) / (this.cells[s]! - below);
    const full = s - NAMED_LIT;
    const start = CELL_STARTS[s]!;
    const k =
      full === 0 || full === 1
        ? search(this.drawn.running, { first: full * NAMED_SIZE, size: NAMED_SIZE }, share)
        : search(this.now.running, { first: start, size: CELL_SIZES[s]! }, share);
    return this.pace * ENTRIES + start + k;
  }
}

/** First k in [0, size) whose running sum passes `share` of the last one. */
function search(
  running: Float64Array,
  { first, size }: { first: number; size: number },
  share: number,
): number {
  const target = share * running[first + size - 1]!;
  let low = 0;
  let high = size - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (running[first + middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
