import type { Architecture, FeedForward, LayerRun, Mixer } from './architecture.ts';
import { parametersOf } from './parameters.ts';

/**
 * Ways to count the work of a token; published rates differ by up to 1.7 for the same run.
 *
 * - `causal`: every matrix product, attention over the tokens before only (NVIDIA since 2024)
 * - `full`: the same with attention over the whole sequence (Megatron before, MosaicML)
 * - `hardware`: `full`, and the forward pass of the layers counted again as full recomputation does it (SC21, BLOOM)
 * - `six-n`: six times the active parameters
 */
export const conventions = ['causal', 'full', 'hardware', 'six-n'] as const;
export type Convention = (typeof conventions)[number];

/** FLOP of the forward pass of one token, by part. */
export interface ForwardFlop {
  /** Projections, feed-forward layers and routers. */
  matrices: number;
  /** Scores and weighted sums of attention, over the tokens before each token only. */
  attention: number;
  /** Output layer. */
  head: number;
}

/**
 * FLOP of the forward pass of one token through the model itself: its maker leaves the module for further tokens out of
 * DeepSeek-V3's 250 GFLOP a token, though it takes time and memory; NVIDIA's rates count it, 4 % more.
 *
 * @param sequence tokens of a sequence
 */
export function forwardFlop(model: Architecture, sequence: number): ForwardFlop {
  let matrices = 0;
  let attention = 0;
  for (const run of model.layers) {
    const one = layerFlop(model, run, sequence);
    matrices += run.count * one.matrices;
    attention += run.count * one.attention;
  }
  return { matrices, attention, head: 2 * model.hidden * model.vocab };
}

/** FLOP of one token that is decoded, by the formats that they run in. */
export interface DecodeFlop {
  /** Projections of mixers, and dense, shared and router parts of feed-forward layers. */
  mixers: number;
  dense: number;
  /** Routed experts that the token visits. */
  experts: number;
  /** Scores and weighted sums of attention, or the state of linear mixers; of these, what picks its tokens. */
  attention: number;
  picking: number;
  /** Output layer. */
  head: number;
}

/**
 * FLOP of one token that is decoded with `context` tokens in sight: attention over a compressed cache is absorbed, so that each head
 * multiplies with the whole rank of keys and values, 2 h (2 r + p) a token in sight (DeepSeek-V2, arXiv 2405.04434, section 2.1.2).
 */
export function decodeFlop(model: Architecture, context: number): DecodeFlop {
  const all = {
    mixers: 0,
    dense: 0,
    experts: 0,
    attention: 0,
    picking: 0,
    head: 2 * model.hidden * model.vocab,
  };
  for (const { count, mixer, feedForward } of model.layers) {
    if (mixer) {
      all.mixers += count * mixerFlop(model, mixer, 1).matrices;
      all.attention += count * sightFlop(mixer, context);
      const select = mixer.kind === 'mla' ? mixer.select : undefined;
      if (select) all.picking += count * 2 * select.heads * select.width * context;
    }
    if (!feedForward) continue;
    const routed = feedForward.kind === 'experts' ? routedFlop(model, feedForward) : 0;
    all.experts += count * routed;
    all.dense += count * (feedForwardFlop(model, feedForward) - routed);
  }
  return all;
}

/** FLOP of attention of one decoded token in one layer. */
function sightFlop(mixer: Mixer, context: number): number {
  switch (mixer.kind) {
    case 'attention':
      return 4 * mixer.heads * mixer.headDim * Math.min(context, mixer.window ?? context);
    case 'mla': {
      const seen = Math.min(context, mixer.select?.tokens ?? context);
      return 2 * mixer.heads * (2 * mixer.kvRank + mixer.rotary) * seen;
    }
    case 'mamba':
      return 6 * mixer.heads * mixer.headDim * mixer.state;
    case 'delta':
      return 6 * mixer.valueHeads * mixer.valueDim * mixer.keyDim;
    case 'lightning':
      return 6 * mixer.heads * mixer.headDim * mixer.headDim;
  }
}

/** FLOP of the forward pass of one token through one layer; `attention` over the tokens before only. */
export function layerFlop(
  model: Architecture,
  { mixer, feedForward }: LayerRun,
  sequence: number,
): { matrices: number; attention: number } {
  const mixing = mixer ? mixerFlop(model, mixer, sequence) : { matrices: 0, attention: 0 };
  const forward = feedForward ? feedForwardFlop(model, feedForward) : 0;
  return { matrices: mixing.matrices + forward, attention: mixing.attention };
}

