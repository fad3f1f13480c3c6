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

/** Combinations of levels up to which what a site makes of them is kept; with more, most would be met once. */
const MOST_KEPT = 125;

/** A site's cells at given levels of the pace and of the reliabilities it depends on. */
interface Conditioned {
  /** Mass of each cell, prior aside; those with named chips untilted. */
  mass: Float64Array;
  /** Weights x shared-evidence ratios of each entry. */
  weight: Float64Array;
  /** Running sums of `weight` within the cell; of the cells with named chips under the tilt last drawn from. */
  running: Float64Array;
  /** By grid index of lambda: tilted masses of the partial and the full cell with named chips; NaN until asked for. */
  tilted: Float64Array;
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
  /** Where there are too many combinations to keep: the one of the moment. */
  private readonly passing: Conditioned | null;
  private readonly cells = new Float64Array(CELLS);
  private readonly prior = new Float64Array(CELLS);
  private now!: Conditioned;
  private pace = 0;
  /** exp(-lambda chips) of the named entries, by pace and grid index of lambda. */
  private readonly exponentials: (Float64Array | undefined)[][];
  /** Grid index of the tilt that worlds are drawn under, and weights of the named cells under it. */
  private drawn = 0;
  private readonly drawnWeight = new Float64Array(2 * NAMED_SIZE);

  constructor(table: SiteTable, globals: Globals, options: { lambdas: Float64Array; components: number }) {
    this.table = table;
    this.globals = globals;
    this.lambdas = options.lambdas;
    this.evidence = new Float64Array(options.components);
    const origins = new Set(table.shared.map(({ origin }) => FIRST_ORIGIN + origin));
    this.positions = [PACE, ...origins];
    const combinations = this.positions.reduce((all, at) => all * globals.levels[at]!.values.length, 1);
    this.passing = combinations > MOST_KEPT ? this.empty() : null;
    this.exponentials = Array.from(globals.levels[PACE]!.values, () => []);
  }

  /** Sets the globals; `prior` is that of the states, from `statePrior`. */
  condition(point: GlobalPoint, prior: Float64Array): void {
    this.pace = point.level[PACE]!;
    this.prior.set(prior);
    if (this.passing) {
      this.now = this.passing;
      this.weigh(point, this.now);
      return;
    }
    let key = 0;
    for (const position of this.positions) key = key * 16 + point.level[position]!;
    let now = this.kept.get(key);
    if (!now) {
      now = this.empty();
      this.weigh(point, now);
      this.kept.set(key, now);
    }
    this.now = now;
  }

  private empty(): Conditioned {
    return {
      mass: new Float64Array(CELLS),
      weight: new Float64Array(ENTRIES),
      running: new Float64Array(ENTRIES),
      tilted: new Float64Array(2 * this.lambdas.length),
    };
  }

  /** Sums the evidence under each component's tilt, and makes ready to draw under that of component `draws`. */
  set(tilts: Int32Array, draws: number): void {
    const { prior, cells, evidence } = this;
    const { mass, tilted } = this.now;
    let rest = 0;
    for (let s = 0; s < CELLS; s++) {
      if (s !== NAMED_LIT && s !== NAMED_LIT + 1) rest += prior[s]! * mass[s]!;
    }
    const [partial, full] = [prior[NAMED_LIT]!, prior[NAMED_LIT + 1]!];
    for (let c = 0; c < tilts.length; c++) {
      const at = 2 * tilts[c]!;
      if (Number.isNaN(tilted[at]!)) this.tilt(tilts[c]!);
      evidence[c] = rest + (partial * tilted[at]! + full * tilted[at + 1]!);
    }
    this.drawn = tilts[draws]!;
    let sum = 0;
    for (let s = 0; s < CELLS; s++) {
      const named = s - NAMED_LIT;
      const inside = named === 0 || named === 1 ? tilted[2 * this.drawn + named]! : mass[s]!;
      sum += prior[s]! * inside;
      cells[s] = sum;
    }
  }

  private weigh(point: GlobalPoint, into: Conditioned): void {
    const { table } = this;
    const { weight, running, mass, tilted } = into;
    const first = this.pace * ENTRIES;
    weight.set(table.weight.subarray(first, first + ENTRIES));
    for (const { origin, credibility, ratio } of table.shared) {
      const at = FIRST_ORIGIN + origin;
      const rho = credibility * this.globals.levels[at]!.values[point.level[at]!]!;
      mix(weight, ratio.subarray(first, first + ENTRIES), rho);
    }
    for (let s = 0; s < CELLS; s++) {
      const sum = sumUp(weight, running, { from: CELL_STARTS[s]!, size: CELL_SIZES[s]! });
      mass[s] = sum * table.mass[this.pace * CELLS + s]!;
    }
    tilted.fill(Number.NaN);
  }

