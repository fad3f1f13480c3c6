import { readings } from '../chips/compute-convention.ts';
import { requireChip } from '../chips/find.ts';
import { pricePerDenseP } from '../chips/price.ts';
import type { Evidence, Limit, Site } from '../dossier/dossier.ts';
import { permitted } from '../site/permitted.ts';
import { facilityPower } from '../site/power.ts';
import { kindsAt } from '../supply/availability.ts';
import { secondsOfYear } from '../units/calendar.ts';
import { parseQuantity } from '../units/parse.ts';
import type { Quantity } from '../units/quantity.ts';
import { type CompileContext, middleOf } from './compile-context.ts';
import { exactValue, statedValue } from './exact-value.ts';
import type { AmountKind, Kind } from './kinds.ts';
import type { SiteItem, SizeClaim } from './model.ts';
import {
  observeAmount,
  observeBudget,
  observeFinding,
  observeOrder,
  observeProspect,
  type SiteObservation,
} from './observation.ts';
import { reliabilityOf } from './reliability.ts';

export interface SiteContext extends CompileContext {
  site: Site;
  index: number;
  claims: readonly SizeClaim[];
  /** Day the site is due to be in service. */
  due: number;
}

/** The observation that an item makes of one site: none, or one. */
export function siteItemsOf(item: Evidence, at: number, context: SiteContext): SiteItem[] {
  const kind = context.knowledge.kinds.get(item.kind)!;
  const observation = speaksOf(item, kind, context) ? observe(item, kind, context) : null;
  if (!observation) return [];
  const { reliability, credibility } = reliabilityOf(item.grade, context.knowledge.grades);
  const origin = kind.model === 'order' ? -1 : context.origins.globalIndex(item.origin);
  const local = kind.model === 'order' ? -1 - at : context.origins.localIndex(item.origin);
  return [{ item: at, origin, local, reliability, credibility, observation }];
}

function speaksOf(item: Evidence, kind: Kind, { site }: SiteContext): boolean {
  if (kind.model === 'order')
    return item.about.includes(site.id) || (item.about.includes('hub') && site.role === 'hub');
  return item.about.includes(site.id);
}

function observe(item: Evidence, kind: Kind, context: SiteContext): SiteObservation | null {
  const day = middleOf(item.date);
  switch (kind.model) {
    case 'finding':
      return observeFinding(kind, item.finding!, day);
    case 'prospect':
      if (kind.sinceClaim && day <= claimedOn(context.site)) return null;
      if (kind.unlessBarred && isBarred(context)) return null;
      return observeProspect(kind, item.finding!, context.due);
    case 'amount':
      return observeAmount(kind, statedAmount(item, kind), {
        day,
        each: amountPerP(kind, context),
        claimed: claimedCompute(context) * amountPerP(kind, context),
      });
    case 'budget':
      return observeBudget(kind, budgetPerP(item), {
        costPerP: costPerP(item, day, context),
        readings: readings(context.knowledge.catalogue, { asOf: context.asOf.to }),
      });
    case 'order':
      return observeOrder(kind, day);
    default:
      return null;
  }
}

/** Whether the prior of the hub already counts with a chip that may not be sent there. */
function isBarred({ dossier: { hub } }: SiteContext): boolean {
  return hub.controlledChip && hub.worldRegion === 'china';
}

/** Middle of the date of a site's first claim. */
function claimedOn({ claims }: Site): number {
  return Math.min(...claims.map(({ date }) => middleOf(date)));
}

/** An amount as the model counts it: P, accelerators, MW, fans, m3 a year, m2. */
function statedAmount({ observed }: Evidence, kind: AmountKind): number {
  const value = statedValue(observed!);
  if (kind.of === 'compute') return value / 1e15;
  if (kind.of === 'power') return value / 1e6;
  return kind.of === 'water' && observed!.unit.dimension.time === -1 ? value * secondsOfYear : value;
}

