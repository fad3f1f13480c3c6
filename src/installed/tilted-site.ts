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
import { ENTRIES, NAMED_LIT, type SiteTable } from './site-table.ts';
import { LIT, NAMED, states } from './world.ts';

const CELLS = states.length;

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

/** What a global origin says about a site: product over its items of their mixed ratios, by level of its reliability. */
interface OriginFactor {
  /** Position among the levels. */
  position: number;
  /** By pace, level and run. */
  byPace: readonly (readonly Float64Array[])[];
}

/** Entries of one pace under one tilt. */
interface Tilted {
  /** Running sums of the weights within each run of entries alike. */
  running: Float64Array;
  /** Cuts the sum of each run into as many equal parts as it has entries: the entry at which each part begins. */
  guide: Uint16Array;
  /** Sum of the weights of each run. */
  sums: Float64Array;
}

/**
 * One site under given globals and tilt: how probable each cell is, and where its particles lie. Shared items see whole
 * runs of entries alike, so what the globals change is one factor a run; sums within runs are made once.
 */
export class TiltedSite {
  readonly table: SiteTable;
  /** Evidence of the site under each component's tilt: sum over cells. */
  readonly evidence: Float64Array;
  private readonly lambdas: Float64Array;
  private readonly origins: readonly OriginFactor[];
  /** By pace and grid index of lambda, made when first asked for; the last of a pace is without a tilt. */
  private readonly tilted: (Tilted | undefined)[][];
  /** Product over origins, by run. */
  private readonly factor: Float64Array;
  /** Mass of each cell, prior aside; those with named chips untilted. */
  private readonly mass = new Float64Array(CELLS);
  /** Running sums of prior x mass under the tilt that is drawn from. */
  private readonly cells = new Float64Array(CELLS);
  private readonly prior = new Float64Array(CELLS);
  private pace = 0;
  /** Grid index of the tilt that worlds are drawn under. */
  private drawn = 0;

  constructor(table: SiteTable, globals: Globals, options: { lambdas: Float64Array; components: number }) {
    this.table = table;
    this.lambdas = options.lambdas;
    this.evidence = new Float64Array(options.components);
    this.origins = originFactors(table, globals);
    this.tilted = table.alike.map(() => []);
    this.factor = new Float64Array(Math.max(...table.alike.map(({ starts }) => starts.length)));
  }

  /** Sets the globals; `prior` is that of the states, from `statePrior`. */
  condition({ level }: GlobalPoint, prior: Float64Array): void {
    const pace = level[PACE]!;
    this.pace = pace;
    this.prior.set(prior);
    const { factor, mass, table } = this;
    const { cells } = table.alike[pace]!;
    const { sums } = this.under(this.lambdas.length);
    const runs = sums.length;
    for (let r = 0; r < runs; r++) factor[r] = 1;
    for (const { position, byPace } of this.origins) {
      const each = byPace[pace]![level[position]!]!;
      for (let r = 0; r < runs; r++) factor[r]! *= each[r]!;
    }
    for (let s = 0; s < CELLS; s++) {
      let sum = 0;
      for (let r = cells[s]!; r < cells[s + 1]!; r++) sum += factor[r]! * sums[r]!;
      mass[s] = sum * table.mass[pace * CELLS + s]!;
    }
  }

  /** Sums the evidence under each component's tilt, and makes ready to draw under that of component `draws`. */
  set(tilts: Int32Array, draws: number): void {
    const { prior, cells, evidence, mass } = this;
    let rest = 0;
    for (let s = 0; s < CELLS; s++) {
      if (s !== NAMED_LIT && s !== NAMED_LIT + 1) rest += prior[s]! * mass[s]!;
    }
    const partial = prior[NAMED_LIT]!;
    const full = prior[NAMED_LIT + 1]!;
    for (let c = 0; c < tilts.length; c++) {
      // Components often share a tilt.
      if (c > 0 && tilts[c] === tilts[c - 1]) evidence[c] = evidence[c - 1]!;
      else evidence[c] = rest + partial * this.named(0, tilts[c]!) + full * this.named(1, tilts[c]!);
    }
    this.drawn = tilts[draws]!;
    let sum = 0;
    for (let s = 0; s < CELLS; s++) {
      const which = s - NAMED_LIT;
      sum += prior[s]! * (which === 0 || which === 1 ? this.named(which, this.drawn) : mass[s]!);
      cells[s] = sum;
    }
  }

  /** Mass of the partial or the full cell with named chips under a tilt, prior aside. */
  private named(full: number, tilt: number): number {
    const { factor, table, pace } = this;
    const { cells } = table.alike[pace]!;
    const { sums } = this.under(tilt);
    const s = NAMED_LIT + full;
    let sum = 0;
    for (let r = cells[s]!; r < cells[s + 1]!; r++) sum += factor[r]! * sums[r]!;
    return sum * table.mass[pace * CELLS + s]!;
  }

  /** Sums of the present pace under a tilt; tilts change the cells with named chips alone. */
  private under(tilt: number): Tilted {
    const { pace } = this;
    const known = this.tilted[pace]![tilt];
    if (known) return known;
    const made =
      tilt === this.lambdas.length
        ? summed(this.table, pace, { lambda: 0, from: 0, to: CELLS })
        : summed(this.table, pace, { lambda: this.lambdas[tilt]!, from: NAMED_LIT, to: NAMED_LIT + 2 });
    this.tilted[pace]![tilt] = made;
    return made;
  }

