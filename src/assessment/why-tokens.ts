import { mixParameters } from '../serving/mix-columns.ts';
import type { KindRates } from '../serving/workloads.ts';
import type { Plan } from './plan.ts';
import type { Left } from './route-kinds.ts';
import { type ServingKind, servingRates } from './serving-rates.ts';
import type { Trace } from './trace.ts';
import { figureTrace } from './why-inputs.ts';
import { serviceZh } from './why-words.ts';

const meanings: Readonly<Record<(typeof mixParameters)[number] | 'pace', string>> = {
  readPerWritten: 'r: tokens read for each token written',
  cacheHits: 'h: share of the tokens read that caches hold',
  context: 'context: tokens that a token written looks back at',
  decodeFilled: 'writing in production over that of the largest batch at that pace',
  prefillFilled: 'reading in production over that of full steps',
  peakOverMean: 'load of the busiest hour over the mean of the day',
  inService: 'share of the chips that serve',
  pace: 'pace: time between two tokens of one user',
};

/** What tokens a day rest on: one chip's tokens by route, the speed of its kinds, and what a service is asked for. */
export function tokenTraces(plan: Plan): Trace[] {
  const { routes, legal, domestic, left, chipDay } = servingRates(plan);
  return [
    {
      label: 'tokens of one accelerator and day, on the named chip',
      zh: {
        label: '每块所称芯片每日词元',
        formula:
          '1 / (1 / 写 + r (1 − h) / 读) × (1 + r) × 86,400秒 × 在役份额 / 峰均比；写与读为单卡在生产中的速率',
      },
      value: chipDay.named,
      formula:
        '1 / (1 / write + r (1 - h) / read) x (1 + r) x 86,400 s x in service / peak over mean, write and read the rates of a chip in production',
      basis: 'derived',
      children: routes[0].map((kind) => kindTrace(plan, kind)),
    },
    {
      label: 'tokens of one H20 and day',
      zh: { label: '每块H20每日词元' },
      value: chipDay.legal,
      basis: 'derived',
      children: legal.map((kind) => kindTrace(plan, kind)),
    },
    {
      label: 'tokens of one Ascend 910B2 and day',
      zh: { label: '每块昇腾910B2每日词元' },
      value: chipDay.domestic,
      basis: 'derived',
      children: domestic.map((kind) => kindTrace(plan, kind)),
    },
    offeredTrace(plan, 'legal', {
      left: left.legal,
      children: routes[1].map((kind) => kindTrace(plan, kind)),
    }),
    offeredTrace(plan, 'domestic', {
      left: left.domestic,
      children: routes[2].map((kind) => kindTrace(plan, kind)),
    }),
    ...[...mixParameters, 'pace' as const].map((name) =>
      figureTrace(meanings[name], serviceZh[name], plan.world.workloads.service[name]),
    ),
  ];
}

/** The substitutes of a route that are on offer, one child for each kind. */
export function offeredTrace(
  plan: Plan,
  pool: 'legal' | 'domestic',
  { left, children }: { left: readonly Left[]; children: readonly Trace[] },
): Trace {
  const [label, zh] = offers[pool];
  return {
    label,
    zh: { label: zh, value: `${children.length}种${leftOutZh(plan, left)}` },
    value: `${children.length} kind${children.length === 1 ? '' : 's'}${leftOut(plan, left)}`,
    basis: 'derived',
    children,
  };
}

const offers = {
  legal: ['legal substitutes on offer', '在售的合法替代'],
  domestic: ['domestic chips on offer', '在售的国产芯片'],
} as const;

/** Chips on offer that the others stand for, because too little is published of them to compute a rate. */
function leftOut({ world }: Plan, left: readonly Left[]): string {
  if (left.length === 0) return '';
  const names = left.map(({ chip }) => world.catalogue.chips.get(chip)?.name ?? chip);
  const share = Math.round(100 * left.reduce((sum, one) => sum + one.share, 0));
  return `; without ${names.join(', ')} (${share} %), of which too little is published or whose memory does not hold the model`;
}

function leftOutZh({ world }: Plan, left: readonly Left[]): string {
  if (left.length === 0) return '';
  const names = left.map(({ chip }) => world.catalogue.chips.get(chip)?.name ?? chip);
  const share = Math.round(100 * left.reduce((sum, one) => sum + one.share, 0));
  return `；不含${names.join('、')}（${share}%）：公开数据太少，或显存放不下该模型`;
}

/** A kind of chip with its share of what is on offer, where there are others. */
export function kindName({ world }: Plan, { chip, share }: Left): { en: string; zh: string } {
  const name = world.catalogue.chips.get(chip)?.name ?? chip;
  const part = Math.round(100 * share);
  return share < 1 ? { en: `${name}, ${part} %`, zh: `${name}，${part}%` } : { en: name, zh: name };
}

/** How fast one kind writes and reads, with the line it is written at. */
function kindTrace(plan: Plan, kind: ServingKind): Trace {
  const { chip, rates } = kind;
  const { citation, chips, model } = plan.world.workloads.rates;
  const { place } = chips.get(chip) as KindRates;
  const name = kindName(plan, kind);
  const at = rates.contexts.map(
    (context, c) => `${rate(rates.decode[c]!)} at ${context.toLocaleString('en')}`,
  );
  return {
    label: `${name.en}: tokens a second of one chip, serving ${model}`,
    value: `writes ${at.join(', ')} tokens in sight; reads ${rate(rates.prefill[0]!)} to ${rate(rates.prefill.at(-1)!)}`,
    unit: '',
    formula: 'the serving model, best of several placements within the pace',
    zh: {
      label: `${name.zh}：单卡服务${model}的每秒词元`,
      formula: '推理模型：在该速度内多种部署之最佳',
    },
    basis: citation.basis,
    ...(citation.sources[0] && { source: citation.sources[0] }),
    place,
    children: [],
  };
}

const rate = (value: number) => Number(value.toPrecision(2)).toLocaleString('en');
