import type { Posterior } from '../installed/infer.ts';
import { byPreset, presets } from '../installed/presets.ts';
import { chainDistributions } from '../site/power.ts';
import { powerChain } from '../site/power-chain.ts';
import type { Basis, Localised } from '../sources/source.ts';
import { ascending } from '../stats/sorted-order.ts';
import type { Estimate } from './assessment.ts';
import { columnAt, estimateOf, middle90, placesIn, type Thinned, union } from './draws.ts';
import type { HubColumns } from './hub-columns.ts';
import { claimedPue } from './hub-pue.ts';
import type { Plan } from './plan.ts';
import { poolHeld } from './pool-held.ts';
import { withSpans } from './run-spans.ts';
import { servingRates, type TokenColumns } from './serving-rates.ts';
import { claimedRuns, type RunColumns } from './training-rates.ts';
import { typicalAccelerators } from './typical-accelerators.ts';

type Amount = { median: number; low: number; high: number } | null;

/** A quantity of the hub: its column, and what the claim amounts to in it. */
export interface Quantity {
  id: string;
  label: Localised;
  unit: string;
  bases: readonly Basis[];
  /** Its values in some draws. */
  values: (hub: HubColumns, draws: Uint32Array) => Float64Array;
  /** Of the load at the meter: PUE in some draws. */
  pue?: (hub: HubColumns, draws: Uint32Array) => Float64Array;
  claimed: Amount;
  permitted: Amount;
}

/** The hub's quantities, the headline first. */
export function quantitiesOf(
  plan: Plan,
  from: { posterior: Posterior; hub: HubColumns; priorHub: HubColumns; thinned: Thinned },
): Estimate[] {
  const { posterior, prior } = from.thinned;
  // What is read off for the draws of any prior is read off once.
  const either = union(presets.map((preset) => posterior[preset]));
  const places = byPreset((preset) => placesIn(either, posterior[preset]));
  return listOf(plan, from.posterior).map(({ values, pue, ...head }) => {
    const all = values(from.hub, either);
    const ratio = pue && columnAt(pue(from.hub, either), places[plan.prior]);
    const estimate = estimateOf(
      head,
      {
        posterior: byPreset((preset) => columnAt(all, places[preset])),
        // Before the evidence, only the chosen prior is shown.
        prior: middle90(ascending(values(from.priorHub, prior[plan.prior]))),
      },
      plan.prior,
    );
    return withSpans({ ...estimate, ...(ratio && { pue: middle90(ascending(ratio)) }) });
  });
}

/** How one of the hub's quantities is read off its columns. */
export function valuesOf(plan: Plan, posterior: Posterior, id: string): Quantity['values'] {
  return listOf(plan, posterior).find((quantity) => quantity.id === id)!.values;
}

/** Ids that `why` can explain. */
export const quantityIds = [
  'accelerators',
  'compute',
  'legal',
  'domestic',
  'it-load',
  'facility-load',
  'largest-run',
  'largest-run-site',
  'largest-run-together',
  'largest-run-h20',
  'largest-run-ascend',
  'tokens',
  'tokens-h20',
  'tokens-ascend',
] as const;

/** What the quantities are, before anything is read off the draws but what is permitted. */
export function listOf(plan: Plan, posterior: Posterior): Quantity[] {
  const { claimedFleet, sites } = plan.compiled.model;
  const peak = sites[0]!.namedPeak;
  const load = claimedLoad(plan);
  return [
    {
      id: 'accelerators',
      label: { en: 'named accelerators running', zh: '在运行的所称加速卡' },
      unit: '',
      bases: ['derived', 'judged'],
      values: (hub, draws) => columnAt(hub.accelerators, draws),
      claimed: exactly(claimedFleet),
      permitted: plan.dossier.hub.pool ? poolHeld(posterior, plan.prior) : null,
    },
    {
      id: 'compute',
      label: { en: 'compute lit, any chip (dense FP16)', zh: '已点亮算力（任何芯片，稠密FP16）' },
      unit: 'FLOP/s',
      bases: ['derived', 'judged'],
      values: (hub, draws) => columnAt(hub.compute, draws),
      claimed: exactly(claimedFleet * peak),
      permitted: null,
    },
    substitutes('legal', { en: 'legal substitutes running', zh: '合法替代卡' }),
    substitutes('domestic', { en: 'domestic accelerators running', zh: '国产加速卡' }),
    {
      id: 'it-load',
      label: { en: 'IT load', zh: 'IT负载' },
      unit: 'MW',
      bases: ['derived', 'judged'],
      values: (hub, draws) => hub.at(draws).itLoad,
      claimed: load.it,
      permitted: null,
    },
    {
      id: 'facility-load',
      label: { en: 'load at the meter', zh: '总用电负荷' },
      unit: 'MW',
      bases: ['derived', 'judged'],
      values: (hub, draws) => hub.at(draws).facility,
      pue: (hub, draws) => hub.at(draws).pue,
      claimed: load.facility,
      permitted: null,
    },
    ...trainingRuns(plan),
    ...tokensServed(plan),
  ];
}

