import type { Architecture } from '../models/architecture.ts';
import type { parametersOf } from '../models/parameters.ts';
import { spanTime } from './collective.ts';
import type { Constants } from './constants.ts';
import { aged, familyOf, hiddenShare } from './layer.ts';
import type { CollectiveCurve, Machine } from './machine.ts';
import type { ModelTime } from './model-time.ts';
import { layerBytes } from './memory.ts';
import { type Placement, placementOf } from './placement.ts';
import { chipsOf, microBatches, type Plan } from './plan.ts';

/** Where the time of a step goes [s]; the parts add up to `total`. */
export interface StepTime {
  gemm: number;
  attention: number;
  memory: number;
  tensor: number;
  context: number;
  expert: number;
  /** Waiting for the host to launch kernels. */
  host: number;
  /** Doing parts of the forward pass again. */
  recompute: number;
  /** Output layer and loss. */
  head: number;
  /** Waiting because stages differ. */
  imbalance: number;
  /** Filling and emptying the pipeline. */
  bubble: number;
  /** Sending activations to the next stage. */
  stages: number;
  /** Exchanging gradients and weights between copies, not hidden. */
  data: number;
  optimiser: number;
  /** Moving activations to the host and back, not hidden. */
  offload: number;
  /** Slow chips, clocks, and whatever grows with size. */
  jitter: number;
  total: number;
}

/** What a step is computed from. */
export interface StepInput {
  model: Architecture;
  counts: ReturnType<typeof parametersOf>;
  machine: Machine;
  constants: Constants;
  plan: Plan;
  times: ModelTime;
}

/**
 * Time of one step of training.
 *
 * m (F + B) of the slowest stage, the filling and emptying of the pipeline by its schedule (Narayanan et al. 2021,
 * arXiv 2104.04473, section 2.2; Qi et al. 2024, arXiv 2401.10241; DeepSeek-V3, arXiv 2412.19437, table 2), and what of
 * the exchange between copies is not hidden.
 */
export function stepTime(input: StepInput): StepTime {
  const { plan, times, machine, constants } = input;
  const { pipeline, recompute } = plan;
  const m = microBatches(plan);
  const again = recompute === 'none' ? 0 : times.again[recompute];
  const layers = times.forwardSum + times.backwardSum + again;
  const head = times.head.forward + times.head.backward;
  const slowest = slowestStage(layers, head, { stages: pipeline, layers: times.layers });
  const even = (layers + head) / pipeline;
  const bubble = bubbleTime(plan, { forward: times.forwardSum, all: layers }) * constants.bubble;
  const stages = stageTraffic(input, m);
  const data = copyTime(input, (layers * m) / pipeline);
  const optimiser = optimiserTime(input) + constants.fixed * aged(constants.yearSoftware, plan.year);
  const share = m / pipeline;
  const part = (name: keyof ModelTime['forward']) => share * (times.forward[name] + times.backward[name]);
  const offload = offloadTime(input, m * slowest);
  const busy = m * slowest + bubble + stages + data + optimiser + offload;
  const jitter = busy * constants.jitter * Math.log2(Math.max(1, chipsOf(plan) / machine.domain) + 1);
  return {
    gemm: part('gemm'),
    attention: part('attention'),
    memory: part('memory'),
    tensor: part('tensor'),
    context: part('context'),
    expert: part('expert'),
    host: part('host'),
    recompute: share * again,
    head: share * head,
    imbalance: m * (slowest - even),
    bubble,
    stages,
    data,
    optimiser,
    offload,
    jitter,
    total: busy + jitter,
  };
}

/** Time of the slowest stage for one micro-batch: whole layers, and the output layer on the last one. */
function slowestStage(
  layers: number,
  head: number,
  { stages, layers: count }: { stages: number; layers: number },
): number {
  if (stages === 1) return layers + head;
  const one = layers / count;
  if (count % stages === 0) return layers / stages + head;
  const most = Math.max(Math.ceil(count / stages), Math.ceil((count + head / one) / stages - 0.25));
  return Math.max(most * one, (layers + head) / stages);
}

/** Time in which stages wait for the first and last micro-batches. */
function bubbleTime(
  { pipeline: p, chunks, schedule }: Plan,
  { forward, all }: { forward: number; all: number },
): number {
  if (p === 1) return 0;
  const stage = all / p;
  switch (schedule) {
    case 'gpipe':
    case '1f1b':
      return (p - 1) * stage;
    case 'interleaved':
      return ((p - 1) * stage) / chunks;
    case 'zero-bubble':
      return ((p - 1) * stage) / 3;
    case 'dualpipe':
      return ((p / 2 - 1) * (2 * forward)) / p;
  }
}

