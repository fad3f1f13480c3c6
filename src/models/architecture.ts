import type { Citation } from '../sources/source.ts';

/** How the tokens of a layer see each other. */
export type Mixer =
  | {
      kind: 'attention';
      heads: number;
      kvHeads: number;
      headDim: number;
      /** Tokens that a token sees at most; all before it where absent. */
      window?: number;
      /** Whether queries and keys pass a norm: once a head, or once over all heads. */
      queryKeyNorm?: 'head' | 'all';
      /** Biases of the query, key and value projections only, of these and the output, or the model's habit. */
      bias?: 'qkv' | 'all' | 'none';
      /** Learned attention sinks, one a head. */
      sinks?: boolean;
      /** A second projection of the size of the queries gates the output. */
      gated?: boolean;
    }
  | {
      kind: 'mla';
      heads: number;
      /** Rank of the compressed queries; 0 where they are not compressed. */
      queryRank: number;
      kvRank: number;
      /** Width of a head without position, with position, and of its value. */
      plain: number;
      rotary: number;
      value: number;
      /** Where an indexer picks the tokens that are attended to: how many, and the heads and width that it picks by. */
      select?: { tokens: number; heads: number; width: number };
    }
  | { kind: 'mamba'; heads: number; headDim: number; state: number; groups: number; convolution: number }
  | {
      kind: 'delta';
      keyHeads: number;
      valueHeads: number;
      keyDim: number;
      valueDim: number;
      convolution: number;
    }
  | { kind: 'lightning'; heads: number; headDim: number };

/** What each token passes through by itself. */
export type FeedForward =
  | { kind: 'dense'; width: number; gated: boolean }
  | {
      kind: 'experts';
      experts: number;
      /** Experts that a token visits. */
      active: number;
      width: number;
      gated: boolean;
      /** Width of what every token visits besides, all shared experts together; 0 for none. */
      shared: number;
      /** Whether a gate weighs the shared expert. */
      sharedGate?: boolean;
      /** Width that tokens are projected to before they are sent to the experts; the hidden width where absent. */
      latent?: number;
      /** Biases of the router and of each expert, as GPT-OSS has them. */
      bias?: boolean;
      /** A correction for each expert that balances their load. */
      balanceBias?: boolean;
      /** Groups of experts of which a token reaches at most `groupsActive`. */
      groupsActive?: number;
    };

/** A run of equal layers; `mixer` or `feedForward` is missing where the layers have only one of the two. */
export interface LayerRun {
  count: number;
  mixer?: Mixer;
  feedForward?: FeedForward;
}

/** A language model as its makers published it. */
export interface Architecture {
  id: string;
  name: string;
  aliases: readonly string[];
  maker: string;
  hidden: number;
  vocab: number;
  layers: readonly LayerRun[];
  /** Whether the output layer uses the embedding table. */
  tied: boolean;
  /** Learned positions; 0 for none. */
  positions: number;
  /** Whether linear layers have biases. */
  bias: boolean;
  /** Whether attention and feed-forward part of a layer read the same input and add to it together. */
  parallel?: boolean;
  /** Whether norms have a bias beside their scale, how many a part of a layer has, and which stand outside the layers. */
  norm: { bias: boolean; each: number; final: boolean; embedding: boolean };
  /** Layers of a module that predicts a further token; counted apart from the model. */
  furtherTokens: number;
  /** Longest sequence it was trained on, where known. */
  context?: number;
  /** Longest sequence that its maker states it is served with, where known [tokens]. */
  longest?: number;
  /** Format that its maker gives its experts out in, where narrower than what chips are served in otherwise. */
  format?: 'fp4';
  /** Counts as published, in billions as printed: `671`, `8.03`. */
  published: { total?: string; active?: string };
  citation: Citation;
  note?: string;
}

/** Number of layers of a model. */
export function layerCount({ layers }: Architecture): number {
  return layers.reduce((sum, { count }) => sum + count, 0);
}
