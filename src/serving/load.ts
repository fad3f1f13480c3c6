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
  /** Longest that a prompt waits for others to be read with [s]; without end where left out. */
  hold?: number;
  /** Requests of the whole run: it fills and drains once. Without end where left out. */
  requests?: number;
  /** A run that ends, of answers that differ in length; without end where left out. */
  run?: Run;
}

/** A run of a benchmark that ends with the last answer. */
export interface Run {
  /** Chips of the system, requests for each of them at least, and how long it must last at least [s]. */
  chips: number;
  requestsPerChip: number;
  seconds: number;
  /** Longest answer that is allowed [tokens]. */
  longest: number;
}

/** Tokens that the sequences of a batch see on average: long answers are in it for longer. */
export function meanContext({ inputTokens, outputTokens, outputSpread = 0 }: Load): number {
  return inputTokens + (outputTokens / 2) * (1 + outputSpread ** 2);
}

/** Prompts that are read in one step: as many as come while the first of them may wait, up to what an engine gathers. */
export function gathered(
  { gathers = 1 }: { readonly gathers?: number },
  { arrivalRate = Number.POSITIVE_INFINITY, hold = Number.POSITIVE_INFINITY }: Load,
): number {
  return gathers === 1 ? 1 : Math.min(gathers, 1 + arrivalRate * hold);
}

/** Tokens of prompts that are read for each token that is written. */
export function readPerWritten({ inputTokens, outputTokens, prefixHit = 0 }: Load): number {
  return (inputTokens * (1 - prefixHit)) / outputTokens;
}

/** Tokens of a prompt that no cache holds: one at least. */
export function ownTokens({ inputTokens, prefixHit = 0 }: Load): number {
  return Math.max(1, inputTokens * (1 - prefixHit));
}
