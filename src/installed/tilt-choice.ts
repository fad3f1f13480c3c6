import { CELL_SIZES, CELL_STARTS, ENTRIES, NAMED_LIT, type SiteTable } from './site-table.ts';
import { states } from './world.ts';

const CELLS = states.length;

/**
 * Mean number of restricted accelerators at the hub's sites under any tilt, each site by its own evidence alone: quick
 * enough to search for a tilt at every point of the globals.
 */
export class TiltChoice {
  private readonly tables: readonly SiteTable[];
  private readonly grid: number;
  /** By site, pace, tilt and fill class: sums of weight x exp(-lambda chips), and the same x chips. */
  private readonly mass: readonly Float64Array[];
  private readonly moment: readonly Float64Array[];
  private readonly rest: Float64Array;
  private readonly named: Float64Array;
  private readonly means: Float64Array;
  private pace = 0;

  constructor(tables: readonly SiteTable[], lambdas: Float64Array, paces: number) {
    this.tables = tables.filter(({ site }) => site.role === 'hub');
    this.grid = lambdas.length;
    const sums = this.tables.map((table) => tiltedSums(table, lambdas, paces));
    this.mass = sums.map(({ mass }) => mass);
    this.moment = sums.map(({ moment }) => moment);
    this.rest = new Float64Array(this.tables.length);
    this.named = new Float64Array(2 * this.tables.length);
    this.means = new Float64Array(this.grid);
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
    let total = 0;
    const at = 2 * (this.pace * this.grid + tilt);
    for (let i = 0; i < this.tables.length; i++) {
      const [partial, full] = [this.named[2 * i]!, this.named[2 * i + 1]!];
      const mass = partial * this.mass[i]![at]! + full * this.mass[i]![at + 1]!;
      const chips = partial * this.moment[i]![at]! + full * this.moment[i]![at + 1]!;
      total += (this.tables[i]!.site.count * chips) / (this.rest[i]! + mass);
    }
    this.means[tilt] = total;
    return total;
  }
}

/** Sums of weight x exp(-lambda chips), and of chips times it, by pace, tilt and partial or full cell with named chips. */
function tiltedSums(table: SiteTable, lambdas: Float64Array, paces: number) {
  const sums = {
    mass: new Float64Array(2 * paces * lambdas.length),
    moment: new Float64Array(2 * paces * lambdas.length),
  };
  for (let pace = 0; pace < paces; pace++) {
    for (let full = 0; full < 2; full++) {
      const first = pace * ENTRIES + CELL_STARTS[NAMED_LIT + full]!;
      for (let l = 0; l < lambdas.length; l++) {
        addTilted(table, { first, lambda: lambdas[l]!, at: 2 * (pace * lambdas.length + l) + full }, sums);
      }
    }
  }
  return sums;
}

function addTilted(
  { weight, accelerators }: SiteTable,
  { first, lambda, at }: { first: number; lambda: number; at: number },
  { mass, moment }: { mass: Float64Array; moment: Float64Array },
): void {
  const end = first + CELL_SIZES[NAMED_LIT]!;
  let sum = 0;
  let chips = 0;
  for (let e = first; e < end; e++) {
    const tilted = weight[e]! * Math.exp(-lambda * accelerators[e]!);
    sum += tilted;
    chips += tilted * accelerators[e]!;
  }
  mass[at] = sum;
  moment[at] = chips;
}
