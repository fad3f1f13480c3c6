/** What is asked of an engine. */
export interface Load {
  /** Tokens of a prompt, on average. */
  inputTokens: number;
  /** Tokens of an answer, on average. */
  outputTokens: number;
  /** Coefficient of variation of the answers; 0 where left out. */
  outputSpread?: number;
  /** Share of the tokens of prompts that are found in the cache and not read again. */
  prefixHit?: number;
  /** Requests in the engine at once; as many as its memory holds where `unbounded`. */
  concurrency?: number | 'unbounded';
  /** Requests a second; as many as are served where left out. */
  arrivalRate?: number;
  /** Requests of the whole run: it fills and drains once. Without end where left out. */
  requests?: number;
}

/** Tokens that the sequences of a batch see on average: long answers are in it for longer. */
export function meanContext({ inputTokens, outputTokens, outputSpread = 0 }: Load): number {
  return inputTokens + (outputTokens / 2) * (1 + outputSpread ** 2);
}

/** Tokens of prompts that are read for each token that is written. */
export function readPerWritten({ inputTokens, outputTokens, prefixHit = 0 }: Load): number {
  return (inputTokens * (1 - prefixHit)) / outputTokens;
}
