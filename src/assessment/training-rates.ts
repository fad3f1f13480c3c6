import { bare } from '../chips/find.ts';
import type { Columns } from '../installed/columns.ts';
import type { KindTraining } from '../serving/workloads.ts';
import { rememberedBy } from '../stats/remembered-by.ts';
import { ascending } from '../stats/sorted-order.ts';
import { drawColumn, drawsAt } from '../stats/table.ts';
import {
  type EvenSites,
  fleetRuns,
  type RunMix,
  runMix,
  type TrainingKind,
  trainingRateColumn,
} from '../training/run-columns.ts';
import { secondsOfDay } from '../units/calendar.ts';
import { claimedAt } from './claimed-at.ts';
import { type Middle, middle90, THINNED } from './draws.ts';
import type { Plan } from './plan.ts';
import { type RouteKinds, routeKinds } from './route-kinds.ts';
import { typicalAccelerators } from './typical-accelerators.ts';

/** How well a kind of chip trains, with where that is written. */
export type TrainingRates = TrainingKind['rates'] & Pick<KindTraining, 'place'>;

/** Training runs of 90 days of a fleet, one value of each for every draw [FLOP]. */
export interface RunColumns {
  /** Of all sites together. */
  hub: Float64Array;
  /** Of the largest single one. */
  site: Float64Array;
  /** Of all accelerators, if they stood at one place. */
  together: Float64Array;
  /** Of as many H20, or Ascend 910B2, as there are accelerators of any kind, at the same sites. */
  ifLegal: Float64Array;
  ifDomestic: Float64Array;
}

const seconds = 90 * secondsOfDay;

/** How well the chips of a hub train DeepSeek-V3, and those that may be there instead. */
export const trainingRates = rememberedBy((plan: Plan): RouteKinds<TrainingRates> => {
  const { machines } = plan.world.training;
  const { chips } = plan.world.workloads.training;
  const known = [...chips].flatMap(([chip, { utilisation, spread, place }]) => {
    const machine = machines.get(bare(chip));
    return machine ? [[chip, { utilisation, spread, place, peak: machine.peak.bf16 }] as const] : [];
  });
  return routeKinds(plan, new Map(known));
});

/** Chips on one route at one record of sites. */
type Stand = EvenSites & { route: 0 | 1 | 2 };

const routes = [0, 1, 2] as const;

/**
 * Turns compute lit, by site and route, into training runs.
 *
 * @param draws of the run, ascending
 */
export function runColumns(plan: Plan, columns: Columns, draws: Uint32Array): RunColumns {
  const typical = typicalAccelerators(plan);
  const { sites } = columns.at(draws);
  const stands = plan.compiled.model.sites.flatMap(({ role }, s): Stand[] => {
    if (role !== 'hub') return [];
    const { compute, lit } = sites[s]!;
    return routes.flatMap((route) => {
      const { peak } = typical[route];
      if (!compute[route].some((rate) => rate > 0)) return [];
      return { route, chips: compute[route].map((rate) => rate / peak), sites: lit[route] };
    });
  });
  const mix = runMix(plan.world.training.run, plan.seed, (table, own) => drawsAt(table, own, columns, draws));
  return runsOf(plan, stands, mix);
}

/** Runs of the claimed fleet, all of it the named chip: at its sites by the share that is claimed of each. */
export const claimedRuns = rememberedBy((plan: Plan): Record<keyof RunColumns, Middle> => {
  const { claimedFleet, sites } = plan.compiled.model;
  const mix = runMix(plan.world.training.run, plan.seed, (table, own) => {
    const out = new Float64Array(THINNED);
    drawColumn(table, own, 0, out);
    return out;
  });
  const hub = sites.filter(({ role }) => role === 'hub');
  const total = hub.reduce((sum, site) => sum + site.count * claimedAt(site), 0);
  const fill = (value: number) => new Float64Array(THINNED).fill(value);
  const stands = hub.map((site): Stand => {
    const chips = (claimedFleet * site.count * claimedAt(site)) / total;
    return { route: 0, chips: fill(chips), sites: fill(site.count) };
  });
  const runs = runsOf(plan, stands, mix);
  const middle = (of: keyof RunColumns) => middle90(ascending(runs[of]));
  return {
    hub: middle('hub'),
    site: middle('site'),
    together: middle('together'),
    ifLegal: middle('ifLegal'),
    ifDomestic: middle('ifDomestic'),
  };
});

function runsOf(plan: Plan, stands: readonly Stand[], mix: RunMix): RunColumns {
  const { routes: kinds, legal, domestic } = trainingRates(plan);
  const rates = kinds.map((some) => trainingRateColumn(some, mix));
  const fleet = stands.map((stand) => ({ ...stand, rate: rates[stand.route]! }));
  const { all, largest, together, counted } = fleetRuns(fleet, mix, seconds);
  const of = (some: typeof legal) => trainingRateColumn(some, mix).map((rate, d) => rate * counted[d]!);
  return { hub: all, site: largest, together, ifLegal: of(legal), ifDomestic: of(domestic) };
}
