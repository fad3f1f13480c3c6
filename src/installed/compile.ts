import type { Catalogue } from '../chips/chip.ts';
import { computePerP } from '../chips/compute-convention.ts';
import { median } from '../chips/figure.ts';
import { requireChip } from '../chips/find.ts';
import type { Claim, Dossier, Evidence, Look, Site } from '../dossier/dossier.ts';
import { log } from '../elementary/logarithm.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { knownBy } from '../sources/date.ts';
import type { PartialDate } from '../sources/source.ts';
import type { Distribution } from '../stats/distribution.ts';
import { lognormal } from '../stats/lognormal.ts';
import { scaled } from '../stats/scaled.ts';
import { distributionOf } from '../stats/spread-distribution.ts';
import { legalShareCurve } from '../supply/availability.ts';
import { poolAt } from '../supply/stock.ts';
import { toSI } from '../units/convert.ts';
import type { Quantity } from '../units/quantity.ts';
import { type CompileContext, middleOf } from './compile-context.ts';
import { exactDays, exactValue } from './exact-value.ts';
import { hubItemOf } from './hub-item.ts';
import type { Knowledge } from './knowledge.ts';
import { lookModels } from './look.ts';
import type { HubModel, SiteModel, SizeClaim, WorldModel } from './model.ts';
import { originsOf } from './origins.ts';
import { siteItemsOf } from './site-item.ts';

export interface CompileOptions {
  asOf: PartialDate;
  /** Items left out, by id. */
  drop: ReadonlySet<string>;
  /** Most named accelerators that the limits of a site permit; null where none is known. */
  permitted(site: Site): Distribution | null;
  world: WorldModel;
  /** Replaces the estimate of the national pool. */
  pool?: Distribution;
  /** Replaces what a site is claimed to have [accelerators], by site id. */
  claimed?: ReadonlyMap<string, Distribution>;
}

/** A dossier as numbers, and what the indices in it stand for. */
export interface CompiledHub {
  model: HubModel;
  /** Evidence used; an item's index in the model is its position here. */
  items: readonly Evidence[];
  /** Sites known by the as-of date; positions as in the model. */
  sites: readonly Site[];
  looks: readonly Look[];
  /** Evidence left out because it was published later. */
  later: readonly Evidence[];
  /** Evidence left out because nothing that says a size was known of its sites by then. */
  unplaced: readonly Evidence[];
}

/**
 * Turns a dossier and what is known of the world into the model of one verdict: only what was published by the as-of
 * date, prices and pools of that date.
 *
 * @throws SandtableError ST-I001 where nothing about the hub was published by then
 */
export function compileHub(dossier: Dossier, knowledge: Knowledge, options: CompileOptions): CompiledHub {
  const { asOf } = options;
  const sites = dossier.sites.filter((site) => sizeClaims(site, asOf).length > 0);
  if (!sites.some((site) => site.role === 'hub')) throw new SandtableError(nothingKnown(dossier, asOf));
  const known = new Set(sites.map((site) => site.id));
  const about = (item: Evidence): boolean => item.about.some((id) => id === 'hub' || known.has(id));
  const published = dossier.evidence.filter((item) => knownBy(item.published, asOf));
  const items = published.filter((item) => about(item) && !options.drop.has(item.id));
  const origins = originsOf(items, sites, knowledge);
  const fleet = claimedFleet(dossier, sites, asOf);
  if (!(fleet > 0)) throw new SandtableError(nothingClaimed(dossier));
  const context: CompileContext = {
    dossier,
    knowledge,
    sites,
    asOf,
    origins,
    namedPeak: namedPeak(dossier, knowledge.catalogue),
    claimedFleet: fleet,
    perP: computePerP(knowledge.catalogue, { asOf: asOf.to }),
    legalShare: substitutes(dossier, knowledge, { from: firstDay(sites, asOf), to: asOf.to, asOf: asOf.to }),
  };
  return {
    items,
    sites,
    looks: dossier.looks.filter((look) => look.about.some((id) => known.has(id))),
    later: dossier.evidence.filter((item) => !knownBy(item.published, asOf)),
    unplaced: published.filter((item) => !about(item)),
    model: {
      day: asOf.to,
      world: options.world,
      sites: sites.map((site, index) => siteModel(site, index, { ...context, items, options })),
      origins: origins.globals,
      hubItems: items.flatMap((item, index) => hubItemOf(item, index, context) ?? []),
      pool: options.pool ?? poolOf(dossier, knowledge, asOf),
      claimedFleet: context.claimedFleet,
      looks: lookModels(dossier.looks, context),
    },
  };
}

function siteModel(
  site: Site,
  index: number,
  context: CompileContext & { items: readonly Evidence[]; options: CompileOptions },
): SiteModel {
  const { knowledge, asOf } = context;
  const parameters = knowledge.parameters;
  const set = context.options.claimed?.get(site.id);
  const claims: SizeClaim[] = set
    ? [{ weight: 1, accelerators: scaled(set, 1 / site.count) }]
    : sizeClaims(site, asOf);
  const due = dueOf(site, asOf) ?? earliest(site, asOf) + exactDays(parameters.get('promise')!.value.neutral);
  return {
    id: site.id,
    role: site.role,
    count: site.count,
    projects: site.projects / site.count,
    start: earliest(site, asOf) - exactDays(parameters.get('early')!.value.neutral),
    claims,
    perP: context.perP,
    namedPeak: context.namedPeak,
    permitted: context.options.permitted(site),
    legalShare: context.legalShare,
    items: context.items.flatMap((item, at) =>
      siteItemsOf(item, at, { ...context, site, index, claims, due }),
    ),
  };
}

