import type { Architecture, LayerRun } from '../models/architecture.ts';
import { keptSum } from './kept.ts';
import type { Plan, Schedule } from './plan.ts';

/** What the bytes of a layer depend on. */
type Shape = Pick<
  Plan,
  'tensor' | 'sequenceParallel' | 'recompute' | 'attention' | 'sequence' | 'expertTensor' | 'precision'
> &
  Pick<Partial<Plan>, 'software' | 'kept'>;

/**
 * Bytes that a layer keeps of each token for its backward pass, after Korthikanti et al. 2022 (arXiv 2205.05198, table 2).
 *
 * Where every second product is done again, what stays is the input of the layer, every second product and the output
 * of attention, as in TorchTitan's selective checkpointing by operation.
 */
export function layerBytes(model: Architecture, parts: Omit<LayerRun, 'count'>, plan: Shape): number {
  if (plan.recompute === 'full') return keptSum(model, parts, plan);
  if (plan.recompute === 'half') return halfBytes(model, parts, plan);
  return mixerBytes(model, parts.mixer, plan) + forwardBytes(model, parts.feedForward, plan);
}

function halfBytes(model: Architecture, parts: Omit<LayerRun, 'count'>, plan: Shape): number {
  const { mixer, feedForward } = parts;
  if (mixer?.kind !== 'attention' || feedForward?.kind !== 'dense') {
    return 0.5 * layerBytes(model, parts, { ...plan, recompute: 'none' });
  }
  const { tensor: t, sequenceParallel } = plan;
  const input = (2 * model.hidden) / (sequenceParallel ? t : 1);
  const products = 2 * (2 * mixer.heads + Math.max(mixer.kvHeads, t)) * mixer.headDim + 2 * feedForward.width;
  return (feedForward.gated ? 2 : 1) * input + products / t;
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
  if (part.kind === 'experts' && plan.software?.expertsAgain) return (2 * hidden) / own;
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

/** Micro-batches whose activations a stage keeps at once. */
export function inFlight(
  { schedule, chunks }: { schedule: Schedule; chunks: number },
  { stages: p, microBatches: m }: { stages: number; microBatches: number },
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
