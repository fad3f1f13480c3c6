import { chipDayColumn, type MixColumns, mixColumns } from '../serving/mix-columns.ts';
import type { KindRates } from '../serving/workloads.ts';
import { rememberedBy } from '../stats/remembered-by.ts';
import { ascending } from '../stats/sorted-order.ts';
import { type Middle, middle90, THINNED } from './draws.ts';
import type { Plan } from './plan.ts';
import { type RouteKind, type RouteKinds, routeKinds } from './route-kinds.ts';

export type ServingKind = RouteKind<KindRates>;

/** The kinds that serve on each route, and what one chip serves before any evidence. */
export interface ServingRates extends RouteKinds<KindRates> {
  /** Tokens of one chip and day: of the named chip, and of each substitute. */
  chipDay: { named: Middle; legal: Middle; domestic: Middle };
}

/** What a service is asked for, in draws that no evidence weighs. */
export const plainMix = rememberedBy(({ world, seed }: Plan): MixColumns => {
  return mixColumns(world.workloads.service, { seed, draws: THINNED });
});

/** How the chips of a hub serve, and those that may be there instead. */
export const servingRates = rememberedBy((plan: Plan): ServingRates => {
  const kinds = routeKinds(plan, plan.world.workloads.rates.chips);
  const of = (some: readonly ServingKind[]) => middle90(ascending(chipDayColumn(some, plainMix(plan))));
  return {
    ...kinds,
    chipDay: { named: of(kinds.routes[0]), legal: of(kinds.legal), domestic: of(kinds.domestic) },
  };
});

/** Tokens read and written on a day, in some draws. */
export interface TokenColumns {
  hub: Float64Array;
  /** If as many H20, or Ascend 910B2, stood in the place of accelerators of any kind. */
  ifLegal: Float64Array;
  ifDomestic: Float64Array;
  /** One accelerator of each route, of which `hub` is the sum. */
  each: readonly [Float64Array, Float64Array, Float64Array];
}

/**
 * Turns accelerators into tokens a day, draw by draw.
 *
 * @param accelerators by route: named, legal, domestic
 */
export function tokenColumns(
  plan: Plan,
  mix: MixColumns,
  accelerators: readonly Float64Array[],
): TokenColumns {
  const rates = servingRates(plan);
  const each = rates.routes.map((kinds) => chipDayColumn(kinds, mix)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const legal = chipDayColumn(rates.legal, mix);
  const domestic = chipDayColumn(rates.domestic, mix);
  const hub = new Float64Array(mix.error.length);
  for (let i = 0; i < hub.length; i++) {
    let all = 0;
    for (let route = 0; route < each.length; route++) {
      const chips = accelerators[route]![i]!;
      all += chips;
      hub[i]! += chips * each[route]![i]!;
    }
    legal[i]! *= all;
    domestic[i]! *= all;
  }
  return { hub, ifLegal: legal, ifDomestic: domestic, each };
}
