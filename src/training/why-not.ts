import { parametersOf } from '../models/parameters.ts';
import { divisorsOf, planFaults } from './check-plan.ts';
import type { Numbers } from './evaluate.ts';
import { memoryUse } from './memory.ts';
import type { Plan } from './plan.ts';
import type { Task } from './space.ts';

/** Single changes of a plan after which it fits, as words to type; the gentlest first, at most three. */
export function smallestChanges(task: Task, plan: Plan, numbers: Numbers): string[] {
  const { model, machine, chips } = task;
  const counts = parametersOf(model);
  const fits = (changed: Plan, on = chips) =>
    planFaults(model, changed, on).length === 0 &&
    memoryUse({ model, counts, plan: changed, constants: numbers.memory }).total <= machine.memory;
  const options: [string, Plan][] = [
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
  const found = options
    .filter(([, changed]) => differs(changed, plan) && fits(changed))
    .map(([words]) => words);
  if (found.length > 0) return found.slice(0, 3);
  return moreChips(task, plan, fits);
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

function differs(a: Plan, b: Plan): boolean {
  return (Object.keys(a) as (keyof Plan)[]).some((key) => a[key] !== b[key]);
}