/** Last day of the date that the first claim known with one sets; undefined where none does. */
function dueOf({ claims }: Site, asOf: PartialDate): number | undefined {
  return claims.find(({ says, published }) => says.due && knownBy(published, asOf))?.says.due?.to;
}

/** Share of legal chips among substitutes by day; outside China what takes the place of a named chip is another legal one. */
function substitutes(
  { hub }: Dossier,
  { supply }: Knowledge,
  days: { from: number; to: number; asOf: number },
): (day: number) => number {
  const elsewhere = hub.worldRegion !== undefined && hub.worldRegion !== 'china';
  return elsewhere ? () => 1 : legalShareCurve(supply, days);
}

/** A year before the first claim: nothing is lit earlier. */
function firstDay(sites: readonly Site[], asOf: PartialDate): number {
  return Math.min(...sites.map((site) => earliest(site, asOf))) - 365;
}

function earliest(site: Site, asOf: PartialDate): number {
  return Math.min(
    ...site.claims.filter((claim) => knownBy(claim.published, asOf)).map(({ date }) => middleOf(date)),
  );
}

/** Size of one site by the first claim known that states one: what the site is measured against. */
function sizeClaims(site: Site, asOf: PartialDate): SizeClaim[] {
  const claim = site.claims.find(
    (entry) =>
      knownBy(entry.published, asOf) &&
      entry.grade.credibility !== 5 &&
      (entry.says.accelerators ?? entry.says.compute),
  );
  if (!claim) return [];
  const { accelerators, compute } = claim.says;
  if (accelerators) return [{ weight: 1, accelerators: perSite(accelerators, site.count) }];
  return [{ weight: 1, compute: perSite(compute!, site.count * 1e15) }];
}

/** Distribution of a claimed amount for one of `count` sites; a bound is taken for the amount itself. */
function perSite(quantity: Quantity, count: number): Distribution {
  const whole = distributionOf(toSI(quantity), {
    bound: () => distributionOf({ form: 'exact', value: exactValue(quantity) }),
  });
  return scaled(whole, 1 / count);
}

/** So many that no hub runs short: chips that can be bought freely. */
const UNBOUNDED = 1e12;

/** Accelerators of the named class that are in the country and could have reached the hub. */
function poolOf({ hub }: Dossier, { supply }: Knowledge, asOf: PartialDate): Distribution {
  if (hub.pool === undefined) return lognormal(log(UNBOUNDED), 0.01);
  return poolAt(supply, hub.pool, { day: asOf.to, streams: ['smuggled'], measure: 'accelerators' });
}

/** Peak of the named chips, their mean where several are named. */
function namedPeak(dossier: Dossier, catalogue: Catalogue): number {
  const peaks = dossier.hub.namedChips.map((id) => median(requireChip(catalogue, id).peak.fp16!.quantity)!);
  return peaks.reduce((sum, peak) => sum + peak, 0) / peaks.length;
}

/**
 * Accelerators the hub as a whole was claimed to have by a date: its first claim known that says so, else the sum over its
 * sites, a P counting as an accelerator of the named class.
 */
function claimedFleet(dossier: Dossier, sites: readonly Site[], asOf: PartialDate): number {
  const claim = dossier.hub.claims.find(
    ({ says, published }) => says.accelerators && knownBy(published, asOf),
  );
  if (claim) return exactValue(claim.says.accelerators!);
  return sites
    .filter((site) => site.role === 'hub')
    .flatMap(
      (site) =>
        site.claims.find(
          ({ says, published }) => (says.accelerators ?? says.compute) && knownBy(published, asOf),
        ) ?? [],
    )
    .reduce(
      (sum, { says }) =>
        sum + (says.accelerators ? exactValue(says.accelerators) : exactValue(says.compute!) / 1e15),
      0,
    );
}

function nothingClaimed({ id, hub }: Dossier) {
  const fix = say('Write a claim above zero, such as `says: { accelerators: 800 }`.');
  const what = say('The claims of {id} come to no accelerators.', { id });
  return error('ST-I002', what, fix, { place: hub.place });
}

function nothingKnown(dossier: Dossier, asOf: PartialDate) {
  const first = dossier.sites
    .filter((site) => site.role === 'hub')
    .flatMap((site) => site.claims)
    .reduce<Claim | undefined>((a, b) => (a && a.published.to <= b.published.to ? a : b), undefined);
  return error(
    'ST-I001',
    say('Nothing about the sites of {id} had been published by {date}.', { id: dossier.id, date: asOf.text }),
    first
      ? say('Use --as-of {date} or later.', { date: first.published.text })
      : say('Give a site a claim with accelerators or compute.'),
  );
}