  /** Sums the two cells with named chips under one tilt. */
  private tilt(index: number): void {
    const { weight, tilted } = this.now;
    const exponential = this.exponentialsAt(index);
    let [partial, full] = [0, 0];
    for (let k = 0; k < NAMED_SIZE; k++) {
      partial += weight[NAMED_START + k]! * exponential[k]!;
      full += weight[NAMED_START + NAMED_SIZE + k]! * exponential[NAMED_SIZE + k]!;
    }
    const at = this.pace * CELLS + NAMED_LIT;
    tilted[2 * index] = partial * this.table.mass[at]!;
    tilted[2 * index + 1] = full * this.table.mass[at + 1]!;
  }

  private exponentialsAt(index: number): Float64Array {
    const known = this.exponentials[this.pace]![index];
    if (known) return known;
    const first = this.pace * ENTRIES + NAMED_START;
    const chips = this.table.accelerators.subarray(first, first + 2 * NAMED_SIZE);
    const made = chips.map((count) => Math.exp(-this.lambdas[index]! * count));
    this.exponentials[this.pace]![index] = made;
    return made;
  }

  /**
   * Draws worlds of the site: the entries of the table that uniforms fall on.
   *
   * @param u uniforms
   * @param out takes an entry for each, from the same position on
   */
  pick(u: Float64Array, out: Int32Array, { from, to }: { from: number; to: number }): void {
    this.runUnderTilt();
    const { cells } = this;
    const { running } = this.now;
    const first = this.pace * ENTRIES;
    const total = cells[CELLS - 1]!;
    for (let i = from; i < to; i++) {
      const target = u[i]! * total;
      let s = 0;
      while (s < CELLS - 1 && cells[s]! <= target) s++;
      const below = s === 0 ? 0 : cells[s - 1]!;
      const share = (target - below) / (cells[s]! - below);
      out[i] = first + search(running, CELL_STARTS[s]!, CELL_SIZES[s]!, share);
    }
  }

  /** Running sums of the named cells under the tilt that is drawn from. */
  private runUnderTilt(): void {
    const { drawnWeight } = this;
    const { weight, running } = this.now;
    const exponential = this.exponentialsAt(this.drawn);
    for (let k = 0; k < drawnWeight.length; k++) drawnWeight[k] = weight[NAMED_START + k]! * exponential[k]!;
    const named = running.subarray(NAMED_START, NAMED_START + 2 * NAMED_SIZE);
    sumUp(drawnWeight, named, { from: 0, size: NAMED_SIZE });
    sumUp(drawnWeight, named, { from: NAMED_SIZE, size: NAMED_SIZE });
  }
}

// Columns are read four at a time before any of the four is written: a write between two reads costs more than both.

/** weight *= rho x ratio + 1 - rho, entry by entry; the length is a multiple of four. */
function mix(weight: Float64Array, ratio: Float64Array, rho: number): void {
  for (let e = 0; e < weight.length; e += 4) {
    const a = rho * ratio[e]! + 1 - rho;
    const b = rho * ratio[e + 1]! + 1 - rho;
    const c = rho * ratio[e + 2]! + 1 - rho;
    const d = rho * ratio[e + 3]! + 1 - rho;
    weight[e]! *= a;
    weight[e + 1]! *= b;
    weight[e + 2]! *= c;
    weight[e + 3]! *= d;
  }
}

/** Running sums of a cell, whose size is a multiple of four; returns the last. */
function sumUp(
  weight: Float64Array,
  running: Float64Array,
  { from, size }: { from: number; size: number },
): number {
  let sum = 0;
  for (let e = from; e < from + size; e += 4) {
    const a = sum + weight[e]!;
    const b = a + weight[e + 1]!;
    const c = b + weight[e + 2]!;
    sum = c + weight[e + 3]!;
    running[e] = a;
    running[e + 1] = b;
    running[e + 2] = c;
    running[e + 3] = sum;
  }
  return sum;
}

/**
 * First entry of a cell whose running sum passes `share` of the last one.
 *
 * @param size a power of two
 */
function search(running: Float64Array, first: number, size: number, share: number): number {
  const target = share * running[first + size - 1]!;
  let at = first;
  for (let step = size >> 1; step > 0; step >>= 1) {
    if (running[at + step - 1]! <= target) at += step;
  }
  return at;
}
