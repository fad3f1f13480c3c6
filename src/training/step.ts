import { log2 } from '../elementary/logarithm.ts';
import type { Architecture } from '../models/architecture.ts';
import type { parametersOf } from '../models/parameters.ts';
import { spanTime } from './collective.ts';
import type { Constants } from './constants.ts';
import { aged, familyOf, hiddenShare } from './layer-work.ts';
import type { CollectiveCurve, Machine } from './machine.ts';
import { layerBytes, type Variant } from './memory.ts';
import type { ModelTime } from './model-time.ts';
import { densest, placementOf, updatedBy } from './placement.ts';
import { chipsOf, microBatches, type Plan, type Recompute } from './plan.ts';
import { forLargeRuns, type Hosted, hostedBytes, plainSoftware } from './software.ts';
import { trainedLayers } from './stage-memory.ts';

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

/** What plans that differ only in schedule, pieces, recomputation, sharing and offload have in common. */
export interface StepBase {
  microBatches: number;
  stages: number;
  layers: number;
  /** Whether each stage has as many layers, whatever else the last one computes. */
  even: boolean;
  forward: number;
  both: number;
  head: number;
  again: Readonly<Record<Recompute, number>>;
  /** Handing activations on, for one micro-batch and one piece. */
  hop: number;
  /** Exchange of gradients and weights once a step, and the parts that repeat with every micro-batch when all is shared. */
  once: number;
  sharedAll: { every: number; across: number };
  sharedPass: (group: number) => { every: number; across: number };
  hiddenOnce: number;
  hiddenShared: number;
  link: number;
  /** Seconds of the optimiser for the parameters that a chip updates, and for all that lie on it. */
  update: (variant: Pick<Plan, 'shard' | 'shardGroup'>) => number;
  updateAll: number;
  /** What a byte of each updated parameter takes over the link to the host, over the time of its update. */
  hosting: { byte: number; bytes: (hosted: Hosted) => number };
  fixed: number;
  /** Seconds of moving all activations of a micro-batch out to the host, by recomputation. */
  moved: (recompute: Recompute) => number;
  jitter: number;
  bubble: number;
}

/** The part of the step model that is computed once for many variants of a plan. */
export function stepBase(input: StepInput): StepBase {
  const { plan, times, constants, machine } = input;
  const again = { none: 0, ...times.again };
  const known: Partial<Record<Recompute, number>> = {};
  const moved = (recompute: Recompute) => {
    known[recompute] ??= activationBytes(input, recompute) / machine.host;
    return known[recompute];
  };
  return {
    microBatches: microBatches(plan),
    stages: plan.pipeline,
    layers: times.layers,
    even: input.model.furtherTokens === 0 && times.layers % plan.pipeline === 0,
    forward: times.forwardSum,
    both: times.forwardSum + times.backwardSum,
    head: times.head.forward + times.head.backward,
    again,
    hop: hopTime(input),
    ...copyTimes(input),
    hiddenOnce: hiddenShare(constants.dataHidden, constants.yearHidden, plan.year),
    hiddenShared: hiddenShare(constants.shardHidden, constants.yearHidden, plan.year),
    link: familyOf(constants, machine).link,
    ...updateTimes(input),
    hosting: hostingOf(input),
    fixed: constants.fixed * aged(constants.yearSoftware, plan.year),
    moved,
    jitter: constants.jitter * log2(Math.max(1, chipsOf(plan) / machine.domain) + 1),
    bubble: constants.bubble,
  };
}

/** The parts of a step that a variant decides [s], and their sum with all others. */
export interface VariantTime {
  slowest: number;
  bubble: number;
  stages: number;
  data: number;
  optimiser: number;
  offload: number;
  jitter: number;
  total: number;
}

/**
 * Time of one step of a variant.
 *
 * m (F + B) of the slowest stage, the filling and emptying of the pipeline by its schedule, which hands activations on
 * p - 1 times besides those of each micro-batch (Narayanan et al. 2021,
 * arXiv 2104.04473, section 2.2; Qi et al. 2024, arXiv 2401.10241; DeepSeek-V3, arXiv 2412.19437, table 2), and what of
 * the exchange between copies is not hidden.
 */
