import { type Architecture, layerCount } from '../models/architecture.ts';
import { joiningParameters, type parametersOf } from '../models/parameters.ts';
import { inFlight, layerBytes } from './activations.ts';
import type { MemoryConstants } from './memory-constants.ts';
import { headOf, sharedBy } from './placement.ts';
import { microBatches, type Plan, type Recompute, type Schedule } from './plan.ts';
import {
  forLargeRuns,
  type Hosted,
  plainSoftware,
  type Software,
  type StateBytes,
  stateBytes,
} from './software.ts';
import {
  type LayerWeights,
  layersOfStage,
  layerWeights,
  likelyFullest,
  stageLayers,
} from './stage-memory.ts';

export { inFlight, layerBytes };

/** Memory of the fullest chip [B], by what it holds; the parts add up to `total`. */
export interface MemoryUse {
  weights: number;
  gradients: number;
  optimiser: number;
  activations: number;
  /** Logits, gathered weights, products of gradients. */
  buffers: number;
  /** What the allocator reserves and cannot use, and then runtime and communication library. */
  overhead: number;
  total: number;
}

/** What the memory of a plan is computed from. */
export interface MemoryInput {
  model: Architecture;
  counts: ReturnType<typeof parametersOf>;
  plan: Plan;
  constants: MemoryConstants;
  /** `layerWeights` of the plan, where it is known already. */
  weights?: LayerWeights;
}

/** What plans that differ only in schedule, pieces, recomputation, sharing and offload have in common. */
export interface MemoryBase {
  microBatches: number;
  stages: number;
  software: Software;
  denseGroup: number;
  expertGroup: number;
  /** The stages of which one is the fullest. */
  ends: readonly StageBase[];
  /** Bytes that the largest layer needs while it works. */
  working: number;
  /** Gathered weights of fully sharded copies [B]. */
  gathered: number;
}

/** What one chip of a stage holds. */
interface StageBase {
  stage: number;
  layers: number;
  /** Parameters, outside routed experts and in them. */
  dense: number;
  experts: number;
  /** Bytes of a micro-batch that all layers keep, by recomputation. */
  kept: Readonly<Record<Recompute, number>>;
  /** Bytes of the loss and of inputs gathered for it, and of buffers that stay where weights are not gathered for each use [B]. */
  logits: number;
  buffers: number;
  /** Bytes of states by what is shared, without groups: a cache that `fullestTotal` fills; -1 where it is empty. */
  states: number[];
}

/** What a plan may vary without a new base. */
export interface Variant {
  schedule: Schedule;
  chunks: number;
  recompute: Recompute;
  shard: Plan['shard'];
  shardGroup: number;
  offload: number;
  hosted?: Hosted | undefined;
}

/** The part of the memory model that is computed once for many variants of a plan. */
export function memoryBase(input: MemoryInput, only?: number): MemoryBase {
  const { model, counts, plan, constants } = input;
  const { tensor, pipeline, data, context, expert, expertTensor } = plan;
  const software = plan.software ?? plainSoftware;
  const tokens = (plan.microBatch * plan.sequence) / context;
  const plain = plan.fused || (software.framework !== 'torch' && plan.attention !== 'written');
  const scale = tokens * (plain ? 1 : 1 + constants.unfused);
  const weights = input.weights ?? layerWeights(model, plan);
  const last = pipeline - 1;
  const wanted = only === undefined ? likelyFullest(model, weights, pipeline) : [only];
  const across = software.wholeOutputs ? 1 : tensor;
  const layers = layerCount(model) + model.furtherTokens;
  const ofEnd = (headOf(counts, plan) + joiningParameters(model)) / tensor;
  // The loss of each module for a further token keeps logits of its own.
  const losses = 1 + model.furtherTokens;
  // PyTorch's tensor groups gather the whole input of a product, and hold its gradient whole, too.
  const gatheredInputs =
    software.framework === 'torch' && plan.sequenceParallel ? 4 * model.hidden * tokens : 0;
  const ends = wanted.map((stage): StageBase => {
    const part = layersOfStage(layers, pipeline, stage);
    const own = stageLayers(model, weights, part);
    const table = (counts.embedding + counts.rest) / across;
    const outer = (stage === 0 ? table : 0) + (stage === last ? ofEnd : 0);
    return {
      stage,
      layers: part.count,
      dense: own.dense + outer,
      experts: own.experts,
      kept: {
        none: scale * own.kept.none,
        selective: scale * own.kept.selective,
        half: scale * own.kept.half,
        full: tokens * own.kept.full,
      },
      logits:
        gatheredInputs +
        (stage === last
          ? (losses * logitBytes(plan, software, constants) * tokens * model.vocab) / across
          : 0),
      buffers: stageBuffers(input, { stage, tokens, software, products: weights.products }),
      states: [-1, -1, -1, -1, -1, -1, -1, -1],
    };
  });
  return {
    microBatches: microBatches(plan),
    stages: pipeline,
    software,
    denseGroup: data * context,
    expertGroup: Math.max(1, (data * context * tensor) / (expert * expertTensor)),
    ends,
    working: scale * weights.working,
    gathered: 4 * weights.largest + (2 * counts.embedding) / tensor,
  };
}

