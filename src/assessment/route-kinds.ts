import { findChip } from '../chips/find.ts';
import type { ByRoute } from '../installed/columns.ts';
import { kindsAt } from '../supply/availability.ts';
import type { Plan } from './plan.ts';

/** A kind of chip that a route may hold, with its share by number and how well it does. */
export interface RouteKind<R> {
  chip: string;
  share: number;
  rates: R;
}

export type Left = Pick<RouteKind<unknown>, 'chip' | 'share'>;

/** The kinds that stand for each route: the named chip, and what is on offer of substitutes. */
export interface RouteKinds<R> {
  routes: ByRoute<readonly RouteKind<R>[]>;
  /** The substitutes that a fleet of one kind would be of. */
  legal: readonly RouteKind<R>[];
  domestic: readonly RouteKind<R>[];
  /** What is on offer and has no rates, for too little is published of it; the others stand for it. */
  left: { legal: readonly Left[]; domestic: readonly Left[] };
}

/** Substitutes that stand for their routes: what was sold to China with permission, and the most common domestic chip. */
export const substitutes = { legal: 'h20', domestic: 'ascend-910b2' } as const;

/**
 * Kinds of chips of each route that something is known of.
 *
 * @param rates what is known, by id of the chip
 */
export function routeKinds<R>({ dossier, world, asOf }: Plan, rates: ReadonlyMap<string, R>): RouteKinds<R> {
  const known = (shares: readonly Left[]): RouteKind<R>[] => {
    const found = shares.flatMap(({ chip, share }) => {
      const own = rates.get(chip);
      return own ? [{ chip, share, rates: own }] : [];
    });
    const total = found.reduce((sum, { share }) => sum + share, 0);
    return found.map((one) => ({ ...one, share: one.share / total }));
  };
  const one = (chip: string) => known([{ chip, share: 1 }]);
  const offered = (['legal', 'domestic'] as const).map((pool) => {
    const on = kindsAt(world.supply, pool, { day: asOf.to, asOf: asOf.to }).map(({ chip, share }) => ({
      chip: chip.id,
      share,
    }));
    const found = known(on);
    return {
      kinds: found.length > 0 ? found : one(substitutes[pool]),
      left: on.filter(({ chip }) => !rates.has(chip)),
    };
  });
  const [legal, domestic] = [offered[0]!, offered[1]!];
  const named = findChip(world.catalogue, dossier.hub.namedChips[0]!)!.id;
  return {
    routes: [one(named), legal.kinds, domestic.kinds],
    legal: one(substitutes.legal),
    domestic: one(substitutes.domestic),
    left: { legal: legal.left, domestic: domestic.left },
  };
}