/** What the fleet amounts to in training: as claimed, as inferred, and if nothing but a substitute were there. */
function trainingRuns(plan: Plan): Quantity[] {
  const claimed = claimedRuns(plan);
  const run = (id: string, of: keyof RunColumns, label: Localised): Quantity => ({
    id,
    label,
    unit: 'FLOP',
    bases: ['derived', 'judged'],
    values: (hub, draws) => hub.at(draws).runs[of],
    claimed: claimed[of],
    permitted: null,
  });
  return [
    run('largest-run', 'hub', { en: 'largest 90-day training run, all sites', zh: '90天最大训练，全部场址' }),
    run('largest-run-site', 'site', {
      en: 'largest 90-day training run, one site',
      zh: '90天最大训练，单一场址',
    }),
    run('largest-run-together', 'together', {
      en: 'largest 90-day training run, were it all at one place',
      zh: '90天最大训练，若同在一处',
    }),
    run('largest-run-h20', 'ifLegal', {
      en: 'largest 90-day run if all were H20',
      zh: '90天最大训练，若全为H20',
    }),
    run('largest-run-ascend', 'ifDomestic', {
      en: 'largest 90-day run if all were Ascend 910B2',
      zh: '90天最大训练，若全为昇腾910B2',
    }),
  ];
}

/** What the fleet amounts to in serving: as claimed, as inferred, and if nothing but a substitute were there. */
function tokensServed(plan: Plan): Quantity[] {
  const { claimedFleet } = plan.compiled.model;
  const { chipDay } = servingRates(plan);
  const claimed = ({ median, low, high }: Exclude<Amount, null>): Amount => ({
    median: claimedFleet * median,
    low: claimedFleet * low,
    high: claimedFleet * high,
  });
  const served = (
    id: string,
    label: Localised,
    { column, each }: { column: (tokens: TokenColumns) => Float64Array; each: Exclude<Amount, null> },
  ): Quantity => ({
    id,
    label,
    unit: '',
    bases: ['derived', 'judged'],
    values: (hub, draws) => column(hub.at(draws).tokens),
    claimed: claimed(each),
    permitted: null,
  });
  return [
    served(
      'tokens',
      { en: 'tokens served a day (DeepSeek-V3)', zh: '每日可服务词元（DeepSeek-V3）' },
      { column: ({ hub }) => hub, each: chipDay.named },
    ),
    served(
      'tokens-h20',
      { en: 'tokens a day if all were H20', zh: '每日词元，若全为H20' },
      { column: ({ ifLegal }) => ifLegal, each: chipDay.legal },
    ),
    served(
      'tokens-ascend',
      { en: 'tokens a day if all were Ascend 910B2', zh: '每日词元，若全为昇腾910B2' },
      { column: ({ ifDomestic }) => ifDomestic, each: chipDay.domestic },
    ),
  ];
}

function substitutes(id: 'legal' | 'domestic', label: Localised): Quantity {
  return {
    id,
    label,
    unit: '',
    bases: ['derived', 'judged'],
    values: (hub, draws) => hub.at(draws)[id],
    claimed: null,
    permitted: null,
  };
}

function exactly(value: number): Amount {
  return { median: value, low: value, high: value };
}

/** The same quantities under other weights: what is permitted is read off the draws. */
export function reweightedList(list: readonly Quantity[], plan: Plan, posterior: Posterior): Quantity[] {
  return list.map((quantity) =>
    quantity.permitted ? { ...quantity, permitted: poolHeld(posterior, plan.prior) } : quantity,
  );
}

/** Power of the claimed fleet, all of it running. */
function claimedLoad(plan: Plan): { it: Amount; facility: Amount } {
  const [named] = typicalAccelerators(plan);
  const region = plan.dossier.hub.regions[0] ?? 'other';
  const chain = chainDistributions(plan.world.site, { region });
  const pue = claimedPue(plan);
  const at = (p: number) =>
    powerChain([{ accelerators: plan.compiled.model.claimedFleet, ratedW: named.ratedW }], {
      peakShare: chain.peakShare.quantile(p),
      clusterOverhead: chain.clusterOverhead.quantile(p),
      diversity: chain.diversity.quantile(p),
      pue: pue.quantile(p),
    });
  const amount = (pick: (mw: ReturnType<typeof at>) => number): Amount => ({
    low: pick(at(0.2)),
    median: pick(at(0.5)),
    high: pick(at(0.8)),
  });
  return { it: amount((mw) => mw.itMw), facility: amount((mw) => mw.facilityMw) };
}