export function variantTime(base: StepBase, variant: Variant, into: VariantTime = noTime()): VariantTime {
  const m = base.microBatches;
  const layers = base.both + base.again[variant.recompute];
  const slowest = slowestStage(layers, base);
  into.slowest = slowest;
  into.bubble = bubbleTime(base, variant, layers) * base.bubble;
  into.stages = base.stages === 1 ? 0 : 2 * (m * variant.chunks + base.stages - 1) * base.hop;
  into.data = copyTime(base, variant, (layers * m) / base.stages);
  into.optimiser = base.fixed + hostedUpdate(base, variant);
  into.offload =
    (variant.offload === 0 ? 0 : m * offloadTime(base, variant, slowest)) +
    (variant.hosted === 'weights' ? m * weightTime(base, variant, slowest) : 0);
  const busy = m * slowest + into.bubble + into.stages + into.data + into.optimiser + into.offload;
  into.jitter = busy * base.jitter;
  into.total = busy + into.jitter;
  return into;
}

/** What of moving activations of a micro-batch out, and back in, its forward and its backward pass do not hide. */
function offloadTime(base: StepBase, { offload, recompute }: Variant, slowest: number): number {
  return exposedMoves(base, offload * base.moved(recompute), slowest);
}

/** The same for weights that come in from the host for each pass: two bytes of each parameter that a chip holds. */
function weightTime(base: StepBase, variant: Variant, slowest: number): number {
  const held = variant.shard === 3 ? base.update(variant) : base.updateAll;
  return exposedMoves(base, 2 * held * base.hosting.byte, slowest);
}

function exposedMoves(base: StepBase, moved: number, slowest: number): number {
  const forward = base.forward / base.stages;
  const exposed = (pass: number) => Math.max(0.05 * moved, moved - 0.8 * pass);
  return exposed(forward) + exposed(slowest - forward);
}

/** An empty record, to be written by `variantTime` again and again. */
export function noTime(): VariantTime {
  return { slowest: 0, bubble: 0, stages: 0, data: 0, optimiser: 0, offload: 0, jitter: 0, total: 0 };
}

/** Time of one step, with where it goes. */
export function stepTime(input: StepInput): StepTime {
  const { plan, times } = input;
  const base = stepBase(input);
  const { slowest, ...rest } = variantTime(base, plan);
  const m = base.microBatches;
  const share = m / plan.pipeline;
  const part = (name: keyof ModelTime['forward']) => share * (times.forward[name] + times.backward[name]);
  const again = base.again[plan.recompute];
  return {
    gemm: part('gemm'),
    attention: part('attention'),
    memory: part('memory'),
    tensor: part('tensor'),
    context: part('context'),
    expert: part('expert'),
    host: part('host'),
    recompute: share * again,
    head: share * base.head,
    imbalance: m * (slowest - (base.both + again + base.head) / plan.pipeline),
    ...rest,
  };
}

/**
 * Time of the slowest stage for one micro-batch: whole layers, and the output layer on the last one. Where layers do not
 * divide, and where modules for further tokens join them, a layout gives the last stage fewer.
 */
function slowestStage(layers: number, { head, stages, layers: count, even }: StepBase): number {
  if (stages === 1) return layers + head;
  const one = layers / count;
  if (even) return layers / stages + head;
  const most = Math.max(Math.ceil(count / stages), Math.ceil((count + head / one) / stages - 0.25));
  return Math.max(most * one, (layers + head) / stages);
}

