import { requireChip } from '../chips/find.ts';
import { peak } from '../chips/peak.ts';
import type { Columns } from '../installed/columns.ts';
import type { MixColumns } from '../serving/mix-columns.ts';
import { chainDistributions, chainParameters, ratedPower } from '../site/power.ts';
import { itColumns } from '../site/power-chain.ts';
import { stream } from '../stats/random.ts';
import { compileTable, drawColumn } from '../stats/table.ts';
import { kindsAt } from '../supply/availability.ts';
import { hubPue } from './hub-pue.ts';
import type { Plan } from './plan.ts';
import { serviceColumns, type TokenColumns, tokenColumns } from './serving-rates.ts';
import { type RunColumns, runColumns } from './training-rates.ts';

/** What the hub amounts to in every draw. */
export interface HubColumns {
  /** Restricted accelerators running [count]. */
  accelerators: Float64Array;
  /** Accelerators of the substitute routes [count]. */
  legal: Float64Array;
  domestic: Float64Array;
  /** Dense FP16 FLOP/s lit, all routes. */
  compute: Float64Array;
  /** The same by route: named, legal, domestic. */
  byRoute: readonly Float64Array[];
  /** IT load at its peak [MW]. */
  itLoad: Float64Array;
  /** Load at the meter in some draws [MW]. */
  facilityAt(draws: Uint32Array): Float64Array;
  /** Training runs of 90 days in some draws [FLOP]. */
  runsAt(draws: Uint32Array): RunColumns;
  /** Tokens read and written on a day in some draws. */
  tokensAt(draws: Uint32Array): TokenColumns;
  /** IT load of each FLOP/s by route [MW/(FLOP/s)]: for single sites. */
  itPerFlop: readonly [Float64Array, Float64Array, Float64Array];
}

/** One accelerator of a route, a mean over the kinds on offer: dense FP16 FLOP/s and rated server power [W]. */
interface Typical {
  peak: number;
  ratedW: number;
}

/** Turns the hub's compute into accelerators and power, in every draw. */
export function hubColumns(plan: Plan, columns: Columns): HubColumns {
  const typical = typicalAccelerators(plan);
  const routes = columns.compute;
  const legal = divided(routes[1]!, typical[1].peak);
  const domestic = divided(routes[2]!, typical[2].peak);
  const accelerators = [columns.accelerators, legal, domestic];
  const fleet = accelerators.map((kind, route) => ({
    accelerators: kind,
    ratedW: new Float64Array(columns.draws).fill(typical[route]!.ratedW),
  }));
  let mix: MixColumns | undefined;
  const chain = chainColumns(plan, columns);
  const itLoad = new Float64Array(columns.draws);
  itColumns(fleet, chain, itLoad);
  return {
    accelerators: columns.accelerators,
    legal,
    domestic,
    compute: sumOf(routes),
    byRoute: routes,
    itLoad,
    facilityAt: (draws) => hubPue(plan, columns, draws).map((pue, i) => pue * itLoad[draws[i]!]!),
    runsAt: remembering((draws) => runColumns(plan, columns, { accelerators, draws })),
    tokensAt: remembering((draws) => {
      mix ??= serviceColumns(plan, columns);
      return tokenColumns(plan, mix, { accelerators, draws });
    }),
    itPerFlop: [perFlop(chain, typical[0]), perFlop(chain, typical[1]), perFlop(chain, typical[2])],
  };
}

/** Several quantities ask for the columns of the same draws. */
function remembering<T>(make: (draws: Uint32Array) => T): (draws: Uint32Array) => T {
  const known = new WeakMap<Uint32Array, { of: T }>();
  return (draws) => {
    const found = known.get(draws) ?? { of: make(draws) };
    known.set(draws, found);
    return found.of;
  };
}

function sumOf(columns: readonly Float64Array[]): Float64Array {
  const sum = columns[0]!.slice();
  for (const column of columns.slice(1)) for (let d = 0; d < sum.length; d++) sum[d]! += column[d]!;
  return sum;
}

function divided(column: Float64Array, by: number): Float64Array {
  const out = new Float64Array(column.length);
  for (let d = 0; d < out.length; d++) out[d] = column[d]! / by;
  return out;
}

function perFlop(chain: ChainColumns, { ratedW, peak: rate }: Typical): Float64Array {
  const { peakShare, clusterOverhead, diversity } = chain;
  const out = new Float64Array(peakShare.length);
  for (let d = 0; d < out.length; d++) {
    out[d] = (peakShare[d]! * clusterOverhead[d]! * diversity[d]! * ratedW) / rate / 1e6;
  }
  return out;
}

type ChainColumns = Record<Exclude<(typeof chainParameters)[number], 'pue'>, Float64Array>;

function chainColumns(plan: Plan, columns: Columns): ChainColumns {
  const region = plan.dossier.hub.regions[0] ?? 'other';
  const distributions = chainDistributions(plan.world.site, { region });
  const drawn = chainParameters.flatMap((name) => {
    if (name === 'pue') return [];
    const out = new Float64Array(columns.draws);
    drawColumn(compileTable(distributions[name]), stream(plan.seed, `chain/${name}`), columns.from, out);
    return [[name, out] as const];
  });
  return Object.fromEntries(drawn) as ChainColumns;
}

/** One accelerator of each route: the named chip; the mean of the substitutes on offer at the verdict's date. */
export function typicalAccelerators(plan: Plan): readonly [Typical, Typical, Typical] {
  const { world, dossier, asOf } = plan;
  const power = (name: string): number => {
    return ratedPower(world.site, world.catalogue, requireChip(world.catalogue, name)).quantile(0.5);
  };
  const named = dossier.hub.namedChips[0]!;
  const substitutes = (['legal', 'domestic'] as const).map((pool) => {
    const kinds = kindsAt(world.supply, pool, { day: asOf.to, asOf: asOf.to }).flatMap(({ chip, share }) => {
      const rate = peak(chip)?.quantile(0.5);
      return rate === undefined ? [] : [{ share, rate, watts: power(chip.id) }];
    });
    const total = kinds.reduce((sum, { share }) => sum + share, 0);
    if (!(total > 0)) return { peak: plan.compiled.model.sites[0]!.namedPeak, ratedW: power(named) };
    return {
      peak: kinds.reduce((sum, { share, rate }) => sum + share * rate, 0) / total,
      ratedW: kinds.reduce((sum, { share, watts }) => sum + share * watts, 0) / total,
    };
  });
  return [
    { peak: plan.compiled.model.sites[0]!.namedPeak, ratedW: power(named) },
    substitutes[0]!,
    substitutes[1]!,
  ];
}
