/**
 * A group of chips that serves one copy of a model, as the rest of serving sees it.
 *
 * A batch is the number of sequences of the whole engine that are being decoded; a mean context is the number of tokens
 * that one of them sees on average, its own prompt among them.
 */
export interface ServingEngine {
  /** Mean time between two tokens of each sequence of the batch [s]; with guessed tokens, over the tokens kept. */
  decodeSeconds(batch: number, meanContext: number): number;
  /** Time to read `tokens` of prompts that see `meanContext` tokens on average [s]. */
  prefillSeconds(tokens: number, meanContext: number): number;
  /**
   * Time of a step that decodes a batch and reads tokens of prompts besides [s].
   *
   * @param promptContext tokens that a token of a prompt sees on average; half of `meanContext` where left out
   */
  mixedSeconds(
    decodeBatch: number,
    meanContext: number,
    prefillTokens: number,
    promptContext?: number,
  ): number;
  /** Most sequences that fit the memory where each holds `meanContext` tokens of cache; 0 where the weights do not fit. */
  maxBatch(meanContext: number): number;
  /** Chips of the engine. */
  readonly chips: number;
  /** Most tokens of a step, decoded and read together. */
  readonly stepTokens: number;
  /** Prompts that wait for each other to be read in one step, at most; 1 where left out. */
  readonly gathers?: number;
  /** Share of the output for which cache is set aside when a request is let in: 1 where nothing is ever evicted. */
  readonly reserved: number;
}
