import { parametersOf } from '../models/parameters.ts';
import { divisorsOf, planFaults } from './check-plan.ts';
import type { Numbers } from './evaluate.ts';
import { memoryUse } from './memory.ts';
import type { Plan } from './plan.ts';
import type { Task } from './space.ts';

/**
 * Changes of a plan after which it fits, as words to type, the gentlest first, at most three: single ones; where none is
 * enough, pairs; where no pair is, states at the host, more chips or a shorter sequence.
 */
export function smallestChanges(task: Task, plan: Plan, numbers: Numbers): string[] {
  const { model, machine, chips } = task;
  const counts = parametersOf(model);
  const fits = (changed: Plan, on = chips) =>
    planFaults(model, changed, on).length === 0 &&
    memoryUse({ model, counts, plan: changed, constants: numbers.memory }).total <= machine.memory;
  const single = changesOf(plan, chips).filter(([, changed]) => differs(changed, plan));
  const alone = single.filter(([, changed]) => fits(changed)).map(([words]) => words);
  if (alone.length > 0) return alone.slice(0, 3);
  const pairs = single.flatMap(([words, changed]) =>
    changesOf(changed, chips)
      .filter(([more, both]) => more > words && differs(both, changed) && differs(both, plan) && fits(both))
      .map(([more]) => `${words} with ${more}`),
  );
  if (pairs.length > 0) return pairs.slice(0, 3);
  const elsewhere = [...moreChips(task, plan, fits), ...shorter(plan, fits)].slice(0, 1);
  return [...atHost(plan, fits).slice(0, 1), ...elsewhere];
}

/** Changes of a plan on the same chips, the gentlest first. */
function changesOf(plan: Plan, chips: number): [string, Plan][] {
  return [
    ['selective recompute', { ...plan, recompute: 'selective' }],
    ['micro-batch 1', { ...plan, microBatch: 1 }],
    ['half recompute', { ...plan, recompute: 'half' }],
    ['full recompute', { ...plan, recompute: 'full' }],
    ['sharding 1', { ...plan, shard: 1 }],
    ['sharding 3', { ...plan, shard: 3 }],
    ['offload 1', { ...plan, offload: 1 }],
    ...degrees(plan, chips, 'pipeline', 'pp'),
    ...degrees(plan, chips, 'tensor', 'tp'),
    ...degrees(plan, chips, 'expert', 'ep'),
  ];
}

function degrees(
  plan: Plan,
  chips: number,
  field: 'pipeline' | 'tensor' | 'expert',
  word: string,
): [string, Plan][] {
  const larger = divisorsOf(chips).filter((one) => one > plan[field]);
  return larger.slice(0, 6).map((one) => {
    const changed = { ...plan, [field]: one };
    const data =
      field === 'expert' ? plan.data : chips / (changed.tensor * changed.pipeline * changed.context);
    return [`${word} ${one}`, { ...changed, data }];
  });
}

/** What may wait in the memory of hosts, with everything done again, where chips alone are not enough. */
function atHost(plan: Plan, fits: (changed: Plan) => boolean): string[] {
  if (plan.hosted === 'weights') return [];
  const least = { ...plan, recompute: 'full' as const };
  return (['states', 'weights'] as const)
    .filter((hosted) => fits({ ...least, hosted }))
    .map((hosted) => `host ${hosted} with full recompute`);
}

/** More chips of the same kind, with the states of the optimiser spread over them. */
function moreChips({ chips }: Task, plan: Plan, fits: (changed: Plan, on: number) => boolean): string[] {
  for (let factor = 2; factor <= 1024; factor *= 2) {
    const wider: Plan = {
      ...plan,
      shard: 3,
      data: plan.data * factor,
      batch: plan.batch * factor,
      recompute: 'full',
    };
    if (fits(wider, chips * factor)) return [`${chips * factor} chips`];
    const deeper: Plan = { ...wider, data: plan.data, batch: plan.batch, pipeline: plan.pipeline * factor };
    if (fits(deeper, chips * factor)) return [`${chips * factor} chips`];
  }
  return [];
}

/** The longest sequence, by halving, that fits with everything done again. */
function shorter(plan: Plan, fits: (changed: Plan) => boolean): string[] {
  for (let sequence = Math.floor(plan.sequence / 2); sequence >= 1; sequence = Math.floor(sequence / 2)) {
    if (fits({ ...plan, sequence, recompute: 'full' })) return [`sequences of ${sequence} tokens`];
  }
  return [];
}

function differs(a: Plan, b: Plan): boolean {
  return (Object.keys(a) as (keyof Plan)[]).some((key) => a[key] !== b[key]);
}
