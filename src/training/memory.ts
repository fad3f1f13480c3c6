import type { Architecture, LayerRun } from '../models/architecture.ts';
import type { parametersOf } from '../models/parameters.ts';
import type { MemoryConstants } from './memory-constants.ts';
import { placementOf } from './placement.ts';
import { microBatches, type Plan, type Recompute, recomputes, type Schedule } from './plan.ts';

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

/** What plans that differ only in schedule, pieces, recomputation, sharing and offload have in common. */
export interface MemoryBase {
  microBatches: number;
  stages: number;
  /** Layers of the fullest stage, and over those of the mean stage. */
  stageLayers: number;
  layerShare: number;
  tokens: number;
  /** Bytes a token that a mean layer keeps, by recomputation, and that the largest needs while it works. */
  kept: Readonly<Record<Recompute, number>>;
  working: number;
  /** Activations of this software over those counted: 1 where kernels are joined. */
  extra: number;
  /** Parameters of a mean stage on one chip. */
  dense: number;
  experts: number;
  /** Embedding table and output layer on the stages that hold them. */
  first: number;
  last: number;
  denseGroup: number;
  expertGroup: number;
  /** Logits of a micro-batch [B]. */
  logits: number;
  /** Gathered weights of fully sharded copies [B]. */
  gathered: number;
}

/** What a plan may vary without a new base. */
export interface Variant {
  schedule: Schedule;
  chunks: number;
  recompute: Recompute;
  shard: Plan['shard'];
  shardGroup: number;
  offload: number;
}

/** The part of the memory model that is computed once for many variants of a plan. */
export function memoryBase({ model, counts, plan, constants }: MemoryInput): MemoryBase {
  const placed = placementOf(counts, plan);
  const layers = model.layers.reduce((sum, { count }) => sum + count, 0);
  const stageLayers = Math.ceil(layers / plan.pipeline);
  const tokens = (plan.microBatch * plan.sequence) / plan.context;
  const bytes = (recompute: Recompute) =>
    model.layers.reduce((sum, run) => sum + run.count * layerBytes(model, run, { ...plan, recompute }), 0) /
    layers;
  const one = plan.pipeline === 1;
  const separate = one && counts.head === 0 ? 0 : placed.head;
  return {
    microBatches: microBatches(plan),
    stages: plan.pipeline,
    stageLayers,
    layerShare: (stageLayers * plan.pipeline) / layers,
    tokens,
    kept: Object.fromEntries(recomputes.map((one) => [one, bytes(one)])) as Record<Recompute, number>,
    extra: plan.fused || plan.attention !== 'written' ? 1 : 1 + constants.unfused,
    working: Math.max(...model.layers.map((run) => layerBytes(model, run, { ...plan, recompute: 'none' }))),
    dense: placed.dense,
    experts: placed.experts,
    first: placed.embedding + (one ? separate : 0),
    last: one ? 0 : separate,
    denseGroup: placed.denseGroup,
    expertGroup: placed.expertGroup,
    logits: (logitBytes(plan, constants) * tokens * model.vocab) / plan.tensor,
    gathered:
      (4 * (placed.dense + placed.experts)) / (layers / plan.pipeline) + (2 * counts.embedding) / plan.tensor,
  };
}

/** Bytes of the loss for each token and word: joined kernels keep little, compilers with tuned ones work in pieces. */
function logitBytes({ shard, attention }: Plan, constants: MemoryConstants): number {
  if (shard !== 3) return constants.logitBytes;
  return attention === 'tuned' ? constants.piecewiseLogitBytes : constants.plainLogitBytes;
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
  const base = memoryBase(input);
  if (stage !== undefined)
    return stageMemory(base, { variant: input.plan, constants: input.constants, stage });
  return fullestStage(base, input.plan, input.constants);
}

/** Memory of the fullest chip of all stages: of the first one, or of the last. */
export function fullestStage(base: MemoryBase, variant: Variant, constants: MemoryConstants): MemoryUse {
  const first = stageMemory(base, { variant, constants, stage: 0 });
  if (base.stages === 1) return first;
  const last = stageMemory(base, { variant, constants, stage: base.stages - 1 });
  return first.total >= last.total ? first : last;
}

/** Total of `fullestStage` [B], without its parts: what a search asks for a million times. */
export function fullestTotal(base: MemoryBase, variant: Variant, constants: MemoryConstants): number {
  const first = writeStage(base, variant, constants, 0, scratch).total;
  return base.stages === 1
    ? first
    : Math.max(first, writeStage(base, variant, constants, base.stages - 1, scratch).total);
}

function nothing(): MemoryUse {
  return { weights: 0, gradients: 0, optimiser: 0, activations: 0, buffers: 0, overhead: 0, total: 0 };
}

const scratch = nothing();

function stageMemory(
  base: MemoryBase,
  { variant, constants, stage }: { variant: Variant; constants: MemoryConstants; stage: number },
): MemoryUse {
  return writeStage(base, variant, constants, stage, nothing());
}

