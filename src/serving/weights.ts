import { remaining } from '../elementary/remaining.ts';
import type { Architecture } from '../models/architecture.ts';
import { layerParameters, mixerParameters } from '../models/parameters.ts';
import { type Machine, operandBytes } from '../training/machine.ts';
import type { Limits } from './constants.ts';
import type { Formats, Placement } from './placement.ts';

/** Bytes of the weights of a model: layers but for their routed experts, these, and the tables of words. */
export interface ModelBytes {
  whole: number;
  experts: number;
  tables: number;
}

/** Bytes of the weights of a model in some formats. */
export function modelBytes(model: Architecture, formats: Formats): ModelBytes {
  let whole = 0;
  let experts = 0;
  for (const run of model.layers) {
    const counts = layerParameters(model, run);
    const mixer = run.mixer ? mixerParameters(model, run.mixer) : 0;
    const rest = counts.total - counts.experts - mixer;
    whole += run.count * (mixer * operandBytes[formats.mixer] + rest * operandBytes[formats.dense]);
    experts += run.count * counts.experts * operandBytes[formats.experts];
  }
  const tables = model.vocab * model.hidden * (model.tied ? 1 : 2) * operandBytes.bf16;
  return { whole, experts, tables };
}

/** Bytes of the weights that lie on one chip. */
export function weightBytes(
  { whole, experts, tables }: ModelBytes,
  { tensor, data, pipeline, expertParallel, balance }: Placement,
  limits: Limits,
): number {
  const group = expertParallel ? tensor * data : tensor;
  const copies =
    expertParallel && (balance === 'balanced' || balance === 'perfect') && group > 1 ? 1 + limits.copies : 1;
  return (whole / tensor + (copies * experts) / group) / pipeline + tables / tensor / Math.min(2, pipeline);
}

/**
 * Bytes of the weights on one chip that a step of so many tokens reads: of the routed experts those that some token visits,
 * experts x (1 - (1 - active / experts)^tokens) where tokens choose at random; of the table of words the rows looked up.
 *
 * @param tokens tokens of a step in the group of chips that share the experts
 */
export function readWeightBytes(
  model: Architecture,
  placement: Placement,
  limits: Limits,
  tokens: number,
): number {
  const { tensor, data, pipeline, expertParallel, formats } = placement;
  const group = expertParallel ? tensor * data : tensor;
  const unread = model.layers.reduce((sum, run) => {
    if (run.feedForward?.kind !== 'experts') return sum;
    const { experts, active } = run.feedForward;
    const share = remaining(active / experts, tokens);
    return sum + share * run.count * layerParameters(model, run).experts * operandBytes[formats.experts];
  }, 0);
  const table = model.tied ? 0 : model.vocab * model.hidden * operandBytes.bf16;
  return (
    weightBytes(modelBytes(model, formats), { ...placement, balance: 'none' }, limits) -
    unread / group / pipeline -
    table / tensor / Math.min(2, pipeline)
  );
}

/** Bytes that one sequence keeps on each chip of its group: a part for each token in sight, and a part that does not grow. */
export interface SequenceBytes {
  /** Bytes a token of layers that see everything. */
  token: number;
  /** Layers that see a window: bytes a token, and tokens. */
  windows: readonly { token: number; window: number }[];
  /** State of linear mixers. */
  state: number;
}

/** Cache of one sequence on one chip: keys and values of the heads it holds; a compressed cache is held whole by each. */
export function sequenceBytes(model: Architecture, { tensor, pipeline, formats }: Placement): SequenceBytes {
  let token = 0;
  let state = 0;
  const windows: { token: number; window: number }[] = [];
  for (const { count, mixer } of model.layers) {
    if (mixer?.kind === 'attention') {
      const heads = Math.max(1, mixer.kvHeads / tensor);
      const bytes = (count * 2 * heads * mixer.headDim * formats.cache) / pipeline;
      if (mixer.window === undefined) token += bytes;
      else windows.push({ token: bytes, window: mixer.window });
    } else if (mixer?.kind === 'mla') {
      const index = mixer.select?.width ?? 0;
      token += (count * ((mixer.kvRank + mixer.rotary) * formats.cache + index)) / pipeline;
    } else if (mixer) {
      state += (count * stateBytes(mixer)) / tensor / pipeline;
    }
  }
  return { token, windows, state };
}

/** Bytes of the state of a linear mixer, in four bytes a number. */
export function stateBytes(
  mixer: Exclude<NonNullable<Architecture['layers'][number]['mixer']>, { kind: 'attention' | 'mla' }>,
): number {
  switch (mixer.kind) {
    case 'mamba':
      return 4 * mixer.heads * mixer.headDim * mixer.state;
    case 'delta':
      return 4 * mixer.valueHeads * mixer.keyDim * mixer.valueDim;
    case 'lightning':
      return 4 * mixer.heads * mixer.headDim * mixer.headDim;
  }
}

/** Bytes of a sequence that holds `context` tokens. */
export function heldBytes({ token, windows, state }: SequenceBytes, context: number): number {
  let bytes = token * context + state;
  for (const { token: each, window } of windows) bytes += each * Math.min(context, window);
  return bytes;
}

/** Bytes of each chip that are left for the cache. */
export function cacheRoom(machine: Machine, weights: number, { runtime, cacheShare }: Limits): number {
  return Math.max(0, machine.memory - weights - runtime) * cacheShare;
}
