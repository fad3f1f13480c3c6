import { exp } from '../elementary/exponential.ts';
import { CELL_SIZES, CELL_STARTS, ENTRIES, NAMED_LIT } from './cell-layout.ts';
import type { SiteTable } from './site-table.ts';
import { states } from './world.ts';

const CELLS = states.length;

/**
 * Mean number of restricted accelerators at the hub's sites under any tilt, each site by its own evidence alone: quick
 * enough to search for a tilt at every point of the globals.
 */
export class TiltChoice {
  private readonly tables: readonly SiteTable[];
  private readonly lambdas: Float64Array;
  /** By pace and tilt, made when first asked for: the sums of every site. */
  private readonly sums: (Float64Array | undefined)[];
  private readonly rest: Float64Array;
  private readonly named: Float64Array;
  private readonly means: Float64Array;
  private pace = 0;

  constructor(tables: readonly SiteTable[], lambdas: Float64Array, paces: number) {
    this.tables = tables.filter(({ site }) => site.role === 'hub');
    this.lambdas = lambdas;
    this.sums = new Array<undefined>(paces * lambdas.length);
    this.rest = new Float64Array(this.tables.length);
    this.named = new Float64Array(2 * this.tables.length);
    this.means = new Float64Array(lambdas.length);
  }

  /** Sets the pace and the prior of the states. */
  set(prior: Float64Array, pace: number): void {
    this.pace = pace;
    this.means.fill(-1);
    for (let i = 0; i < this.tables.length; i++) {
      const { mass } = this.tables[i]!;
      let rest = 0;
      for (let s = 0; s < CELLS; s++) {
        const cell = prior[s]! * mass[pace * CELLS + s]!;
        const full = s - NAMED_LIT;
        if (full === 0 || full === 1) this.named[2 * i + full] = cell;
        else rest += cell;
      }
      this.rest[i] = rest;
    }
  }

  /** Mean total under the tilt of a grid index. */
  mean(tilt: number): number {
    if (this.means[tilt]! >= 0) return this.means[tilt]!;
    const sums = this.sumsUnder(tilt);
    let total = 0;
    for (let i = 0; i < this.tables.length; i++) {
      const partial = this.named[2 * i]!;
      const full = this.named[2 * i + 1]!;
      const at = SUMS * i;
      const mass = partial * sums[at]! + full * sums[at + 1]!;
      const chips = partial * sums[at + 2]! + full * sums[at + 3]!;
      total += (this.tables[i]!.site.count * chips) / (this.rest[i]! + mass);
    }
    this.means[tilt] = total;
    return total;
  }

  private sumsUnder(tilt: number): Float64Array {
    const at = this.pace * this.lambdas.length + tilt;
    const known = this.sums[at];
    if (known) return known;
    const made = new Float64Array(SUMS * this.tables.length);
    for (let i = 0; i < this.tables.length; i++) {
      addTilted(this.tables[i]!, this.pace * ENTRIES, this.lambdas[tilt]!, made.subarray(SUMS * i));
    }
    this.sums[at] = made;
    return made;
  }
}

/** Sums of weight x exp(-lambda chips) over the partial cell with named chips and over the full one, and the same x chips. */
const SUMS = 4;

function addTilted(
  { weight, accelerators }: SiteTable,
  first: number,
  lambda: number,
  sums: Float64Array,
): void {
  for (let full = 0; full < 2; full++) {
    const from = first + CELL_STARTS[NAMED_LIT + full]!;
    let mass = 0;
    let moment = 0;
    for (let e = from; e < from + CELL_SIZES[NAMED_LIT]!; e++) {
      const chips = accelerators[e]!;
      const tilted = chips > 0 ? weight[e]! * exp(-lambda * chips) : weight[e]!;
      mass += tilted;
      moment += tilted * chips;
    }
    sums[full] = mass;
    sums[2 + full] = moment;
  }
}