/** Writes the memory of a stage into an object that a search uses again and again. */
function writeStage(
  base: MemoryBase,
  variant: Variant,
  constants: MemoryConstants,
  stage: number,
  into: MemoryUse,
): MemoryUse {
  const { shard, shardGroup, schedule, recompute, offload } = variant;
  const isLast = stage === base.stages - 1;
  const copies = schedule === 'dualpipe' ? 2 : 1;
  const outer = (stage === 0 ? base.first : 0) + (isLast ? base.last : 0);
  const dense = base.dense * base.layerShare * copies + outer;
  const experts = base.experts * base.layerShare * copies;
  const group = shard === 3 && shardGroup > 0 ? shardGroup : base.denseGroup;
  const shared = dense / group + experts / Math.min(group, base.expertGroup);
  const whole = dense + experts;
  // Fully sharded data parallelism keeps its weights in four bytes and needs no second copy for the optimiser.
  into.weights = shard === 3 ? 4 * shared : 2 * whole;
  into.gradients = shard === 3 ? 4 * shared : constants.gradientBytes * (shard === 2 ? shared : whole);
  into.optimiser = shard === 3 ? 8 * shared : 12 * (shard >= 1 ? shared : whole);
  const held = inFlight(variant, base, stage) * base.stageLayers * base.kept[recompute];
  const working = recompute === 'full' ? base.working : 0;
  into.activations = base.extra * base.tokens * (held + working) * (1 - 0.9 * offload);
  into.buffers = (isLast ? base.logits : 0) + (shard === 3 ? base.gathered : 0);
  into.overhead = constants.runtime + constants.fragments * (into.activations + into.buffers);
  into.total =
    into.weights + into.gradients + into.optimiser + into.activations + into.buffers + into.overhead;
  return into;
}

/** Micro-batches whose activations a stage keeps at once. */
export function inFlight(
  { schedule, chunks }: Pick<Variant, 'schedule' | 'chunks'>,
  { stages: p, microBatches: m }: Pick<MemoryBase, 'stages' | 'microBatches'>,
  stage: number,
): number {
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

/** What the bytes of a layer depend on. */
type Shape = Pick<
  Plan,
  'tensor' | 'sequenceParallel' | 'recompute' | 'attention' | 'sequence' | 'expertTensor' | 'precision'
>;

/** Bytes that a layer keeps of each token for its backward pass. */
export function layerBytes(model: Architecture, parts: Omit<LayerRun, 'count'>, plan: Shape): number {
  const { hidden } = model;
  const own = plan.sequenceParallel ? plan.tensor : 1;
  if (plan.recompute === 'full') return (2 * hidden) / own;
  if (plan.recompute === 'half') return 0.5 * layerBytes(model, parts, { ...plan, recompute: 'none' });
  return mixerBytes(model, parts.mixer, plan) + forwardBytes(model, parts.feedForward, plan);
}

function mixerBytes({ hidden }: Architecture, mixer: LayerRun['mixer'], plan: Shape): number {
  if (!mixer) return 0;
  const t = plan.tensor;
  const own = plan.sequenceParallel ? t : 1;
  const selective = plan.recompute === 'selective';
  const around = ((selective ? 2 : 4) * hidden) / own;
  if (mixer.kind === 'attention') {
    const { heads, kvHeads, headDim } = mixer;
    const scores = plan.attention === 'written' && !selective ? (5 * heads * plan.sequence) / t : 0;
    return around + (2 * (2 * heads + 2 * Math.max(kvHeads, t)) * headDim) / t + scores;
  }
  if (mixer.kind === 'mla') {
    const { heads, queryRank, kvRank, plain, rotary, value } = mixer;
    const up = (heads * (2 * (plain + rotary) + value)) / t;
    return around + (4 * (queryRank + kvRank)) / own + (2 * heads * value) / t + (selective ? 0 : 2 * up);
  }
  const inner = mixer.kind === 'delta' ? mixer.valueHeads * mixer.valueDim : mixer.heads * mixer.headDim;
  return around + (2 * 6 * inner) / t;
}

function forwardBytes({ hidden }: Architecture, part: LayerRun['feedForward'], plan: Shape): number {
  if (!part) return 0;
  const t = plan.tensor;
  const own = plan.sequenceParallel ? t : 1;
  const selective = plan.recompute === 'selective';
  const around = ((selective ? 2 : 4) * hidden) / own;
  const each = (part.gated ? 3 : 2) - (selective ? 1 : 0);
  if (part.kind === 'dense') return around + (2 * each * part.width) / t;
  const { active, width, shared, latent } = part;
  // Inputs of products are kept in the format they are multiplied in.
  const kept = plan.precision === 'bf16' ? 2 : 1;
  const routed = active * ((2 * each - 2 + kept) * width + kept * (latent ?? hidden));
  return around + (2 * each * shared) / t + routed / t;
}