/** Tokens that a token sees on average, itself among them, in a causal sequence with an optional window. */
export function seenTokens(sequence: number, window: number | undefined): number {
  if (window === undefined || window >= sequence) return sequence / 2;
  return (window * (sequence - window / 2)) / sequence;
}

function mixerFlop(
  { hidden }: Architecture,
  mixer: Mixer,
  sequence: number,
): { matrices: number; attention: number } {
  switch (mixer.kind) {
    case 'attention': {
      const { heads, kvHeads, headDim } = mixer;
      const width = (mixer.gated ? 3 : 2) * heads + 2 * kvHeads;
      const seen = seenTokens(sequence, mixer.window);
      return { matrices: 2 * hidden * headDim * width, attention: 4 * heads * headDim * seen };
    }
    case 'mla': {
      const { heads, queryRank, kvRank, plain, rotary, value } = mixer;
      const query = heads * (plain + rotary);
      const queries = queryRank > 0 ? queryRank * (hidden + query) : hidden * query;
      const keys = hidden * (kvRank + rotary) + kvRank * heads * (plain + value);
      const { select } = mixer;
      const index = select
        ? queryRank * select.heads * select.width + hidden * (select.width + select.heads)
        : 0;
      const seen = seenTokens(sequence, undefined);
      const picked = select ? 2 * select.heads * select.width * seen : 0;
      return {
        matrices: 2 * (queries + keys + heads * value * hidden + index),
        attention: 2 * heads * (plain + rotary + value) * seenTokens(sequence, select?.tokens) + picked,
      };
    }
    case 'mamba': {
      const { heads, headDim, state, groups } = mixer;
      const inner = heads * headDim;
      return {
        matrices: 2 * hidden * (3 * inner + 2 * groups * state + heads),
        attention: scanFlop(inner, state),
      };
    }
    case 'delta': {
      const { keyHeads, valueHeads, keyDim, valueDim } = mixer;
      const inner = valueHeads * valueDim;
      const into = 2 * keyHeads * keyDim + 2 * inner + 2 * valueHeads;
      return { matrices: 2 * hidden * (into + inner), attention: scanFlop(inner, keyDim) };
    }
    case 'lightning': {
      const inner = mixer.heads * mixer.headDim;
      return { matrices: 2 * hidden * 5 * inner, attention: scanFlop(inner, mixer.headDim) };
    }
  }
}

/** Tokens of a chunk within which a linear recurrence is computed as attention (Mamba-2, arXiv 2405.21060). */
const chunk = 128;

/** FLOP a token of a chunked linear recurrence: within the chunk, into the state, and out of it. */
function scanFlop(inner: number, state: number): number {
  return 2 * inner * chunk + 4 * inner * state + 2 * chunk * state;
}

/** FLOP of the experts that a token visits. */
function routedFlop(
  { hidden }: Pick<Architecture, 'hidden'>,
  { gated, latent = hidden, width, active }: Extract<FeedForward, { kind: 'experts' }>,
): number {
  return 2 * (gated ? 3 : 2) * latent * width * active;
}

function feedForwardFlop({ hidden }: Architecture, part: FeedForward): number {
  const matrices = part.gated ? 3 : 2;
  if (part.kind === 'dense') return 2 * matrices * hidden * part.width;
  const routed = routedFlop({ hidden }, part);
  const shared = 2 * matrices * hidden * part.shared;
  const latent = part.latent ? 4 * hidden * part.latent : 0;
  return routed + shared + latent + 2 * hidden * part.experts;
}

/**
 * FLOP of training on one token.
 *
 * Forward pass, and twice that for the backward pass; see `conventions` for what is counted.
 *
 * @param sequence tokens of a sequence
 */
export function trainingFlop(
  model: Architecture,
  sequence: number,
  convention: Convention = 'causal',
): number {
  const { matrices, attention, head } = forwardFlop(model, sequence);
  switch (convention) {
    case 'causal':
      return 3 * (matrices + attention + head);
    case 'full':
      return 3 * (matrices + 2 * attention + head);
    case 'hardware':
      return 4 * (matrices + 2 * attention) + 3 * head;
    case 'six-n':
      return 6 * parametersOf(model).active;
  }
}
