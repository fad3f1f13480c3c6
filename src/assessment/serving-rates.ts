import { findChip } from '../chips/find.ts';
import { chipDayColumn, type MixColumns, mixColumns } from '../serving/mix-columns.ts';
import type { KindRates } from '../serving/workloads.ts';
import { rememberedBy } from '../stats/remembered-by.ts';
import { ascending } from '../stats/sorted-order.ts';
import { kindsAt } from '../supply/availability.ts';
import { type Middle, middle90 } from './draws.ts';
import type { Plan } from './plan.ts';
import { substitutes } from './training-rates.ts';

/** A kind of chip that a route may hold, with its share of what serves. */
export interface ServingKind {
  chip: string;
  share: number;
  rates: KindRates;
}

/** The kinds that stand for each route: the named chip, and what is on offer of substitutes. */
export interface ServingRates {
  routes: readonly [readonly ServingKind[], readonly ServingKind[], readonly ServingKind[]];
  /** The substitutes that a fleet of one kind would be of. */
  legal: readonly ServingKind[];
  domestic: readonly ServingKind[];
  /** What is on offer and has no rates, for too little is published of it; the others stand for it. */
  left: { legal: readonly Left[]; domestic: readonly Left[] };
  /** Tokens of one chip and day, before any evidence: of the named chip, and of each substitute. */
  chipDay: { named: Middle; legal: Middle; domestic: Middle };
}

type Left = Pick<ServingKind, 'chip' | 'share'>;

/** Draws by which the tokens of one chip are told: as many as tell those of the hub. */
const CHIP_DRAWS = 8192;

/** How the chips of a hub serve, and those that may be there instead. */
export const servingRates = rememberedBy(computedRates);

function computedRates(plan: Plan): ServingRates {
  const { dossier, world, asOf, seed } = plan;
  const {
    service,
    rates: { chips },
  } = world.workloads;
  const kinds = (shares: readonly { chip: string; share: number }[]): ServingKind[] => {
    const found = shares.flatMap(({ chip, share }) => {
      const rates = chips.get(chip);
      return rates ? [{ chip, share, rates }] : [];
    });
    const total = found.reduce((sum, { share }) => sum + share, 0);
    return found.map((one) => ({ ...one, share: one.share / total }));
  };
  const one = (chip: string) => kinds([{ chip, share: 1 }]);
  const on = (pool: 'legal' | 'domestic') =>
    kindsAt(world.supply, pool, { day: asOf.to, asOf: asOf.to }).map(({ chip, share }) => ({
      chip: chip.id,
      share,
    }));
  const offered = (pool: 'legal' | 'domestic') => {
    const found = kinds(on(pool));
    return found.length > 0 ? found : one(substitutes[pool]);
  };
  const left = (pool: 'legal' | 'domestic') => on(pool).filter(({ chip }) => !chips.has(chip));
  const named = findChip(world.catalogue, dossier.hub.namedChips[0]!)!.id;
  const mix = mixColumns(service, { seed, draws: CHIP_DRAWS });
  const of = (some: readonly ServingKind[]) => middle90(ascending(chipDayColumn(some, mix)));
  const [legal, domestic] = [one(substitutes.legal), one(substitutes.domestic)];
  return {
    routes: [one(named), offered('legal'), offered('domestic')],
    legal,
    domestic,
    left: { legal: left('legal'), domestic: left('domestic') },
    chipDay: { named: of(one(named)), legal: of(legal), domestic: of(domestic) },
  };
}

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
