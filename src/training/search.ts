import { parametersOf } from '../models/parameters.ts';
import type { Numbers } from './evaluate.ts';
import { usualGraphs } from './graphs.ts';
import { fullestTotal, memoryBase, type Variant } from './memory.ts';
import { type ModelTime, modelTime } from './model-time.ts';
import type { Plan } from './plan.ts';
import { type Outer, outerPlans, restOf, type Space, schedulesOf, type Task } from './space.ts';
import { layerWeights } from './stage-memory.ts';
import { noTime, type StepBase, stepBase, variantTime } from './step.ts';

/** A plan with its time and memory. */
export interface Ranked {
  plan: Plan;
  /** Seconds of a step. */
  seconds: number;
  /** Memory of the fullest chip [B]. */
  memory: number;
}

/** What a search found. */
export interface Found {
  /** The fastest plans that fit, the best first. */
  best: readonly Ranked[];
  /** Plans that no other one beats in both time and memory, the fastest first. */
  front: readonly Ranked[];
  /** The plan that needs the least memory, whether it fits or not. */
  smallest?: Ranked;
  /** Plans that were looked at, and those of them that fit. */
  counted: number;
  fitting: number;
  /** Whether the search was stopped before its end. */
  stopped: boolean;
}

export interface SearchOptions {
  space?: Space;
  /** Plans to keep. */
  top?: number;
  /** Called now and then with the share of the plans looked at, 0 to 1; returns whether to go on. */
  watch?: (share: number) => boolean;
}

/** Families of plans between two calls of `watch`. */
const pause = 64;

/**
 * The fastest plans of a space that fit the memory of the chips.
 *
 * Everything is enumerated: what a family of plans has in common is computed once, its variants in a few dozen
 * operations each.
 */
export function searchPlans(task: Task, numbers: Numbers, options: SearchOptions = {}): Found {
  const { space = {}, top = 10, watch } = options;
  const ranking = new Ranking(top, task.machine.memory);
  const rest = restOf(space);
  const timesOf = rememberedTimes(task, numbers);
  const weightsOf = remembered(
    ({ tensor, expert }) => tensor * 2 ** 12 + expert,
    (plan) => layerWeights(task.model, plan),
  );
  const counts = parametersOf(task.model);
  const variant: Variant = {
    schedule: '1f1b',
    chunks: 1,
    recompute: 'none',
    shard: 0,
    shardGroup: 0,
    offload: 0,
  };
  const time = noTime();
  const all = watch ? [...outerPlans(task, space)].length : 0;
  let families = 0;
  let stopped = false;
  for (const outer of outerPlans(task, space)) {
    families++;
    if (watch && families % pause === 0 && !watch(families / all)) {
      stopped = true;
      break;
    }
    const plan = planOf(outer, task, '1f1b');
    const memory = memoryBase({
      model: task.model,
      counts,
      plan,
      constants: numbers.memory,
      weights: weightsOf(plan),
    });
    const alone = memory.denseGroup === 1 && memory.expertGroup === 1;
    let step: StepBase | undefined;
    let kind = '';
    for (const { schedule, chunks } of schedulesOf(outer, task, space)) {
      // Whether the exchange of experts can hide behind other pieces is the only thing that changes layer times.
      const now = schedule === 'dualpipe' ? schedule : chunks > 1 ? 'interleaved' : '1f1b';
      if (!step || now !== kind) {
        kind = now;
        plan.schedule = now;
        plan.chunks = now === 'interleaved' ? 2 : 1;
        plan.expertOverlap = now === 'dualpipe';
        const times = timesOf(plan);
        step = stepBase({
          model: task.model,
          counts,
          machine: task.machine,
          plan,
          times,
          constants: numbers.constants,
        });
      }
      variant.schedule = schedule;
      variant.chunks = chunks;
      for (const { recompute, shard, offload, hosted } of rest) {
        // Gradients that wait for all micro-batches of a pipeline cannot be shared before.
        if ((shard > 0 && alone) || (shard === 2 && outer.pipeline > 1)) continue;
        variant.recompute = recompute;
        variant.shard = shard;
        variant.offload = offload;
        variant.hosted = hosted;
        const used = fullestTotal(memory, variant, numbers.memory);
        if (used > task.machine.memory && !ranking.isSmallest(used)) {
          ranking.counted++;
          continue;
        }
        ranking.add(plan, variant, variantTime(step, variant, time).total, used);
      }
    }
  }
  return ranking.found(stopped);
}

/** A plan without the field that says that nothing waits at the host. */
function plainly({ hosted, ...plan }: Plan): Plan {
  return hosted === undefined || hosted === 'none' ? plan : { ...plan, hosted };
}

