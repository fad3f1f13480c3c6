import type { Posterior } from '../installed/infer.ts';
import { routes, stages } from '../installed/world.ts';
import type { SiteResult } from './assessment.ts';
import { coarser, estimateOf, type Thinned, type ValueAt } from './draws.ts';
import type { HubColumns } from './hub-columns.ts';
import type { Plan } from './plan.ts';

/** Every site of the dossier known by the as-of date: how far it is, on what, and how much of it. */
export function siteResults(
  plan: Plan,
  from: { posterior: Posterior; hub: HubColumns; prior: Posterior; priorHub: HubColumns; thinned: Thinned },
): SiteResult[] {
  const draws = { ...coarser(from.thinned), preset: plan.prior };
  return plan.compiled.sites.map((site, s): SiteResult => {
    const columns = from.posterior.columns.sites[s]!;
    const before = from.prior.columns.sites[s]!;
    const thinned = draws.posterior[plan.prior];
    const mean = (column: Uint8Array): number =>
      thinned.reduce((sum, d) => sum + column[d]!, 0) / thinned.length;
    const model = plan.compiled.model.sites[s]!;
    const claimed = claimedAmounts(model, site.count);
    const stage = columns.stages.map(mean);
    const lit = columns.lit.map(mean);
    const estimate = (
      head: { id: string; en: string; zh: string; unit: string },
      of: (site: typeof columns, hub: HubColumns) => ValueAt,
      claim: number,
    ) =>
      estimateOf(
        {
          id: `${site.id}/${head.id}`,
          label: { en: head.en, zh: head.zh },
          unit: head.unit,
          bases: ['derived', 'judged'],
          claimed: { median: claim, low: claim, high: claim },
          permitted: null,
        },
        { posterior: of(columns, from.hub), prior: of(before, from.priorHub) },
        draws,
      );
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
        (c) => (d) => c.accelerators[d]!,
        claimed.accelerators,
      ),
      compute: estimate(
        { id: 'compute', en: 'compute lit (dense FP16)', zh: '已点亮算力(稠密FP16)', unit: 'FLOP/s' },
        (c) => sumOf(c.compute),
        claimed.compute,
      ),
      itLoad: estimate(
        { id: 'it-load', en: 'IT load', zh: 'IT负载', unit: 'MW' },
        (c, hub) => loadOf(c.compute, hub),
        claimed.compute * hubMwPerFlop(from.hub),
      ),
      evidence: plan.compiled.items.filter((item) => item.about.includes(site.id)).map(({ id }) => id),
    };
  });
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

function sumOf([named, legal, domestic]: readonly Float64Array[]): ValueAt {
  return (d) => named![d]! + legal![d]! + domestic![d]!;
}

function loadOf(compute: readonly Float64Array[], { itPerFlop }: HubColumns): ValueAt {
  return (d) =>
    compute[0]![d]! * itPerFlop[0][d]! +
    compute[1]![d]! * itPerFlop[1][d]! +
    compute[2]![d]! * itPerFlop[2][d]!;
}

/** IT load of one FLOP/s of the named chip, median [MW/(FLOP/s)]. */
function hubMwPerFlop(hub: HubColumns): number {
  return Float64Array.from(hub.itPerFlop[0].subarray(0, 1024)).sort()[512]!;
}
