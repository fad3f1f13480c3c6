import type { ServingEngine } from './engine.ts';
import { largestBatch } from './service.ts';

/** What is read and written, and how full a service may be; all of them pure numbers but `context` [tokens]. */
export interface Mix {
  /** Tokens read for each token written, and the share of them that caches hold. */
  readPerWritten: number;
  cacheHits: number;
  /** Tokens that a token written looks back at. */
  context: number;
  /** Rates in production over those of full and even batches. */
  decodeFilled: number;
  prefillFilled: number;
}

/** How fast one chip reads and writes when nothing keeps it from it [tokens/s]. */
export interface ChipRates {
  /** By the tokens that each token looks back at, rising. */
  contexts: readonly number[];
  decode: readonly number[];
  prefill: readonly number[];
}

/** Tokens of prompts that a reading instance works on at once. */
const together = 16_384;

/**
 * Rates of one chip of a kind from the engines of its instances, over a range of contexts.
 *
 * @param pace seconds between two tokens of one sequence at most: the batch is the largest that keeps it
 */
export function chipRates(
  engines: { decode: ServingEngine; prefill: ServingEngine },
  { contexts, pace }: { contexts: readonly number[]; pace: number },
): ChipRates {
  const { decode, prefill } = engines;
  const tokens = Math.min(together * prefill.chips, prefill.stepTokens);
  return {
    contexts,
    decode: contexts.map((context) => {
      const most = decode.maxBatch(context);
      if (most < 1 || decode.decodeSeconds(1, context) > pace) return 0;
      const seconds = (batch: number) => decode.decodeSeconds(batch, context);
      const batch = largestBatch(seconds, { most, within: pace });
      return batch / seconds(batch) / decode.chips;
    }),
    prefill: contexts.map((context) => tokens / prefill.prefillSeconds(tokens, context / 2) / prefill.chips),
  };
}

/** A rate between contexts, straight in its logarithm over that of the context; level beyond the ends. */
export function rateAt(rates: readonly number[], contexts: readonly number[], context: number): number {
  let i = 0;
  while (i < contexts.length - 2 && context > contexts[i + 1]!) i++;
  const [a, b] = [rates[i]!, rates[i + 1]!];
  const share = Math.log(context / contexts[i]!) / Math.log(contexts[i + 1]! / contexts[i]!);
  const t = Math.min(1, Math.max(0, share));
  // A context that no longer fits ends the line at nothing.
  return a > 0 && b > 0 ? a * (b / a) ** t : a + (b - a) * t;
}

/**
 * Tokens that one chip writes a second when it both reads and writes, or its fleet is split between the two:
 *
 * 1 / (1 / decode + r (1 - h) / prefill), r the tokens read for each written and h the share found in caches. Every token
 * written costs the chip-seconds of its own step and of the prompts that belong to it.
 */
export function writtenPerSecond({ contexts, decode, prefill }: ChipRates, mix: Mix): number {
  const writes = rateAt(decode, contexts, mix.context) * mix.decodeFilled;
  const reads = rateAt(prefill, contexts, mix.context) * mix.prefillFilled;
  if (!(writes > 0 && reads > 0)) return 0;
  return 1 / (1 / writes + (mix.readPerWritten * (1 - mix.cacheHits)) / reads);
}

/** Share of the chips that read, where a fleet is split so that neither side waits for the other. */
export function readingShare({ contexts, decode, prefill }: ChipRates, mix: Mix): number {
  const reads = rateAt(prefill, contexts, mix.context) * mix.prefillFilled;
  if (!(reads > 0)) return 0;
  const rate = writtenPerSecond({ contexts, decode, prefill }, mix);
  return (rate * mix.readPerWritten * (1 - mix.cacheHits)) / reads;
}