/** A whole plan of a family; its variant fields are placeholders of the right kind. */
export function planOf(outer: Outer, task: Task, schedule: Plan['schedule']): Plan {
  return {
    tensor: outer.tensor,
    pipeline: outer.pipeline,
    context: outer.context,
    data: outer.data,
    expert: outer.expert,
    microBatch: outer.microBatch,
    expertTensor: 1,
    chunks: schedule === 'interleaved' ? 2 : 1,
    batch: task.batch,
    sequence: task.sequence,
    precision: task.precision,
    schedule,
    shard: 1,
    shardGroup: 0,
    sequenceParallel: outer.tensor > 1,
    recompute: 'none',
    offload: 0,
    attention: task.year >= 2024 ? 'tuned' : task.year >= 2023 ? 'flash' : 'written',
    fused: true,
    expertOverlap: schedule === 'dualpipe',
    dropsTokens: false,
    ...graphsOf(task),
    year: task.year,
  };
}

/** Models with experts run from recorded graphs where recipes of the year do; all others do not wait for their hosts. */
function graphsOf({ model, machine, precision, year }: Task): Pick<Plan, 'graphs'> {
  const experts = model.layers.some(({ feedForward }) => feedForward?.kind === 'experts');
  return experts ? usualGraphs({ family: machine.family, precision, year }) : {};
}

/** What is computed once for each of the few values that it depends on. */
function remembered<T>(keyOf: (plan: Plan) => number, make: (plan: Plan) => T): (plan: Plan) => T {
  const known = new Map<number, T>();
  return (plan) => {
    const key = keyOf(plan);
    let found = known.get(key);
    if (found === undefined) {
      found = make(plan);
      known.set(key, found);
    }
    return found;
  };
}

const kinds = { '1f1b': 0, interleaved: 1, dualpipe: 2 };

/** Layer times by the fields that they depend on; degrees and micro-batches of a search are below these powers of two. */
function rememberedTimes({ model, machine }: Task, { constants }: Numbers): (plan: Plan) => ModelTime {
  return remembered(
    ({ tensor, context, expert, microBatch, schedule }) =>
      (((tensor * 2 ** 20 + context) * 2 ** 12 + expert) * 2 ** 7 + microBatch) * 4 +
      kinds[schedule as keyof typeof kinds],
    (plan) => modelTime(model, { plan: { ...plan }, machine, constants }),
  );
}

interface Kept {
  plan: Plan;
  variant: Variant;
  seconds: number;
  memory: number;
}

/** A copy: the plan and the variant of a search are written again and again. */
function keep(plan: Plan, variant: Variant, seconds: number, memory: number): Kept {
  return { plan: { ...plan }, variant: { ...variant }, seconds, memory };
}

/** The best plans so far, and the front of time and memory in bins of 1 % of memory. */
class Ranking {
  counted = 0;
  private fitting = 0;
  private readonly best: Kept[] = [];
  private worst = Number.POSITIVE_INFINITY;
  private smallest: Kept | undefined;
  /** The fastest plan for each per cent of the memory of a chip. */
  private readonly front = new Array<Kept | undefined>(101).fill(undefined);
  private readonly top: number;
  private readonly capacity: number;

  constructor(top: number, capacity: number) {
    this.top = top;
    this.capacity = capacity;
  }

  /** Whether a plan would need less memory than any before. */
  isSmallest(memory: number): boolean {
    return this.smallest === undefined || memory < this.smallest.memory;
  }

  add(plan: Plan, variant: Variant, seconds: number, memory: number): void {
    this.counted++;
    if (this.isSmallest(memory)) {
      this.smallest = keep(plan, variant, seconds, memory);
    }
    if (memory > this.capacity) return;
    this.fitting++;
    const bin = Math.ceil((100 * memory) / this.capacity);
    const holder = this.front[bin];
    if (holder === undefined || seconds < holder.seconds)
      this.front[bin] = keep(plan, variant, seconds, memory);
    if (seconds >= this.worst) return;
    const at = this.best.findIndex((one) => one.seconds > seconds);
    this.best.splice(at < 0 ? this.best.length : at, 0, keep(plan, variant, seconds, memory));
    if (this.best.length > this.top) this.best.pop();
    if (this.best.length === this.top) this.worst = this.best.at(-1)!.seconds;
  }

  found(stopped: boolean): Found {
    const ranked = ({ plan, variant, seconds, memory }: Kept): Ranked => ({
      plan: plainly({ ...plan, ...variant }),
      seconds,
      memory,
    });
    let fastest = Number.POSITIVE_INFINITY;
    const front: Ranked[] = [];
    for (const one of this.front) {
      if (!one || one.seconds >= fastest) continue;
      fastest = one.seconds;
      front.unshift(ranked(one));
    }
    return {
      best: this.best.map(ranked),
      front,
      ...(this.smallest && { smallest: ranked(this.smallest) }),
      counted: this.counted,
      fitting: this.fitting,
      stopped,
    };
  }
}
