import type { ServingEngine } from './engine.ts';
import { largestBatch } from './service.ts';

/** What is read and written, and how full a service may be; all of them pure numbers but `context` [tokens]. */
export interface Mix {
  /** Tokens read for each token written, and the share of them that caches hold. */
  readPerWritten: number;
  cacheHits: number;
  /** Tokens that a token written looks back at. */
  context: number;
  /** Rates in production over those of the largest batch at the pace, and of full steps. */
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

/**
 * Rates of one chip of a kind from engines that may run on it: at each context those of the engine that is fastest there.
 *
 * @param pace seconds between two tokens of one sequence at most: the batch is the largest that keeps it
 */
export function chipRates(
  engines: { decode: readonly ServingEngine[]; prefill: readonly ServingEngine[] },
  { contexts, pace }: { contexts: readonly number[]; pace: number },
): ChipRates {
  const most = (of: readonly ServingEngine[], rate: (engine: ServingEngine) => number) =>
    of.reduce((best, engine) => Math.max(best, rate(engine)), 0);
  return {
    contexts,
    decode: contexts.map((context) =>
      most(engines.decode, (engine) => decodeRate(engine, { context, pace })),
    ),
    prefill: contexts.map((context) => most(engines.prefill, (engine) => prefillRate(engine, context))),
  };
}

/** Tokens a second that one chip writes at the largest batch that fits and keeps the pace. */
function decodeRate(engine: ServingEngine, { context, pace }: { context: number; pace: number }): number {
  const most = engine.maxBatch(context);
  if (most < 1 || engine.decodeSeconds(1, context) > pace) return 0;
  const seconds = (batch: number) => engine.decodeSeconds(batch, context);
  const batch = largestBatch(seconds, { most, within: pace });
  return batch / seconds(batch) / engine.chips;
}

/** Tokens of prompts that one chip reads a second, in full steps. */
function prefillRate(engine: ServingEngine, context: number): number {
  if (engine.maxBatch(context) < 1) return 0;
  const tokens = Math.min(engine.stepTokens, mostTogether * engine.chips);
  return tokens / engine.prefillSeconds(tokens, context / 2) / engine.chips;
}

/** Tokens of prompts for each chip that a step reads at most, where the engine knows no limit. */
const mostTogether = 16_384;

/** The pair of contexts that holds one, or the nearest pair: index of the lower. */
export function cellOf(contexts: readonly number[], context: number): number {
  let i = 0;
  while (i < contexts.length - 2 && context > contexts[i + 1]!) i++;
  return i;
}

/** Seconds of one chip for a token, between contexts: straight lines, and level beyond the ends. */
export function secondsAt(
  rates: readonly number[],
  { contexts }: Pick<ChipRates, 'contexts'>,
  context: number,
): number {
  const i = cellOf(contexts, context);
  const t = (context - contexts[i]!) / (contexts[i + 1]! - contexts[i]!);
  const [a, b] = [1 / rates[i]!, 1 / rates[i + 1]!];
  return t <= 0 ? a : t >= 1 ? b : a + (b - a) * t;
}

/**
 * Tokens that one chip writes a second when it both reads and writes, or its fleet is split between the two:
 *
 * 1 / (1 / decode + r (1 - h) / prefill), r the tokens read for each written and h the share found in caches. Every token
 * written costs the chip-seconds of its own step and of the prompts that belong to it.
 */
export function writtenPerSecond(rates: ChipRates, mix: Mix): number {
  const { write, read } = secondsOf(rates, mix);
  return 1 / (write + read);
}

/** Seconds of a chip for one token written, and for the prompts that belong to it. */
function secondsOf(rates: ChipRates, mix: Mix): { write: number; read: number } {
  const asked = mix.readPerWritten * (1 - mix.cacheHits);
  return {
    write: secondsAt(rates.decode, rates, mix.context) / mix.decodeFilled,
    read: (asked * secondsAt(rates.prefill, rates, mix.context)) / mix.prefillFilled,
  };
}
