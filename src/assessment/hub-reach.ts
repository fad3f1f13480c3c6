import { requireChip } from '../chips/find.ts';
import type { Site } from '../dossier/dossier.ts';
import type { Posterior } from '../installed/infer.ts';
import {
  chipDayColumn,
  type MixColumns,
  type MixParameter,
  mixColumnsAt,
  mixParameters,
} from '../serving/mix-columns.ts';
import { type People, peopleOf, type Rests, type Span, spanOf } from '../serving/people.ts';
import { type Reach, reachOf } from '../serving/reach.ts';
import { tokenCost } from '../serving/token-cost.ts';
import type { Grounds } from '../site/grounds.ts';
import type { Localised } from '../sources/source.ts';
import { claimedAt } from './claimed-at.ts';
import { thinnedDraws } from './draws.ts';
import { hubColumns } from './hub-columns.ts';
import type { Plan } from './plan.ts';
import { plainMix, type ServingKind, servingRates } from './serving-rates.ts';

/** Fleets that tokens are told of: the claim, what is inferred, and as many chips of one substitute. */
export const fleets = ['claimed', 'inferred', 'h20', 'ascend'] as const;
export type Fleet = (typeof fleets)[number];

/** What one fleet serves, and whom. */
export interface FleetReach {
  fleet: Fleet;
  /** Tokens a day, read and written; and of these, written. */
  tokens: Span;
  written: Span;
  people: People;
}

/** A number of a service that tokens a day rest on, beside the speed of chips. */
export interface Assumed extends Span, Rests {
  of: MixParameter;
}

/** A million tokens on one kind of chip at the hub. */
export interface KindCost {
  chip: string;
  name: string;
  /** Tokens of one chip and day. */
  chipDay: Span;
  /** CNY; null where nobody quoted a price. */
  money: Span | null;
  /** kWh at the meter. */
  energy: Span;
}

/** Whom a hub could serve, what that costs, and how far away they are. */
export interface HubReach {
  run: string;
  hub: { id: string; name: Localised };
  asOf: string;
  model: { id: string; name: string };
  /** Seconds between two tokens of one user. */
  pace: number;
  fleets: readonly FleetReach[];
  assumed: readonly Assumed[];
  costs: readonly KindCost[];
  /** The site that distances are taken from: the one of which most is claimed. */
  from: { id: string; name: Localised } | null;
  cities: readonly Reach[];
}

/** Ascend chips of today beside the one that domestic fleets are reckoned in. */
const alsoPriced = ['ascend-910c'];

/** Whom the hub could serve: tokens of four fleets, people, money and energy, and the time that light takes. */
export function hubReach(plan: Plan, posterior: Posterior, grounds: Grounds): HubReach {
  const { world, dossier, seed } = plan;
  const draws = thinnedDraws(posterior)[plan.prior];
  const hub = hubColumns(plan, posterior.columns);
  const mix = mixColumnsAt(world.workloads.service, { seed, column: posterior.columns, draws });
  const plain = plainMix(plan);
  const inferred = hub.at(draws).tokens;
  const { claimedFleet } = plan.compiled.model;
  const tokens: Record<Fleet, Float64Array> = {
    claimed: chipDayColumn(servingRates(plan).routes[0], plain).map((one) => one * claimedFleet),
    inferred: inferred.hub,
    h20: inferred.ifLegal,
    ascend: inferred.ifDomestic,
  };
  const from = largestClaim(plan);
  return {
    run: plan.id,
    hub: { id: dossier.id, name: dossier.hub.name },
    asOf: plan.asOf.text,
    model: { id: world.workloads.rates.model, name: world.workloads.rates.name },
    pace: world.workloads.rates.pace,
    fleets: fleets.map((fleet) =>
      fleetReach(fleet, tokens[fleet], { plan, mix: fleet === 'claimed' ? plain : mix }),
    ),
    assumed: mixParameters.map((of) => {
      const { basis, sources } = world.workloads.service[of].citation;
      return { of, ...spanOf(plain[of]), basis, sources };
    }),
    costs: kindCosts(plan, { mix: plain, grounds }),
    from: from && { id: from.id, name: from.name },
    cities: from?.location ? reachOf(from.location, world.workloads, { seed }) : [],
  };
}

function fleetReach(
  fleet: Fleet,
  tokens: Float64Array,
  { plan, mix }: { plan: Plan; mix: MixColumns },
): FleetReach {
  const { workloads, sources } = plan.world;
  return {
    fleet,
    tokens: spanOf(tokens),
    written: spanOf(tokens.map((one, i) => one / (1 + mix.readPerWritten[i]!))),
    people: peopleOf(tokens, { workloads, mix }, { seed: plan.seed, day: plan.asOf.to, sources }),
  };
}

function kindCosts(plan: Plan, { mix, grounds }: { mix: MixColumns; grounds: Grounds }): KindCost[] {
  const { world, dossier, seed, asOf } = plan;
  const { routes, legal, domestic } = servingRates(plan);
  const { chips } = world.workloads.rates;
  const more = alsoPriced.flatMap((chip) => {
    const rates = chips.get(chip);
    return rates ? [{ chip, share: 1, rates }] : [];
  });
  return [...routes[0], ...legal, ...domestic, ...more].map((kind: ServingKind) => {
    const day = chipDayColumn([kind], mix);
    const chip = requireChip(world.catalogue, kind.chip);
    const region = dossier.hub.regions[0] ?? 'other';
    // Chips out of service and hours below the busiest draw what idle servers do.
    const use = mix.inService.map((share, i) => share / mix.peakOverMean[i]!);
    const cost = tokenCost({ tokens: day, use }, { chip, region, day: asOf.to, seed }, { grounds, ...world });
    const money = spanOf(cost.money);
    return {
      chip: chip.id,
      name: chip.name,
      chipDay: spanOf(day),
      money: Number.isNaN(money.median) ? null : money,
      energy: spanOf(cost.energy),
    };
  });
}

/** The site of the hub with a known place of which most is claimed. */
function largestClaim({ compiled }: Plan): Site | null {
  const placed = compiled.sites
    .map((site, i) => ({ site, claimed: claimedAt(compiled.model.sites[i]!) }))
    .filter(({ site }) => site.role === 'hub' && site.location !== undefined)
    .sort((a, b) => b.claimed - a.claimed);
  return placed[0]?.site ?? null;
}
