import type { Kept } from './kept.ts';
import type { Precision } from './machine.ts';
import type { Hosted, Software } from './software.ts';

/** Orders in which a pipeline works on its micro-batches. */
export const schedules = ['gpipe', '1f1b', 'interleaved', 'zero-bubble', 'dualpipe'] as const;
export type Schedule = (typeof schedules)[number];

/** How much of the forward pass is done again in the backward pass: cheap parts, every second product, or all of it. */
export const recomputes = ['none', 'selective', 'half', 'full'] as const;
export type Recompute = (typeof recomputes)[number];

/**
 * How attention is computed: with its scores written to memory, tile by tile without (flash attention, arXiv 2205.14135),
 * or so by kernels tuned to the chip (FlashAttention-3, cuDNN, makers' own).
 */
export const attentions = ['written', 'flash', 'tuned'] as const;
export type Attention = (typeof attentions)[number];

export const dispatches = ['copies', 'nodes', 'fused'] as const;
export type Dispatch = (typeof dispatches)[number];

/** How a model is spread over chips, and how it is computed. */
export interface Plan {
  /** Chips over which each matrix is split. */
  tensor: number;
  /** Stages of the pipeline. */
  pipeline: number;
  /** Pieces that each stage holds of the model. */
  chunks: number;
  /** Copies of the model. */
  data: number;
  /** Chips over which each sequence is split. */
  context: number;
  /** Chips over which the experts of a layer are spread. */
  expert: number;
  /** Chips over which each expert is split. */
  expertTensor: number;
  /** Sequences that pass the pipeline together. */
  microBatch: number;
  /** Sequences of a step. */
  batch: number;
  /** Tokens of a sequence. */
  sequence: number;
  precision: Precision;
  schedule: Schedule;
  /** What copies of the model share: 0 nothing, 1 optimiser states, 2 gradients, too, 3 weights, too. */
  shard: 0 | 1 | 2 | 3;
  /** Whether shared weights are gathered one parameter at a time, as the first sharing software did, rather than a layer. */
  piecewise?: boolean;
  /** Copies that share, where fewer than all (hybrid sharding); 0 for all. */
  shardGroup: number;
  /** Whether norms and residuals are split over the tensor group, too. */
  sequenceParallel: boolean;
  recompute: Recompute;
  /** Share of the activations that are kept in the memory of the host, 0 to 1. */
  offload: number;
  /** What of weights and states waits in the memory of the host; nothing where left out. */
  hosted?: Hosted;
  /** What full recomputation keeps beside the inputs of layers, and so need not compute again. */
  kept?: readonly Kept[];
  attention: Attention;
  /** Whether a compiler or hand-written kernels join what is not a matrix product. */
  fused: boolean;
  /** Whether the exchange of experts is hidden behind other micro-batches, as DualPipe does. */
  expertOverlap: boolean;
  /**
   * How tokens reach their experts: each copy by itself (all-to-all), once to each node and spread there (DeepEP), or so by
   * kernels that permute as well (HybridEP). As usual for the year where left out.
   */
  dispatch?: Dispatch;
  /** Whether exchanges within tensor groups wait for the product before them, and the next product for them. */
  tensorExposed?: boolean;
  /** Whether experts drop tokens beyond a fixed capacity, so that the host need not wait for counts. */
  dropsTokens: boolean;
  /** Rows that each expert computes over its even share, where it is padded to a fixed capacity; 1 where left out. */
  capacity?: number;
  /** Whether kernels are launched from recorded graphs: those of attention and of routers, or those of a whole step. */
  graphs?: 'part' | 'full';
  /** When the software was made, as a year with fraction. */
  year: number;
  /** What the software keeps in memory; Megatron's habits where left out. */
  software?: Software;
}

/** Chips that a plan takes. */
export function chipsOf({ tensor, pipeline, data, context }: Plan): number {
  return tensor * pipeline * data * context;
}

/** Micro-batches that pass the pipeline in a step. */
export function microBatches({ batch, microBatch, data }: Plan): number {
  return batch / (microBatch * data);
}