/** Time in which stages wait for the first and last micro-batches. */
function bubbleTime({ stages: p, forward }: StepBase, { chunks, schedule }: Variant, all: number): number {
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

/**
 * Time of handing activations of a micro-batch to the neighbouring stage, where it is not hidden. Megatron sends each part of
 * them once and gathers them on the other side (Narayanan et al. 2021, section 4.1).
 */
function hopTime({ model, machine, constants, plan }: StepInput): number {
  const { pipeline, tensor, context, microBatch, sequence, sequenceParallel, software } = plan;
  const scattered = sequenceParallel || forLargeRuns(software?.framework);
  const split = scattered ? tensor : 1;
  const bytes = (2 * microBatch * sequence * model.hidden) / (context * split);
  const near = tensor * context * pipeline <= machine.domain;
  const link = near ? machine.gather.bandwidth : machine.network * constants.network;
  return constants.pipelineExposed * (constants.networkStart + bytes / link);
}

/**
 * Exchange between copies, not yet hidden: gradients and weights once a step, or weights for every micro-batch. Parameters
 * that are gathered one at a time keep one network link of a domain busy, not those of all its chips.
 */
function copyTimes(input: StepInput): Pick<StepBase, 'once' | 'sharedAll' | 'sharedPass'> {
  const { plan, counts, machine, constants } = input;
  const placed = placementOf(counts, plan);
  const dense = { count: densest(placed, plan), chips: placed.denseGroup, stride: plan.tensor };
  const experts = {
    count: placed.experts,
    chips: placed.expertGroup,
    stride: plan.expert * plan.expertTensor,
  };
  const calls = Math.ceil(input.times.layers / plan.pipeline);
  type Group = typeof dense;
  const time = ({ count, stride }: Group, curve: CollectiveCurve, chips: number) =>
    spanTime(machine, curve, {
      chips,
      stride: plan.piecewise ? machine.domain : stride,
      bytes: 2 * count,
      constants,
      calls,
    });
  const whole = (group: Group) =>
    time(group, machine.reduce, group.chips) + time(group, machine.gather, group.chips);
  const every = (group: Group, size: number) => {
    const chips = size > 0 ? Math.min(size, group.chips) : group.chips;
    return 2 * time(group, machine.gather, chips) + time(group, machine.reduce, chips);
  };
  const across = (group: Group, size: number) =>
    size > 0 && size < group.chips ? crossTime(input, group, size) : 0;
  const sharedPass = (size: number) => ({
    every: every(dense, size) + every(experts, size),
    across: across(dense, size) + across(experts, size),
  });
  return { once: whole(dense) + whole(experts), sharedAll: sharedPass(0), sharedPass };
}

/** Hybrid sharding: what each sharing group adds up with the others. */
function crossTime(
  { machine, constants }: StepInput,
  { count, chips, stride }: { count: number; chips: number; stride: number },
  group: number,
): number {
  const bytes = (2 * count) / group;
  const wide = { chips: chips / group, stride: Math.max(stride * group, machine.domain), bytes, constants };
  return 2 * spanTime(machine, machine.reduce, wide);
}

/** What of the exchange between copies is not hidden behind `busy` seconds of work. */
function copyTime(base: StepBase, { shard, shardGroup }: Variant, busy: number): number {
  const m = base.microBatches;
  const pass = shard < 3 ? undefined : shardGroup > 0 ? base.sharedPass(shardGroup) : base.sharedAll;
  const shared = pass ? m * pass.every : 0;
  const once = pass ? pass.across : base.once;
  const exposedShared =
    shared * (1 - base.hiddenShared) + Math.max(0, shared * base.hiddenShared - 0.9 * busy);
  const exposedOnce = once * (1 - base.hiddenOnce) + Math.max(0, once * base.hiddenOnce - (0.66 * busy) / m);
  return (exposedShared + exposedOnce) * base.link;
}

/** Bytes of activations of one micro-batch on a chip. */
function activationBytes({ model, plan }: StepInput, recompute: Recompute): number {
  const tokens = (plan.microBatch * plan.sequence) / plan.context;
  const kept = trainedLayers(model).reduce(
    (sum, run) => sum + run.count * layerBytes(model, run, { ...plan, recompute }),
    0,
  );
  return (tokens * kept) / plan.pipeline;
}

/** Reading and writing weights, gradients, moments: about 30 bytes a parameter that this chip updates. */
function updateTimes({
  plan,
  counts,
  machine,
  constants,
}: StepInput): Pick<StepBase, 'update' | 'updateAll'> {
  const placed = placementOf(counts, plan);
  const shared = { ...placed, dense: densest(placed, plan) };
  const each = (30 * constants.optimiser) / machine.bandwidth;
  return {
    update: (variant) => each * updatedBy(shared, variant),
    updateAll: each * (shared.dense + shared.experts),
  };
}

/** An update whose states come from the host and go back there takes the longer of both. */
function hostedUpdate(base: StepBase, variant: Variant): number {
  const update = base.update(variant);
  const { hosted } = variant;
  if (hosted === undefined || hosted === 'none') return update;
  return update * Math.max(1, base.hosting.byte * base.hosting.bytes(hosted));
}

function hostingOf({ plan, machine, constants }: StepInput): StepBase['hosting'] {
  const software = plan.software ?? plainSoftware;
  return {
    byte: machine.bandwidth / (30 * constants.optimiser * machine.host),
    bytes: (hosted) => hostedBytes(software, hosted),
  };
}
