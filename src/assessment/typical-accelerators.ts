import { requireChip } from '../chips/find.ts';
import { peak } from '../chips/peak.ts';
import type { ByRoute } from '../installed/columns.ts';
import { ratedPower } from '../site/power.ts';
import { rememberedBy } from '../stats/remembered-by.ts';
import { kindsAt } from '../supply/availability.ts';
import type { Plan } from './plan.ts';

/** One accelerator of a route, a mean over the kinds on offer: dense FP16 FLOP/s and rated server power [W]. */
export interface Typical {
  peak: number;
  ratedW: number;
}

/** One accelerator of each route: the named chip; the mean of the substitutes on offer at the verdict's date. */
export const typicalAccelerators = rememberedBy(computed);

function computed(plan: Plan): ByRoute<Typical> {
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
