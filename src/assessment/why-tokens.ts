import { mixParameters } from '../serving/mix-columns.ts';
import type { KindRates } from '../serving/workloads.ts';
import type { Plan } from './plan.ts';
import { type ServingKind, servingRates } from './serving-rates.ts';
import type { Trace } from './trace.ts';
import { figureTrace } from './why-inputs.ts';

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
  const offered = (label: string, kinds: readonly ServingKind[], pool: 'legal' | 'domestic') => ({
    label,
    value: `${kinds.length} kind${kinds.length === 1 ? '' : 's'}${leftOut(plan, left[pool])}`,
    basis: 'derived' as const,
    children: kinds.map((kind) => kindTrace(plan, kind)),
  });
  return [
    {
      label: 'tokens of one accelerator and day, on the named chip',
      value: chipDay.named,
      formula:
        '1 / (1 / write + r (1 - h) / read) x (1 + r) x 86,400 s x in service / peak over mean, write and read the rates of a chip in production',
      basis: 'derived',
      children: routes[0].map((kind) => kindTrace(plan, kind)),
    },
    {
      label: 'the same on an H20',
      value: chipDay.legal,
      basis: 'derived',
      children: legal.map((kind) => kindTrace(plan, kind)),
    },
    {
      label: 'the same on an Ascend 910B2',
      value: chipDay.domestic,
      basis: 'derived',
      children: domestic.map((kind) => kindTrace(plan, kind)),
    },
    offered('legal substitutes on offer', routes[1], 'legal'),
    offered('domestic chips on offer', routes[2], 'domestic'),
    ...[...mixParameters, 'pace' as const].map((name) =>
      figureTrace(meanings[name], plan.world.workloads.service[name]),
    ),
  ];
}

/** Chips on offer that the others stand for, because too little is published of them to compute a rate. */
function leftOut({ world }: Plan, left: readonly { chip: string; share: number }[]): string {
  if (left.length === 0) return '';
  const names = left.map(({ chip }) => world.catalogue.chips.get(chip)?.name ?? chip);
  const share = Math.round(100 * left.reduce((sum, one) => sum + one.share, 0));
  return `; without ${names.join(', ')} (${share} %), of which too little is published or whose memory does not hold the model`;
}

/** How fast one kind writes and reads, with the line it is written at. */
function kindTrace({ world }: Plan, { chip, share, rates }: ServingKind): Trace {
  const { citation, chips, model } = world.workloads.rates;
  const { place } = chips.get(chip) as KindRates;
  const name = world.catalogue.chips.get(chip)?.name ?? chip;
  const at = rates.contexts.map(
    (context, c) => `${rate(rates.decode[c]!)} at ${context.toLocaleString('en')}`,
  );
  return {
    label: `${name}${share < 1 ? `, ${Math.round(100 * share)} %` : ''}: tokens a second of one chip, serving ${model}`,
    value: `writes ${at.join(', ')} tokens in sight; reads ${rate(rates.prefill[0]!)} to ${rate(rates.prefill.at(-1)!)}`,
    unit: '',
    formula: 'the serving model, best of several placements within the pace',
    basis: citation.basis,
    ...(citation.sources[0] && { source: citation.sources[0] }),
    place,
    children: [],
  };
}

const rate = (value: number) => Number(value.toPrecision(2)).toLocaleString('en');