/** What one lit P amounts to; all but compute as if the named class ran, about one accelerator a P. */
function amountPerP({ of }: AmountKind, context: SiteContext): number {
  switch (of) {
    case 'compute':
      return 1;
    case 'accelerators':
      return chipsPerP(context);
    case 'power':
      return facilityMwPerP(context);
    case 'fans':
      return chipsPerP(context) / chipsPerUnit({ kind: 'fans', amount: one('1') }, context);
    case 'water':
      return chipsPerP(context) / chipsPerUnit({ kind: 'water', amount: one('1 m3') }, context);
    case 'area':
      return chipsPerP(context) / chipsPerUnit({ kind: 'floor-area', amount: one('1 m2') }, context);
  }
}

const one = (text: string): Quantity => parseQuantity(text);

/** Accelerators of the named kind that one unit of what bounds a site lets in. */
function chipsPerUnit(limit: Pick<Limit, 'kind' | 'amount'>, context: SiteContext): number {
  const { knowledge, dossier, site, asOf } = context;
  const { site: model, catalogue } = knowledge;
  const chip = requireChip(catalogue, dossier.hub.namedChips[0]!);
  const at = { region: site.region, location: site.location };
  return permitted(limit, chip, { site: model, catalogue, day: asOf.to, ...at })!.quantile(0.5);
}

function chipsPerP({ namedPeak }: SiteContext): number {
  return 1e15 / namedPeak;
}

/** Power at the meter of one P of the named chip [MW/P]. */
function facilityMwPerP(context: SiteContext): number {
  const { knowledge, dossier, site } = context;
  const chip = requireChip(knowledge.catalogue, dossier.hub.namedChips[0]!);
  const at = { region: site.region, location: site.location };
  const watts = facilityPower(knowledge.site, knowledge.catalogue, { chip, ...at }).quantile(0.5);
  return (watts * chipsPerP(context)) / 1e6;
}

/** Claimed compute of the site [P]. */
function claimedCompute({ claims, namedPeak }: SiteContext): number {
  const claim = claims[0]!;
  if ('compute' in claim) return claim.compute.quantile(0.5);
  return (claim.accelerators.quantile(0.5) * namedPeak) / 1e15;
}

/** A budget in CNY for one P as stated. */
function budgetPerP(item: Evidence): number {
  return exactValue(item.observed!) / (exactValue(item.per!) / 1e15);
}

/** Hardware cost of one dense P on each route on a day [CNY/P]: the named chip on the grey market, substitutes as offered. */
function costPerP(item: Evidence, day: number, context: SiteContext): number[] {
  const { knowledge, dossier, asOf } = context;
  const priced = (chip: string, channel: 'official' | 'grey') =>
    pricePerDenseP(knowledge.catalogue, chip, { day, channel, asOf: asOf.to })?.quantile(0.5);
  const named = dossier.hub.namedChips.flatMap(
    (chip) => priced(chip, 'grey') ?? priced(chip, 'official') ?? [],
  );
  const substitutes = (['legal', 'domestic'] as const).map((pool) => {
    const kinds = kindsAt(knowledge.supply, pool, { day, asOf: asOf.to });
    const costs = kinds.flatMap(({ chip, share }) => {
      const cost = priced(chip.id, 'official') ?? priced(chip.id, 'grey');
      return cost === undefined ? [] : [{ cost, share }];
    });
    const total = costs.reduce((sum, { share }) => sum + share, 0);
    return total > 0 ? costs.reduce((sum, { cost, share }) => sum + (cost * share) / total, 0) : NaN;
  });
  const all = [named[0] ?? NaN, ...substitutes];
  const known = all.filter((cost) => !Number.isNaN(cost));
  if (known.length === 0) throw new TypeError(`no price for ${item.id}`);
  const fallback = known.reduce((sum, cost) => sum + cost, 0) / known.length;
  return all.map((cost) => (Number.isNaN(cost) ? fallback : cost));
}
