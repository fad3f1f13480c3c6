import type { Architecture, FeedForward, LayerRun, Mixer } from './architecture.ts';
import { furtherLayers } from './further.ts';

/** Parameters by where they are; every one of them is counted once. */
export interface Parameters {
  total: number;
  /** Those a token passes through, the whole embedding table counted as published counts do. */
  active: number;
  embedding: number;
  /** Output layer; 0 where it is the embedding table. */
  head: number;
  /** Learned positions and the last norm. */
  rest: number;
  /** All layers. */
  layers: number;
  /** Routed experts of all layers. */
  experts: number;
  /** Modules that predict further tokens, outside routed experts and in them; no part of the other counts. */
  further: { dense: number; experts: number };
}

/** Exact count of the parameters of a model, without its module for further tokens. */
export function parametersOf(model: Architecture): Parameters {
  const embedding = model.vocab * model.hidden;
  const head = model.tied ? 0 : embedding;
  const norms = Number(model.norm.final) + Number(model.norm.embedding);
  const rest = model.positions * model.hidden + norms * normOf(model, model.hidden);
  let layers = 0;
  let active = 0;
  let experts = 0;
  for (const run of model.layers) {
    const one = layerParameters(model, run);
    layers += run.count * one.total;
    active += run.count * one.active;
    experts += run.count * one.experts;
  }
  const outside = embedding + head + rest;
  const further = furtherParameters(model);
  return {
    total: outside + layers,
    active: outside + active,
    embedding,
    head,
    rest,
    layers,
    experts,
    further,
  };
}

/** Parameters that join a state with the embedding of the next token, and the norms around them, of all such modules. */
export function joiningParameters({ hidden, furtherTokens }: Architecture): number {
  return furtherTokens * (2 * hidden * hidden + 3 * hidden);
}

/**
 * Parameters of the modules that predict further tokens, which share embedding and output layer with the model
 * (DeepSeek-V3, arXiv 2412.19437, section 2.2).
 */
function furtherParameters(model: Architecture): { dense: number; experts: number } {
  let dense = joiningParameters(model);
  let experts = 0;
  for (const run of furtherLayers(model)) {
    const one = layerParameters(model, run);
    dense += run.count * (one.total - one.experts);
    experts += run.count * one.experts;
  }
  return { dense, experts };
}

/** Parameters of one layer of a run. */
export function layerParameters(
  model: Architecture,
  { mixer, feedForward }: LayerRun,
): { total: number; active: number; experts: number } {
  const parts = Number(mixer !== undefined) + Number(feedForward !== undefined);
  const norms = parts * model.norm.each * normOf(model, model.hidden);
  const mixing = mixer ? mixerParameters(model, mixer) : 0;
  const forward = feedForward
    ? feedForwardParameters(model, feedForward)
    : { total: 0, active: 0, experts: 0 };
  return {
    total: norms + mixing + forward.total,
    active: norms + mixing + forward.active,
    experts: forward.experts,
  };
}

function normOf(model: Architecture, width: number): number {
  return width * (model.norm.bias ? 2 : 1);
}

/** Parameters of a linear layer. */
function linear(from: number, to: number, bias: boolean): number {
  return from * to + (bias ? to : 0);
}

/** Parameters of what mixes the tokens of a layer. */
export function mixerParameters(model: Architecture, mixer: Mixer): number {
  const { hidden } = model;
  switch (mixer.kind) {
    case 'attention': {
      const { heads, kvHeads, headDim } = mixer;
      const habit = mixer.bias ?? (model.bias ? 'all' : 'none');
      const queries = heads * headDim * (mixer.gated ? 2 : 1);
      const projections =
        linear(hidden, queries + 2 * kvHeads * headDim, habit !== 'none') +
        linear(heads * headDim, hidden, habit === 'all');
      const norms =
        mixer.queryKeyNorm === 'head'
          ? 2 * normOf(model, headDim)
          : mixer.queryKeyNorm === 'all'
            ? normOf(model, heads * headDim) + normOf(model, kvHeads * headDim)
            : 0;
      return projections + norms + (mixer.sinks ? heads : 0);
    }
    case 'mla': {
      const { heads, queryRank, kvRank, plain, rotary, value } = mixer;
      const query = heads * (plain + rotary);
      const queries = queryRank > 0 ? queryRank * (hidden + 1 + query) : hidden * query;
      const keys = hidden * (kvRank + rotary) + kvRank + kvRank * heads * (plain + value);
      const { select } = mixer;
      const index = select
        ? queryRank * select.heads * select.width + hidden * (select.width + select.heads) + 2 * select.width
        : 0;
      return queries + keys + heads * value * hidden + index;
    }
    case 'mamba': {
      const { heads, headDim, state, groups, convolution } = mixer;
      const inner = heads * headDim;
      const mixed = inner + 2 * groups * state;
      const into = hidden * (inner + mixed + heads);
      return into + mixed * convolution + mixed + 3 * heads + inner + inner * hidden;
    }
    case 'delta': {
      const { keyHeads, valueHeads, keyDim, valueDim, convolution } = mixer;
      const mixed = 2 * keyHeads * keyDim + valueHeads * valueDim;
      const into = hidden * (mixed + valueHeads * valueDim + 2 * valueHeads);
      return into + mixed * convolution + 2 * valueHeads + valueDim + valueHeads * valueDim * hidden;
    }
    case 'lightning': {
      const inner = mixer.heads * mixer.headDim;
      return hidden * 3 * inner + inner * hidden + hidden * inner + inner;
    }
  }
}

function feedForwardParameters(
  model: Architecture,
  part: FeedForward,
): { total: number; active: number; experts: number } {
  const { hidden } = model;
  if (part.kind === 'dense') {
    const all = forwardParameters(hidden, part.width, part.gated, model.bias);
    return { total: all, active: all, experts: 0 };
  }
  const into = part.latent ?? hidden;
  const one = forwardParameters(into, part.width, part.gated, part.bias ?? false);
  const router = linear(hidden, part.experts, part.bias ?? false) + (part.balanceBias ? part.experts : 0);
  const shared = part.shared > 0 ? forwardParameters(hidden, part.shared, part.gated, false) : 0;
  const gate = part.sharedGate ? hidden : 0;
  const latent = part.latent ? 2 * hidden * part.latent : 0;
  const fixed = router + shared + gate + latent;
  return {
    total: fixed + part.experts * one,
    active: fixed + part.active * one,
    experts: part.experts * one,
  };
}

function forwardParameters(hidden: number, width: number, gated: boolean, bias: boolean): number {
  return linear(hidden, (gated ? 2 : 1) * width, bias) + linear(width, hidden, bias);
}
