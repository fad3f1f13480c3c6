import type { Columns, Details, SiteColumns } from '../installed/columns.ts';
import type { Posterior } from '../installed/infer.ts';
import type { SiteModel } from '../installed/model.ts';
import { type ByPreset, byPreset, presets } from '../installed/presets.ts';
import { routes, stages } from '../installed/world.ts';
import { ascending } from '../stats/sorted-order.ts';
import type { SiteResult } from './assessment.ts';
import { coarser, estimateOf, type Middle, middle90, type Thinned } from './draws.ts';
import type { HubColumns } from './hub-columns.ts';
import type { HubDetails } from './hub-details.ts';
import type { Plan } from './plan.ts';

/** Figures of a site, with how each is read off its columns. */
const figures = {
  accelerators: {
    ...{ id: 'accelerators', en: 'named accelerators running', zh: '在运行的所称加速卡', unit: '' },
    of: (site: SiteColumns) => site.accelerators,
  },
  compute: {
    ...{ id: 'compute', en: 'compute lit (dense FP16)', zh: '已点亮算力（稠密FP16）', unit: 'FLOP/s' },
    of: (site: SiteColumns) => sumOf(site.compute),
  },
  itLoad: {
    ...{ id: 'it-load', en: 'IT load', zh: 'IT负载', unit: 'MW' },
    of: (site: SiteColumns, power: Power) => loadOf(site.compute, power),
  },
};

type Figure = keyof typeof figures;
const names = Object.keys(figures) as Figure[];

/** What a run without evidence says of each figure of each site, in the order of the sites. */
export type SitesBefore = readonly Readonly<Record<Figure, Middle>>[];

/** What the run without evidence says of the sites, under the chosen prior: the same in every what-if. */
export function sitesBefore(
  plan: Plan,
  from: { prior: Posterior; priorHub: HubColumns; thinned: Pick<Thinned, 'prior'> },
): SitesBefore {
  const draws = coarser(from.thinned.prior[plan.prior]);
  const { sites } = from.prior.columns.at(draws);
  const power = from.priorHub.at(draws).itPerFlop;
  return plan.compiled.sites.map((_, s) => {
    const middles = names.map((name) => [name, middle90(ascending(figures[name].of(sites[s]!, power)))]);
    return Object.fromEntries(middles) as SitesBefore[number];
  });
}

/**
 * Every site of the dossier known by the as-of date: how far it is, on what, and how much of it.
 *
 * @param before from `sitesBefore`, where the caller keeps it
 */
export function siteResults(
  plan: Plan,
  from: { posterior: Posterior; hub: HubColumns; prior: Posterior; priorHub: HubColumns; thinned: Thinned },
  before = sitesBefore(plan, from),
): SiteResult[] {
  const after = selectionOf(
    from.posterior.columns,
    from.hub,
    byPreset((preset) => coarser(from.thinned.posterior[preset])),
  );
  const mwPerFlop = hubMwPerFlop(from.hub);
  return plan.compiled.sites.map((site, s): SiteResult => {
    const columns = after.sites[s]!;
    const [first, end] = endsOf(after.places[plan.prior]);
    const mean = (column: Uint8Array): number => {
      let sum = 0;
      for (let d = first; d < end; d++) sum += column[d]!;
      return sum / (end - first);
    };
    const claimed = claimedAmounts(plan.compiled.model.sites[s]!, site.count, mwPerFlop);
    const estimate = (name: Figure) => {
      const { id, en, zh, unit, of } = figures[name];
      const all = of(columns, after.power);
      return estimateOf(
        {
          id: `${site.id}/${id}`,
          label: { en, zh },
          unit,
          bases: ['derived', 'judged'],
          claimed: { median: claimed[name], low: claimed[name], high: claimed[name] },
          permitted: null,
        },
        {
          posterior: byPreset((preset) => all.subarray(...endsOf(after.places[preset]))),
          prior: before[s]![name],
        },
        plan.prior,
      );
    };
    return {
      id: site.id,
      name: site.name,
      role: site.role,
      region: site.region,
      count: site.count,
      projects: site.projects,
      place: site.location
        ? {
            latitude: site.location.latitude,
            longitude: site.location.longitude,
            precision: site.location.precision,
          }
        : null,
      stages: shares(stages, columns.stages.map(mean)),
      routes: shares(routes, columns.lit.map(mean)),
      accelerators: estimate('accelerators'),
      compute: estimate('compute'),
      itLoad: estimate('itLoad'),
      evidence: plan.compiled.items.filter((item) => item.about.includes(site.id)).map(({ id }) => id),
    };
  });
}

/** IT load of each FLOP/s by route [MW/(FLOP/s)]. */
type Power = HubDetails['itPerFlop'];

/** The sites at the draws of all presets, one preset after the other, and where each preset's draws are among them. */
interface Selection {
  sites: Details['sites'];
  power: Power;
  places: ByPreset<Uint32Array>;
}

function selectionOf(columns: Columns, hub: HubColumns, draws: ByPreset<Uint32Array>): Selection {
  const all = new Uint32Array(presets.reduce((sum, preset) => sum + draws[preset].length, 0));
  let from = 0;
  const places = byPreset((preset) => {
    const first = from;
    all.set(draws[preset], first);
    from += draws[preset].length;
    return draws[preset].map((_, i) => first + i);
  });
  return { sites: columns.at(all).sites, power: hub.at(all).itPerFlop, places };
}

/** First and one past the last of places that follow each other. */
function endsOf(places: Uint32Array): [first: number, end: number] {
  return [places[0]!, places[0]! + places.length];
}

function shares<K extends string>(keys: readonly K[], values: readonly number[]): Record<K, number> {
  const total = values.reduce((sum, value) => sum + value, 0);
  return Object.fromEntries(keys.map((key, i) => [key, total > 0 ? values[i]! / total : 0])) as Record<
    K,
    number
  >;
}

function claimedAmounts(model: SiteModel, count: number, mwPerFlop: number): Record<Figure, number> {
  const claim = model.claims[0]!;
  const each =
    'accelerators' in claim
      ? claim.accelerators.quantile(0.5)
      : (claim.compute.quantile(0.5) * model.perP.quantile(0.5)) / model.namedPeak;
  const compute = each * count * model.namedPeak;
  return { accelerators: each * count, compute, itLoad: compute * mwPerFlop };
}

function sumOf([named, legal, domestic]: SiteColumns['compute']): Float64Array {
  const sum = new Float64Array(named.length);
  for (let d = 0; d < sum.length; d++) sum[d] = named[d]! + legal[d]! + domestic[d]!;
  return sum;
}

function loadOf([named, legal, domestic]: SiteColumns['compute'], power: Power): Float64Array {
  const [ofNamed, ofLegal, ofDomestic] = power;
  const load = new Float64Array(named.length);
  for (let d = 0; d < load.length; d++) {
    load[d] = named[d]! * ofNamed[d]! + legal[d]! * ofLegal[d]! + domestic[d]! * ofDomestic[d]!;
  }
  return load;
}

/** Draws that tell the median of what hardly differs between sites; one array, so that its details are kept. */
const FIRST = Uint32Array.from({ length: 1024 }, (_, d) => d);

/** IT load of one FLOP/s of the named chip, median [MW/(FLOP/s)]. */
function hubMwPerFlop(hub: HubColumns): number {
  return ascending(hub.at(FIRST).itPerFlop[0])[512]!;
}