/** Time of handing activations and their gradients to the neighbouring stage, where it is not hidden. */
function stageTraffic({ model, machine, constants, plan }: StepInput, m: number): number {
  const { pipeline, chunks, tensor, context, microBatch, sequence, sequenceParallel } = plan;
  if (pipeline === 1) return 0;
  const split = sequenceParallel ? tensor : 1;
  const bytes = (2 * microBatch * sequence * model.hidden) / (context * split);
  const near = tensor * context * pipeline <= machine.domain;
  const link = near ? machine.gather.bandwidth : machine.network * constants.network;
  const once = constants.networkStart + bytes / link;
  return 2 * m * chunks * once * constants.pipelineExposed;
}

/** Exchange between copies: gradients and weights once a step, or weights for every micro-batch where they are shared. */
function copyTime(input: StepInput, busy: number): number {
  const { plan, counts, machine, constants } = input;
  const placed = placementOf(counts, plan);
  const outer = Math.max(placed.embedding, placed.head);
  const extra = plan.pipeline === 1 ? placed.embedding + placed.head : outer;
  const groups = [
    { count: placed.dense + extra, chips: placed.denseGroup, stride: plan.tensor },
    { count: placed.experts, chips: placed.expertGroup, stride: plan.expert * plan.expertTensor },
  ];
  const m = microBatches(plan);
  const calls = Math.ceil(input.times.layers / plan.pipeline);
  const times = groups.map(({ count, chips, stride }) => {
    const time = (curve: CollectiveCurve, size = chips, bytes = 2 * count) =>
      spanTime(machine, curve, { chips: size, stride, bytes, constants, calls });
    if (plan.shard < 3) return { shared: 0, once: time(machine.reduce) + time(machine.gather) };
    const group = plan.shardGroup > 0 ? Math.min(plan.shardGroup, chips) : chips;
    const shared = m * (2 * time(machine.gather, group) + time(machine.reduce, group));
    const across = group < chips ? crossTime(input, { count, group, chips, stride }) : 0;
    return { shared, once: across };
  });
  const shared = times.reduce((sum, one) => sum + one.shared, 0);
  const once = times.reduce((sum, one) => sum + one.once, 0);
  const hiddenShared = hiddenShare(constants.shardHidden, constants.yearHidden, plan.year);
  const hiddenOnce = hiddenShare(constants.dataHidden, constants.yearHidden, plan.year);
  const lastBackward = (0.66 * busy) / m;
  const exposedShared = shared * (1 - hiddenShared) + Math.max(0, shared * hiddenShared - 0.9 * busy);
  const exposedOnce = once * (1 - hiddenOnce) + Math.max(0, once * hiddenOnce - lastBackward);
  return (exposedShared + exposedOnce) * familyOf(constants, machine).link;
}

/** Hybrid sharding: what each sharing group adds up with the others. */
function crossTime(
  { machine, constants }: StepInput,
  { count, group, chips, stride }: { count: number; group: number; chips: number; stride: number },
): number {
  const others = chips / group;
  const bytes = (2 * count) / group;
  const wide = { chips: others, stride: Math.max(stride * group, machine.domain), bytes, constants };
  return 2 * spanTime(machine, machine.reduce, wide);
}

/** Moving activations to the memory of the host and back: hidden while it takes less time than the work beside it. */
function offloadTime({ model, plan, machine }: StepInput, busy: number): number {
  if (plan.offload === 0) return 0;
  const tokens = (plan.microBatch * plan.sequence) / plan.context;
  const layers = model.layers.reduce((sum, run) => sum + run.count * layerBytes(model, run, plan), 0);
  const bytes = 2 * plan.offload * microBatches(plan) * tokens * (layers / plan.pipeline);
  return Math.max(0.05 * (bytes / machine.host), bytes / machine.host - 0.8 * busy);
}

/** Reading and writing weights, gradients, moments: about 30 bytes a parameter that this chip updates. */
function optimiserTime({ plan, counts, machine, constants }: StepInput): number {
  const placed = placementOf(counts, plan);
  const own = ownedParameters(placed, plan);
  return (own * 30 * constants.optimiser) / machine.bandwidth;
}

/** Parameters whose optimiser states lie on one chip. */
export function ownedParameters(placed: Placement, plan: Plan): number {
  const group = plan.shard === 3 && plan.shardGroup > 0 ? plan.shardGroup : placed.denseGroup;
  const dense = placed.dense + placed.embedding + (plan.pipeline === 1 ? placed.head : 0);
  return plan.shard === 0
    ? dense + placed.experts
    : dense / group + placed.experts / Math.min(group, placed.expertGroup);
}
