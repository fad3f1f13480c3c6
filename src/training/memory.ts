import type { Architecture, LayerRun } from '../models/architecture.ts';
import type { parametersOf } from '../models/parameters.ts';
import type { MemoryConstants } from './memory-constants.ts';
import { placementOf } from './placement.ts';
import { microBatches, type Plan } from './plan.ts';

/** Memory of the fullest chip [B], by what it holds; the parts add up to `total`. */
export interface MemoryUse {
  weights: number;
  gradients: number;
  optimiser: number;
  activations: number;
  /** Logits, gathered weights, exchange of experts. */
  buffers: number;
  /** Runtime, communication library, and what the allocator cannot use. */
  overhead: number;
  total: number;
}

/** What the memory of a plan is computed from. */
export interface MemoryInput {
  model: Architecture;
  counts: ReturnType<typeof parametersOf>;
  plan: Plan;
  constants: MemoryConstants;
}

/**
 * Memory of one chip of a stage.
 *
 * Weights and gradients in two and four bytes, optimiser states in twelve, shared as ZeRO does (Rajbhandari et al. 2020,
 * arXiv 1910.02054); activations after Korthikanti et al. 2022 (arXiv 2205.05198, table 2), for as many micro-batches as
 * the schedule keeps in flight.
 *
 * @param stage stage of the pipeline, from 0; the fullest one where left out
 */
export function memoryUse(input: MemoryInput, stage?: number): MemoryUse {
  if (stage !== undefined) return stageMemory(input, stage);
  const first = stageMemory(input, 0);
  if (input.plan.pipeline === 1) return first;
  const last = stageMemory(input, input.plan.pipeline - 1);
  return first.total >= last.total ? first : last;
}

function stageMemory({ model, counts, plan, constants }: MemoryInput, stage: number): MemoryUse {
  const placed = placementOf(counts, plan);
  const { pipeline, shard } = plan;
  const outer =
    (stage === 0 ? placed.embedding : 0) +
    (stage === pipeline - 1 && (pipeline > 1 || counts.head > 0) ? placed.head : 0);
  const copies = plan.schedule === 'dualpipe' ? 2 : 1;
  const layerShare = stageShare(model, plan);
  const dense = placed.dense * layerShare * copies + outer;
  const experts = placed.experts * layerShare * copies;
  const group = shard === 3 && plan.shardGroup > 0 ? plan.shardGroup : placed.denseGroup;
  const expertGroup = Math.min(group, placed.expertGroup);
  const over = (from: 0 | 1 | 2 | 3) => (shard >= from ? { dense: group, experts: expertGroup } : { dense: 1, experts: 1 });
  const bytes = (each: number, by: { dense: number; experts: number }) =>
    each * (dense / by.dense + experts / by.experts);
  // Fully sharded data parallelism keeps its weights in four bytes and needs no second copy for the optimiser.
  const weights = bytes(shard === 3 ? 4 : 2, over(3));
  const gradients = bytes(shard === 3 ? 4 : constants.gradientBytes, over(2));
  const optimiser = bytes(shard === 3 ? 8 : 12, over(1));
  const activations = activationBytes({ model, counts, plan, constants }, stage) * (1 - 0.9 * plan.offload);
  const buffers = bufferBytes({ model, counts, plan, constants }, { stage, dense, experts });
  const held = weights + gradients + optimiser + activations + buffers;
  const overhead = constants.runtime + constants.fragments * (activations + buffers);
  return { weights, gradients, optimiser, activations, buffers, overhead, total: held + overhead };
}

/** Layers of the fullest stage over those of the mean stage. */
function stageShare(model: Architecture, { pipeline }: Plan): number {
  const layers = model.layers.reduce((sum, { count }) => sum + count, 0);
  return (Math.ceil(layers / pipeline) * pipeline) / layers;
}

