import type { Plan } from '../training/plan.ts';

/** A plan in the words that `--plan` reads: `tp 8 · pp 16 · dp 128 · micro-batch 1`. */
export function planWords(plan: Plan): string {
  const degrees: [string, number][] = [
    ['tp', plan.tensor],
    ['pp', plan.pipeline],
    ['vp', plan.chunks],
    ['cp', plan.context],
    ['ep', plan.expert],
    ['dp', plan.data],
  ];
  return [
    ...degrees.filter(([, size]) => size > 1).map(([name, size]) => `${name} ${size}`),
    `mbs ${plan.microBatch}`,
    `zero ${plan.shard}`,
    ...(plan.pipeline > 1 ? [plan.schedule] : []),
    ...(plan.recompute === 'none' ? [] : [`recompute ${plan.recompute}`]),
    ...(plan.offload > 0 ? [`offload ${plan.offload}`] : []),
    ...(plan.hosted === undefined || plan.hosted === 'none' ? [] : [`host ${plan.hosted}`]),
    ...(plan.software ? [`software ${plan.software.framework}`] : []),
    plan.precision,
  ].join(' · ');
}
