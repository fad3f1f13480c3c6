import { requireChip } from '../chips/find.ts';
import { peak } from '../chips/peak.ts';
import type { Columns } from '../installed/columns.ts';
import { chainDistributions, chainParameters, ratedPower } from '../site/power.ts';
import { powerColumns } from '../site/power-chain.ts';
import { stream } from '../stats/random.ts';
import { compileTable, drawColumn } from '../stats/table.ts';
import { kindsAt } from '../supply/availability.ts';
import type { Plan } from './plan.ts';
import { type RunColumns, runColumns, trainingRates } from './training-rates.ts';

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
  /** Load at the meter [MW]. */
  facility: Float64Array;
  /** Training runs of 90 days [FLOP]. */
  runs: RunColumns;
  /** IT load of each FLOP/s by route [MW/(FLOP/s)]: for single sites. */
  itPerFlop: readonly [Float64Array, Float64Array, Float64Array];
}

/** One accelerator of a route, a mean over the kinds on offer: dense FP16 FLOP/s and rated server power [W]. */
interface Typical {
  peak: number;
  ratedW: number;
}

/** Adds up the hub's sites in every draw and turns compute into accelerators and power. */
export function hubColumns(plan: Plan, columns: Columns): HubColumns {
  const typical = typicalAccelerators(plan);
  const hubSites = plan.compiled.model.sites.flatMap(({ role }, s) =>
    role === 'hub' ? [columns.sites[s]!] : [],
  );
  const routes = [0, 1, 2].map((route) => {
    const sum = new Float64Array(columns.draws);
    for (const site of hubSites) {
      const column = site.compute[route]!;
      for (let d = 0; d < sum.length; d++) sum[d]! += column[d]!;
    }
    return sum;
  });
  const legal = divided(routes[1]!, typical[1].peak);
  const domestic = divided(routes[2]!, typical[2].peak);
  const fleet = [columns.accelerators, legal, domestic].map((accelerators, route) => ({
    accelerators,
    ratedW: new Float64Array(columns.draws).fill(typical[route]!.ratedW),
  }));
  const chain = chainColumns(plan, columns);
  const out = { itMw: new Float64Array(columns.draws), facilityMw: new Float64Array(columns.draws) };
  powerColumns(fleet, chain, out);
  return {
    accelerators: columns.accelerators,
    legal,
    domestic,
    compute: sumOf(routes),
    byRoute: routes,
    itLoad: out.itMw,
    facility: out.facilityMw,
    runs: runColumns(plan, columns, {
      rates: trainingRates(plan),
      accelerators: [columns.accelerators, legal, domestic],
    }),
    itPerFlop: [perFlop(chain, typical[0]), perFlop(chain, typical[1]), perFlop(chain, typical[2])],
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

type ChainColumns = Record<(typeof chainParameters)[number], Float64Array>;

function chainColumns(plan: Plan, columns: Columns): ChainColumns {
  const region = plan.dossier.hub.regions[0] ?? 'other';
  const distributions = chainDistributions(plan.world.site, { region });
  const drawn = chainParameters.map((name) => {
    const out = new Float64Array(columns.draws);
    drawColumn(compileTable(distributions[name]), stream(plan.seed, `chain/${name}`), columns.from, out);
    return [name, out] as const;
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