  /**
   * Draws worlds of the site systematically: the entries of the table on which (j + u) / n of the probability falls, for
   * j from 0 to n - 1, n the length of `out`.
   *
   * @param u uniform on (0, 1)
   * @param out takes the entries, ascending
   */
  pick(u: number, out: Uint16Array): void {
    const { cells, factor, table, pace } = this;
    const { starts, cells: runsOf } = table.alike[pace]!;
    const total = cells[CELLS - 1]!;
    const step = total / out.length;
    const first = pace * ENTRIES;
    let j = 0;
    for (let s = 0; j < out.length; s++) {
      // Rounding must not push the last strata past the last cell that holds anything.
      const end = cells[s]! === total ? Infinity : cells[s]!;
      if (!((j + u) * step < end)) continue;
      const below = s === 0 ? 0 : cells[s - 1]!;
      const isNamed = s === NAMED_LIT || s === NAMED_LIT + 1;
      const { running, guide, sums } = this.under(isNamed ? this.drawn : this.lambdas.length);
      let r = runsOf[s]!;
      let last = r;
      let weight = 0;
      for (let run = r; run < runsOf[s + 1]!; run++) {
        if (!(factor[run]! * sums[run]! > 0)) continue;
        weight += factor[run]! * sums[run]!;
        last = run;
      }
      const scale = weight / (cells[s]! - below);
      let before = 0;
      for (; j < out.length && (j + u) * step < end; j++) {
        const target = ((j + u) * step - below) * scale;
        while (r < last && before + factor[r]! * sums[r]! <= target) {
          before += factor[r]! * sums[r]!;
          r++;
        }
        const within = (target - before) / factor[r]!;
        const from = starts[r]!;
        const length = starts[r + 1]! - from;
        let e = guide[from + Math.min(length - 1, Math.floor((within / sums[r]!) * length))]!;
        while (e < from + length - 1 && running[e]! <= within) e++;
        out[j] = first + e;
      }
    }
  }
}

/** Sums of weight x exp(-lambda chips) over the runs of some cells of a pace. */
function summed(
  table: SiteTable,
  pace: number,
  { lambda, from, to }: { lambda: number; from: number; to: number },
): Tilted {
  const { starts, cells } = table.alike[pace]!;
  const running = new Float64Array(ENTRIES);
  const guide = new Uint16Array(ENTRIES);
  const sums = new Float64Array(starts.length - 1);
  const first = pace * ENTRIES;
  const weight = table.weight.subarray(first, first + ENTRIES);
  const tilted = lambda === 0 ? weight : tiltedWeight(weight, table.accelerators.subarray(first), lambda);
  for (let r = cells[from]!; r < cells[to]!; r++) {
    const range = { from: starts[r]!, to: starts[r + 1]! };
    sums[r] = runUp(tilted, running, range);
    cut(running, guide, range);
  }
  return { running, guide, sums };
}

function tiltedWeight(weight: Float64Array, chips: Float64Array, lambda: number): Float64Array {
  const tilted = new Float64Array(weight.length);
  for (let e = 0; e < tilted.length; e++) {
    if (chips[e]! > 0) tilted[e] = weight[e]! * Math.exp(-lambda * chips[e]!);
    else tilted[e] = weight[e]!;
  }
  return tilted;
}

/** Writes the running sums of a range; returns the last. */
function runUp(
  weight: Float64Array,
  running: Float64Array,
  { from, to }: { from: number; to: number },
): number {
  let sum = 0;
  for (let e = from; e < to; e++) {
    sum += weight[e]!;
    running[e] = sum;
  }
  return sum;
}

/** Writes the guide of a range: part p begins at the first entry whose running sum passes p / length of the whole. */
function cut(running: Float64Array, guide: Uint16Array, { from, to }: { from: number; to: number }): void {
  const part = running[to - 1]! / (to - from);
  let e = from;
  for (let p = from; p < to; p++) {
    while (e < to - 1 && running[e]! <= (p - from) * part) e++;
    guide[p] = e;
  }
}

/** Items of one origin share its reliability, so their product depends on one level. */
function originFactors(table: SiteTable, globals: Globals): OriginFactor[] {
  const origins = [...new Set(table.shared.map(({ origin }) => origin))];
  return origins.map((origin) => {
    const position = FIRST_ORIGIN + origin;
    const items = table.shared.filter((item) => item.origin === origin);
    const levels = [...globals.levels[position]!.values];
    const byPace = table.alike.map(({ starts }, pace) =>
      levels.map((reliability) => {
        const factor = new Float64Array(starts.length - 1);
        for (let r = 0; r < factor.length; r++) {
          const entry = pace * ENTRIES + starts[r]!;
          factor[r] = items.reduce((product, { credibility, ratio }) => {
            const rho = credibility * reliability;
            return product * (rho * ratio[entry]! + 1 - rho);
          }, 1);
        }
        return factor;
      }),
    );
    return { position, byPace };
  });
}
