import type { Claim } from '../dossier/dossier.ts';
import type { SiteColumns } from '../installed/columns.ts';
import type { Posterior } from '../installed/infer.ts';
import { ascending } from '../stats/sorted-order.ts';
import { isRounding, weightedCorrelation, weightedVariance } from '../stats/weighted-mean.ts';
import { percentFigure } from '../units/percent.ts';
import type { Assessment, Estimate, SiteResult } from './assessment.ts';
import { columnAt, middle90, thinnedDraws } from './draws.ts';
import { type HubColumns, hubColumns } from './hub-columns.ts';
import type { Plan } from './plan.ts';
import { valuesOf } from './quantities.ts';
import type { Trace } from './trace.ts';
import { typicalAccelerators } from './typical-accelerators.ts';
import { itemTraces, type MovedBy } from './why-evidence.ts';
import { sitePueTrace } from './why-inputs.ts';
import { routesZh } from './why-words.ts';

/**
 * Hub sites with what the quantity is there, its share of the spread of the total, claim, and evidence.
 *
 * @param from `moved`: what the items did to the question that they are shown for; null where claims and items of the sites
 * stand elsewhere in the tree
 */
export function siteTraces(
  plan: Plan,
  posterior: Posterior,
  from: { assessment: Assessment; of: Estimate; moved: MovedBy | null },
): Trace[] {
  const { assessment, of, moved } = from;
  const hub = hubColumns(plan, posterior.columns);
  const draws = thinnedDraws(posterior)[plan.prior];
  const total = valuesOf(plan, posterior, of.id)(hub, draws);
  const spread = Math.sqrt(weightedVariance(total));
  const { sites } = posterior.columns.at(draws);
  // The draws that the figures of single sites are read at, so that both say the same.
  const coarse = Uint32Array.from(draws.keys()).filter((i) => i % 4 === 0);
  return plan.compiled.sites.flatMap((site, s) => {
    if (site.role !== 'hub') return [];
    const result = assessment.sites.find((entry) => entry.id === site.id)!;
    const valueAt = atSite(of.id, { plan, hub, draws, total, columns: sites[s]! });
    const own = total.map((_, i) => valueAt(i));
    const deviation = Math.sqrt(weightedVariance(own));
    const moves = spread > 0 && !isRounding(deviation, own);
    const share = moves ? (weightedCorrelation(own, total) * deviation) / spread : 0;
    const value = middle90(ascending(columnAt(own, coarse)));
    return [{ ...siteTrace(plan, { result, share, moved, id: of.id }), value, unit: of.unit }];
  });
}

/** Value of a figure by position among the draws. */
type ValueAt = (i: number) => number;

/** What a quantity of the hub comes to at one site, by position among the draws: over all sites it adds up to the hub's. */
function atSite(
  id: string,
  {
    plan,
    hub,
    draws,
    total,
    columns,
  }: { plan: Plan; hub: HubColumns; draws: Uint32Array; total: Float64Array; columns: SiteColumns },
): ValueAt {
  const [named, legal, domestic] = columns.compute;
  const { itLoad: hubLoad, itPerFlop } = hub.at(draws);
  const [itNamed, itLegal, itDomestic] = itPerFlop;
  const typical = typicalAccelerators(plan);
  const itLoad: ValueAt = (d) =>
    named[d]! * itNamed[d]! + legal[d]! * itLegal[d]! + domestic[d]! * itDomestic[d]!;
  switch (id) {
    case 'accelerators':
      return (d) => columns.accelerators[d]!;
    case 'legal':
      return (d) => legal[d]! / typical[1].peak;
    case 'domestic':
      return (d) => domestic[d]! / typical[2].peak;
    case 'it-load':
      return itLoad;
    case 'facility-load':
      return (i) => (hubLoad[i]! > 0 ? (itLoad(i) * total[i]!) / hubLoad[i]! : 0);
    default:
      return (d) => named[d]! + legal[d]! + domestic[d]!;
  }
}

function siteTrace(
  plan: Plan,
  of: { result: SiteResult; share: number; moved: MovedBy | null; id: string },
): Omit<Trace, 'value'> {
  const { result, share, moved, id } = of;
  const site = plan.dossier.sites.find((one) => one.id === result.id)!;
  const claim = site.claims.find(({ says }) => says.accelerators ?? says.compute);
  return {
    label: `${result.name.en}, ${percentFigure(Math.max(0, share))} % of the spread`,
    zh: { label: `${result.name.zh ?? result.name.en}，占离散的${percentFigure(Math.max(0, share))}%` },
    basis: 'derived',
    place: site.place,
    children: [
      ...(claim && moved ? [claimTrace(claim, site.id)] : []),
      {
        ...{ label: 'lit by the date', value: `${percentFigure(result.stages.lit)} %`, basis: 'derived' },
        zh: { label: '截至该日期已点亮', value: `${percentFigure(result.stages.lit)}%` },
        children: [],
      },
      routeTrace(result, id),
      ...(id === 'facility-load' ? [sitePueTrace(plan, site)] : []),
      ...(moved ? itemTraces(plan, aboutSite(moved, site.id)) : []),
    ],
  };
}

const aboutSite = ({ question, items }: MovedBy, site: string): MovedBy => ({
  question,
  items: items.filter(({ about }) => about.includes(site)),
});

const routeLabels = {
  named: 'on the named chip',
  legal: 'on legal substitutes',
  domestic: 'on domestic chips',
} as const;

const kinds = ['named', 'legal', 'domestic'] as const;
const routeAt = (route: (typeof kinds)[number]) => kinds.indexOf(route);

/** The route that the quantity counts, where it is lit; all three where it counts any. */
function routeTrace({ routes }: SiteResult, id: string): Trace {
  const one = id === 'accelerators' ? 'named' : id === 'legal' || id === 'domestic' ? id : null;
  if (one) {
    const label = `${routeLabels[one]}, where lit`;
    const zh = { label: `点亮处运行${routesZh[routeAt(one)]}`, value: `${percentFigure(routes[one])}%` };
    return { label, value: `${percentFigure(routes[one])} %`, zh, basis: 'derived', children: [] };
  }
  const shares = kinds.map((route) => `${percentFigure(routes[route])} % ${routeLabels[route]}`);
  const sharesZh = kinds.map((route) => `${routesZh[routeAt(route)]}${percentFigure(routes[route])}%`);
  const zh = { label: '点亮处运行什么', value: sharesZh.join('，') };
  return { label: 'what runs, where lit', value: shares.join(', '), zh, basis: 'derived', children: [] };
}

function claimTrace(claim: Claim, site: string): Trace {
  const said = claim.says.accelerators ?? claim.says.compute!;
  return {
    label: `${claim.basis} by ${claim.by.en}`,
    zh: { label: `${claim.basis === 'derived' ? '推算者' : '宣称者'}：${claim.by.zh ?? claim.by.en}` },
    value: said.text,
    basis: claim.basis,
    source: claim.source,
    place: claim.place,
    ...(claim.says.accelerators && { set: `sites.${site}.accelerators` }),
    children: [],
  };
}
