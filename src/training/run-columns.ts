import { figureColumns } from '../chips/figure-columns.ts';
import { exp } from '../elementary/exponential.ts';
import { normal } from '../stats/normal.ts';
import { type Stream, stream } from '../stats/random.ts';
import { compileTable, type Table } from '../stats/table.ts';
import { goodputShare, nodesOf } from './goodput.ts';
import type { RunNumbers } from './parse.ts';

/** Numbers of a run that a draw has one value of each. */
export const runParameters = ['nodeLife', 'recovery', 'stall', 'maintenance', 'rareMeetings'] as const;
export type RunParameter = (typeof runParameters)[number];

/** Draws of what stops runs and of what being apart costs them, and of how far the rates of the training model are off. */
export interface RunMix extends Readonly<Record<RunParameter, Float64Array>> {
  /** Standard normal: rates are off by a factor exp(spread x error), the same way for all kinds, which share the model. */
  error: Float64Array;
}

const standard = compileTable(normal(0, 1));

/**
 * Draws the numbers of a run from addressed streams, each by its name.
 *
 * @param column draws of a table from a stream
 */
export function runMix(
  numbers: RunNumbers,
  seed: number,
  column: (table: Table, stream: Stream) => Float64Array,
): RunMix {
  const own = (name: string) => stream(seed, `training/${name}`);
  const drawn = figureColumns(numbers, runParameters, (table, name) => column(table, own(name)));
  const { maintenance, rareMeetings } = drawn;
  for (let d = 0; d < maintenance.length; d++) {
    if (maintenance[d]! > 1) maintenance[d] = 1;
    // Sites apart never need fewer tokens than one place.
    if (rareMeetings[d]! < 1) rareMeetings[d] = 1;
  }
  return { ...drawn, error: column(standard, own('rate')) };
}

/** A kind of chip of a fleet: its share by number, and how well one of it trains. */
export interface TrainingKind {
  share: number;
  rates: {
    /** Dense BF16 [FLOP/s]. */
    peak: number;
    /** Share of the peak, attention counted as causal. */
    utilisation: number;
    /** Standard deviation of the logarithm of the rate. */
    spread: number;
  };
}

/** Rate at which one chip trains, a mean over kinds, in every draw [FLOP/s]: sum of share x peak x utilisation x exp(spread x error). */
export function trainingRateColumn(kinds: readonly TrainingKind[], { error }: RunMix): Float64Array {
  const out = new Float64Array(error.length);
  for (const { share, rates } of kinds) {
    const middle = share * rates.peak * rates.utilisation;
    for (let d = 0; d < out.length; d++) out[d]! += middle * exp(rates.spread * error[d]!);
  }
  return out;
}

/** Sites that are as large as each other and of one kind. */
export interface EvenSites {
  /** Chips of all of them, in every draw. */
  chips: Float64Array;
  /** How many they are, in every draw. */
  sites: ArrayLike<number>;
}

/** What a fleet trains in a run, in every draw [FLOP]. */
export interface FleetRuns {
  /** All sites, which need more tokens where they are several, or the largest alone where that is more. */
  all: Float64Array;
  /** The largest site alone. */
  largest: Float64Array;
  /** All chips, if they stood at one place. */
  together: Float64Array;
  /** Chip-seconds that count in a run of all sites: what it would be if each chip trained at 1 FLOP/s. */
  counted: Float64Array;
}

/**
 * Runs of a fleet at some sites; a failure stops the job of its own site alone.
 *
 * @param fleet sites, and the rate of one of their chips while its job runs, in every draw [FLOP/s]
 * @param seconds of the run
 */
export function fleetRuns(
  fleet: readonly (EvenSites & { rate: Float64Array })[],
  mix: RunMix,
  seconds: number,
): FleetRuns {
  const sum = new RunSum(mix.error.length);
  for (const sites of fleet) sum.add(sites, mix);
  return sum.runs(mix, seconds);
}

/** Sites added up; methods of their own are compiled soon. */
class RunSum {
  private readonly places: Float64Array;
  private readonly chips: Float64Array;
  private readonly rate: Float64Array;
  /** What counts of the rates and of the chips: of all, and of the site where it is most. */
  private readonly all: Float64Array;
  private readonly largest: Float64Array;
  private readonly counted: Float64Array;
  private readonly most: Float64Array;

  constructor(draws: number) {
    const empty = () => new Float64Array(draws);
    [this.places, this.chips, this.rate] = [empty(), empty(), empty()];
    [this.all, this.largest, this.counted, this.most] = [empty(), empty(), empty(), empty()];
  }

  add({ chips, sites, rate }: EvenSites & { rate: Float64Array }, mix: RunMix): void {
    const { all, largest, counted, most } = this;
    for (let d = 0; d < chips.length; d++) {
      const count = chips[d]!;
      if (count === 0) continue;
      const here = Math.max(1, sites[d]!);
      const counts = count * shareAt(mix, count / here, d);
      const done = counts * rate[d]!;
      this.places[d]! += here;
      this.chips[d]! += count;
      this.rate[d]! += count * rate[d]!;
      counted[d]! += counts;
      all[d]! += done;
      if (counts > most[d]! * here) most[d] = counts / here;
      if (done > largest[d]! * here) largest[d] = done / here;
    }
  }

  runs(mix: RunMix, seconds: number): FleetRuns {
    const { all, largest, counted, most, rate: together } = this;
    for (let d = 0; d < all.length; d++) {
      const apart = this.places[d]! > 1 ? mix.rareMeetings[d]! : 1;
      largest[d]! *= seconds;
      all[d] = Math.max((all[d]! * seconds) / apart, largest[d]!);
      counted[d] = seconds * Math.max(counted[d]! / apart, most[d]!);
      together[d]! *= seconds * shareAt(mix, this.chips[d]!, d);
    }
    return { all, largest, together, counted };
  }
}

function shareAt(mix: RunMix, chips: number, d: number): number {
  return goodputShare({
    nodes: nodesOf(chips),
    nodeLife: mix.nodeLife[d]!,
    recovery: mix.recovery[d]!,
    stall: mix.stall[d]!,
    maintenance: mix.maintenance[d]!,
  });
}