/**
 * Bytes of the loss for each token and word. Joined kernels keep little, compilers of tuned frameworks work in pieces;
 * PyTorch alone holds logits in two bytes and, in the format of the loss, the softmax and two gradients, until its
 * compiler joined them in 2025.
 */
function logitBytes(plan: Plan, { framework, states }: Software, constants: MemoryConstants): number {
  if (framework === 'jax') return constants.piecewiseLogitBytes;
  if (framework !== 'torch' || (plan.fused && plan.year >= 2025 && states === 'mixed'))
    return constants.logitBytes;
  return 2 + 3 * (states === 'bf16' ? 2 : 4);
}

/** Since Transformer Engine joined Megatron, products of gradients are added in place and leave a placeholder of each shape. */
const transformerEngine = 2023;

function stageBuffers(
  { model, counts, plan }: MemoryInput,
  {
    stage,
    tokens,
    software,
    products,
  }: { stage: number; tokens: number; software: Software; products: number },
): number {
  const last = stage === plan.pipeline - 1;
  if (forLargeRuns(software.framework) && plan.year >= transformerEngine) {
    return 2 * products + (last ? (2 * counts.embedding) / plan.tensor : 0);
  }
  if (plan.pipeline === 1 || (software.framework !== 'torch' && software.framework !== 'deepspeed')) return 0;
  // Pipelines of DeepSpeed keep the outputs of a stage, those of PyTorch also the buffers both neighbours write to, and
  // the logits of all micro-batches.
  const own = plan.sequenceParallel ? plan.tensor : 1;
  const output = (2 * model.hidden * tokens * Math.min(microBatches(plan), plan.pipeline - stage)) / own;
  if (software.framework === 'deepspeed') return output;
  return 3 * output + (last ? (2 * microBatches(plan) * tokens * model.vocab) / plan.tensor : 0);
}

/**
 * Memory of one chip of a stage.
 *
 * Weights, gradients and optimiser states as `stateBytes` says; activations as `layerBytes` says, for as many
 * micro-batches as the schedule keeps in flight.
 *
 * @param stage stage of the pipeline, from 0; the fullest one where left out
 */
export function memoryUse(input: MemoryInput, stage?: number): MemoryUse {
  const base = memoryBase(input, stage);
  const uses = base.ends.map((end) =>
    stageMemory(base, end, { variant: input.plan, constants: input.constants }),
  );
  return uses.reduce((most, one) => (one.total > most.total ? one : most));
}

/** Total of the fullest stage [B], without its parts: what a search asks for a million times. */
export function fullestTotal(base: MemoryBase, variant: Variant, constants: MemoryConstants): number {
  const { shard, shardGroup, recompute, hosted } = variant;
  const plain = hosted === undefined || hosted === 'none';
  const gathers = shard === 3 || hosted === 'weights';
  const index = variant.schedule === 'dualpipe' ? shard + 4 : shard;
  const working = recompute === 'full' ? base.working : 0;
  const loose = 1 + constants.fragments;
  let most = 0;
  for (let i = 0; i < base.ends.length; i++) {
    const end = base.ends[i]!;
    let states = end.states[index]!;
    if (shardGroup > 0 || !plain || states < 0) {
      const { weights, gradients, optimiser } = statesOf(base, end, { variant, constants });
      states = weights + gradients + optimiser;
      if (shardGroup === 0 && plain) end.states[index] = states;
    }
    const held = heldBytes(base, end, variant);
    const total =
      states + (held + Math.max(working, end.logits) + (gathers ? base.gathered : end.buffers)) * loose;
    if (total > most) most = total;
  }
  return most + constants.runtime;
}

