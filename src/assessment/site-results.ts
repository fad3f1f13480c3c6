import type { Columns, Details, SiteColumns } from '../installed/columns.ts';
import type { Posterior } from '../installed/infer.ts';
import { type ByPreset, byPreset, presets } from '../installed/presets.ts';
import { routes, stages } from '../installed/world.ts';
import type { SiteResult } from './assessment.ts';
import { coarser, estimateOf, type Thinned } from './draws.ts';
import type { HubColumns } from './hub-columns.ts';
import type { HubDetails } from './hub-details.ts';
import type { Plan } from './plan.ts';

/** Every site of the dossier known by the as-of date: how far it is, on what, and how much of it. */
export function siteResults(
  plan: Plan,
  from: { posterior: Posterior; hub: HubColumns; prior: Posterior; priorHub: HubColumns; thinned: Thinned },
): SiteResult[] {
  const thinned = coarser(from.thinned);
  const after = selectionOf(from.posterior.columns, from.hub, thinned.posterior);
  const before = selectionOf(from.prior.columns, from.priorHub, thinned.prior);
  const mwPerFlop = hubMwPerFlop(from.hub);
  const [firstBefore, endBefore] = endsOf(before.places[plan.prior]);
  return plan.compiled.sites.map((site, s): SiteResult => {
    const columns = after.sites[s]!;
    const [first, end] = endsOf(after.places[plan.prior]);
    const mean = (column: Uint8Array): number => {
      let sum = 0;
      for (let d = first; d < end; d++) sum += column[d]!;
      return sum / (end - first);
    };
    const model = plan.compiled.model.sites[s]!;
    const claimed = claimedAmounts(model, site.count);
    const stage = columns.stages.map(mean);
    const lit = columns.lit.map(mean);
    const estimate = (
      head: { id: string; en: string; zh: string; unit: string },
      of: (site: SiteColumns, power: Power) => Float64Array,
      claim: number,
    ) => {
      const all = of(columns, after.power);
      return estimateOf(
        {
          id: `${site.id}/${head.id}`,
          label: { en: head.en, zh: head.zh },
          unit: head.unit,
          bases: ['derived', 'judged'],
          claimed: { median: claim, low: claim, high: claim },
          permitted: null,
        },
        {
          posterior: byPreset((preset) => all.subarray(...endsOf(after.places[preset]))),
          prior: of(before.sites[s]!, before.power).subarray(firstBefore, endBefore),
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
      stages: shares(stages, stage),
      routes: shares(routes, lit),
      accelerators: estimate(
        { id: 'accelerators', en: 'named accelerators running', zh: '在运行的所称加速卡', unit: '' },
        (c) => c.accelerators,
        claimed.accelerators,
      ),
      compute: estimate(
        { id: 'compute', en: 'compute lit (dense FP16)', zh: '已点亮算力(稠密FP16)', unit: 'FLOP/s' },
        (c) => sumOf(c.compute),
        claimed.compute,
      ),
      itLoad: estimate(
        { id: 'it-load', en: 'IT load', zh: 'IT负载', unit: 'MW' },
        (c, power) => loadOf(c.compute, power),
        claimed.compute * mwPerFlop,
      ),
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

function claimedAmounts(model: Plan['compiled']['model']['sites'][number], count: number) {
  const claim = model.claims[0]!;
  const each =
    'accelerators' in claim
      ? claim.accelerators.quantile(0.5)
      : (claim.compute.quantile(0.5) * model.perP.quantile(0.5)) / model.namedPeak;
  return { accelerators: each * count, compute: each * count * model.namedPeak };
}

function sumOf([named, legal, domestic]: SiteColumns['compute']): Float64Array {
  return named.map((each, d) => each + legal[d]! + domestic[d]!);
}

function loadOf([named, legal, domestic]: SiteColumns['compute'], power: Power): Float64Array {
  return named.map((each, d) => each * power[0][d]! + legal[d]! * power[1][d]! + domestic[d]! * power[2][d]!);
}

/** IT load of one FLOP/s of the named chip, median [MW/(FLOP/s)]. */
function hubMwPerFlop(hub: HubColumns): number {
  const first = Uint32Array.from({ length: 1024 }, (_, d) => d);
  return hub.at(first).itPerFlop[0].slice().sort()[512]!;
}