/** Micro-batches whose activations a stage keeps at once. */
export function inFlight(plan: Plan, stage: number): number {
  const { pipeline: p, chunks, schedule } = plan;
  const m = microBatches(plan);
  switch (schedule) {
    case 'gpipe':
      return m;
    case '1f1b':
    case 'zero-bubble':
      return Math.min(m, p - stage);
    case 'interleaved':
      return Math.min(m, p - stage + (p - 1) / chunks);
    case 'dualpipe':
      return Math.min(m, p + 1);
  }
}

/** Bytes of activations that one stage keeps. */
export function activationBytes({ model, plan }: MemoryInput, stage: number): number {
  const tokens = (plan.microBatch * plan.sequence) / plan.context;
  const layers = model.layers.reduce((sum, { count }) => sum + count, 0);
  const kept = model.layers.reduce((sum, run) => sum + run.count * layerBytes(model, run, plan), 0) / layers;
  const working = Math.max(...model.layers.map((run) => layerBytes(model, run, { ...plan, recompute: 'none' })));
  const stageLayers = Math.ceil(layers / plan.pipeline);
  const held = inFlight(plan, stage) * stageLayers * kept;
  return tokens * (plan.recompute === 'full' ? held + working : held);
}

/** Bytes that a layer keeps of each token for its backward pass. */
export function layerBytes(model: Architecture, parts: Omit<LayerRun, 'count'>, plan: Plan): number {
  const { mixer, feedForward } = parts;
  const { hidden } = model;
  const t = plan.tensor;
  const own = plan.sequenceParallel ? t : 1;
  if (plan.recompute === 'full') return (2 * hidden) / own;
  if (plan.recompute === 'half') return 0.5 * layerBytes(model, parts, { ...plan, recompute: 'none' });
  const selective = plan.recompute === 'selective';
  let bytes = 0;
  if (mixer) {
    bytes += (2 * hidden) / own + (selective ? 0 : (2 * hidden) / own);
    if (mixer.kind === 'attention') {
      const { heads, kvHeads, headDim } = mixer;
      bytes += (2 * (heads + 2 * Math.max(kvHeads, t)) * headDim + 2 * heads * headDim) / t;
      if (plan.attention === 'written' && !selective) bytes += (5 * heads * plan.sequence) / t;
    } else if (mixer.kind === 'mla') {
      const { heads, queryRank, kvRank, plain, rotary, value } = mixer;
      const up = (heads * (2 * (plain + rotary) + value)) / t;
      bytes += (4 * (queryRank + kvRank)) / own + (2 * heads * value) / t + (selective ? 0 : 2 * up);
    } else {
      const inner = mixer.kind === 'delta' ? mixer.valueHeads * mixer.valueDim : mixer.heads * mixer.headDim;
      bytes += (2 * 6 * inner) / t;
    }
  }
  if (feedForward) {
    bytes += (2 * hidden) / own + (selective ? 0 : (2 * hidden) / own);
    const each = (gated: boolean) => (gated ? 3 : 2) - (selective ? 1 : 0);
    if (feedForward.kind === 'dense') {
      bytes += (2 * each(feedForward.gated) * feedForward.width) / t;
    } else {
      const { active, width, gated, shared, latent } = feedForward;
      const copies = (active * plan.expertTensor) / t;
      bytes += (2 * each(gated) * shared) / t;
      bytes += (2 * copies * (each(gated) * width)) / plan.expertTensor + 2 * copies * 2 * (latent ?? hidden) * 0.5;
    }
  }
  return bytes;
}

function bufferBytes(
  { model, counts, plan, constants }: MemoryInput,
  { stage, dense, experts }: { stage: number; dense: number; experts: number },
): number {
  const tokens = (plan.microBatch * plan.sequence) / plan.context;
  const last = stage === plan.pipeline - 1;
  const logits = last ? (constants.logitBytes * tokens * model.vocab) / plan.tensor : 0;
  const layers = model.layers.reduce((sum, { count }) => sum + count, 0) / plan.pipeline;
  const gathered = plan.shard === 3 ? (2 * 2 * (dense + experts)) / layers + (2 * counts.embedding) / plan.tensor : 0;
  return logits + gathered;
}