/** Bytes of activations that stay on the chip: of what moves to the host, those of the two layers that are on their way. */
function heldBytes(base: MemoryBase, end: StageBase, variant: Variant): number {
  const flying = inFlight(variant, base, end.stage);
  const all = flying * end.kept[variant.recompute];
  if (variant.offload === 0) return all;
  return all * (1 - variant.offload * Math.max(0, 1 - 2 / Math.max(1, end.layers * flying)));
}

interface Asked {
  variant: Variant;
  constants: MemoryConstants;
}

function stageMemory(base: MemoryBase, end: StageBase, { variant, constants }: Asked): MemoryUse {
  const { shard, recompute, hosted } = variant;
  const states = statesOf(base, end, { variant, constants });
  const held = heldBytes(base, end, variant);
  // The largest layer works when the loss is done: the larger of both counts.
  const working = recompute === 'full' ? Math.max(0, base.working - end.logits) : 0;
  const activations = held + working;
  const buffers = end.logits + (shard === 3 || hosted === 'weights' ? base.gathered : end.buffers);
  const overhead = constants.runtime + constants.fragments * (activations + buffers);
  const { weights, gradients, optimiser } = states;
  const total = weights + gradients + optimiser + activations + buffers + overhead;
  return { ...states, activations, buffers, overhead, total };
}

const tables = new WeakMap<Software, Map<number, readonly StateBytes[]>>();

/** Bytes of states by what is shared, made once for each kind of software. */
function tableOf(software: Software, gradientBytes: number): readonly StateBytes[] {
  const byBytes = tables.get(software) ?? new Map<number, readonly StateBytes[]>();
  tables.set(software, byBytes);
  const found =
    byBytes.get(gradientBytes) ??
    ([0, 1, 2, 3] as const).map((shard) => stateBytes(software, shard, { gradientBytes }));
  byBytes.set(gradientBytes, found);
  return found;
}

/** Weights, gradients and states of a stage; with DualPipe a chip holds a stage from each end (arXiv 2412.19437). */
function statesOf(
  base: MemoryBase,
  end: StageBase,
  { variant: { shard, shardGroup, schedule, hosted = 'none' }, constants }: Asked,
): Pick<MemoryUse, 'weights' | 'gradients' | 'optimiser'> {
  const other = end.stage === 0 ? base.ends.at(-1)! : end.stage === base.stages - 1 ? base.ends[0]! : end;
  const both = schedule === 'dualpipe';
  const dense = end.dense + (both ? other.dense : 0);
  const experts = end.experts + (both ? other.experts : 0);
  const whole = dense + experts;
  const { denseGroup, expertGroup } = base;
  const shared = sharedBy({ dense, experts, denseGroup, expertGroup }, shard === 3 ? shardGroup : 0);
  const { gradientBytes } = constants;
  const bytes =
    hosted === 'none'
      ? tableOf(base.software, gradientBytes)[shard]!
      : stateBytes(base.software, shard, { gradientBytes, hosted });
  const of = ({ each, spread }: { each: number; spread: number }) => each * whole + spread * shared;
  return { weights: of(bytes.weight), gradients: of(bytes.gradient), optimiser: of(bytes.optimiser) };
}

/** What a measurement of memory counts: what is allocated, what the allocator reserves, or all of the device. */
export const measures = ['allocated', 'reserved', 'device'] as const;
export type Measure = (typeof measures)[number];

/** The part of a use of memory that a measurement sees [B]. */
export function seenBy(
  measure: Measure,
  { total, overhead }: MemoryUse,
  { runtime }: MemoryConstants,
): number {
  if (measure === 'device') return total;
  return total - (measure === 'reserved' ? runtime : overhead);
}
