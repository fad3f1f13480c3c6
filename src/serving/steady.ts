import type { ServingEngine } from './engine.ts';
import { zeroOf } from './false-position.ts';
import { gathered, type Load, meanContext, readPerWritten } from './load.ts';

/** What an engine does under a load that lasts. */
export interface Steady {
  outputTokensPerSecond: number;
  /** Tokens of prompts, those found in the cache among them. */
  inputTokensPerSecond: number;
  /** Time to the first token once a request is let in [s]; waiting in the queue is not part of it. */
  ttft: number;
  /** Time between two tokens [s]. */
  tpot: number;
  /** Sequences decoded at once, on average. */
  batch: number;
}

/**
 * Rate of an engine that batches continuously, in the steady state of a load.
 *
 * Each step writes a token of every sequence and reads as many tokens of prompts as requests come to replace those that
 * end: batch x input / output. Where these exceed what a step may hold, fewer sequences are decoded at once (Little 1961;
 * continuous batching after Yu et al. 2022, Orca).
 */
export function steadyThroughput(engine: ServingEngine, load: Load): Steady {
  const most = mostSequences(engine, load);
  if (most < 1) return { outputTokensPerSecond: 0, inputTokensPerSecond: 0, ttft: 0, tpot: 0, batch: 0 };
  const batch = load.arrivalRate === undefined ? most : batchOfArrivals(engine, load, most);
  return load.requests === undefined ? at(engine, load, batch) : finite(engine, load, batch);
}

/** Sequences that memory, the concurrency and the tokens of a step let in. */
export function mostSequences(engine: ServingEngine, load: Load): number {
  const { inputTokens, outputTokens, outputSpread = 0 } = load;
  const held = inputTokens + outputTokens * Math.max(engine.reserved, (1 + outputSpread ** 2) / 2);
  const wanted =
    load.concurrency === undefined || load.concurrency === 'unbounded' ? Infinity : load.concurrency;
  const fits = engine.maxBatch(held);
  const inStep = engine.stepTokens / (1 + readPerWritten(load));
  return Math.min(wanted, fits, Math.max(1, inStep));
}

/** The rate with a given number of sequences decoded at once. */
export function at(engine: ServingEngine, load: Load, batch: number): Steady {
  const { step, mixed, room } = stepsOf(engine, load, batch);
  const ratio = load.inputTokens / load.outputTokens;
  const rate = batch / step;
  return {
    outputTokensPerSecond: rate,
    inputTokensPerSecond: rate * ratio,
    ttft: Math.ceil(readOf(load) / Math.max(1, room)) * mixed,
    tpot: step,
    batch,
  };
}

/** Mean time of a step: some read prompts up to what a step may hold, the others only decode. */
export function stepSeconds(engine: ServingEngine, load: Load, batch: number): number {
  return stepsOf(engine, load, batch).step;
}

/** Share of the steps that read prompts, and the tokens of prompts in one of them. */
export function readingSteps(
  engine: Pick<ServingEngine, 'stepTokens' | 'gathers'>,
  load: Load,
  batch: number,
): { share: number; room: number } {
  const read = batch * readPerWritten(load);
  if (read <= 0) return { share: 0, room: 1 };
  const waiting = gathered(engine, load) * Math.max(1, readOf(load));
  const room = Math.max(read, Math.min(engine.stepTokens - batch, waiting));
  return { share: Math.min(1, read / room), room };
}

/** Time of a mean step, of one that reads prompts, and the tokens of prompts in it. */
function stepsOf(
  engine: ServingEngine,
  load: Load,
  batch: number,
): { step: number; mixed: number; room: number } {
  const context = meanContext(load);
  const { share, room } = readingSteps(engine, load, batch);
  if (share <= 0) {
    const step = engine.decodeSeconds(batch, context);
    return { step, mixed: step, room };
  }
  const mixed = engine.mixedSeconds(batch, context, room, promptContext(load));
  if (share >= 1) return { step: mixed, mixed, room };
  const step = share * mixed + (1 - share) * engine.decodeSeconds(batch, context);
  return { step, mixed, room };
}

/** Tokens of a prompt that are read. */
function readOf({ inputTokens, prefixHit = 0 }: Load): number {
  return inputTokens * (1 - prefixHit);
}

/** Tokens that a token of a prompt sees on average: what was found in the cache, and half of the rest. */
export function promptContext({ inputTokens, prefixHit = 0 }: Load): number {
  return inputTokens * (prefixHit + (1 - prefixHit) / 2);
}

/** Little's law: as many sequences are in the engine as arrive while one is answered; no more than fit. */
function batchOfArrivals(engine: ServingEngine, load: Load, most: number): number {
  const asked = load.arrivalRate! * load.outputTokens;
  const over = (batch: number) => batch - asked * stepSeconds(engine, load, batch || Math.min(1, most));
  return zeroOf(over, { low: 0, high: most, enough: (batch) => 1e-7 * batch });
}

/** A run that ends: requests of one length come and go in waves, the last of which may be small. */
function finite(engine: ServingEngine, load: Load, most: number): Steady {
  const requests = load.requests!;
  const full = at(engine, load, Math.min(most, requests));
  const last = requests <= most ? 0 : requests % most;
  const lastRate = last > 0 ? last / stepSeconds(engine, load, last) : 1;
  const rate = requests / ((requests - last) / full.outputTokensPerSecond + last / lastRate);
  const ratio = load.inputTokens / load.outputTokens;
  return { ...full, outputTokensPerSecond: rate, inputTokensPerSecond: rate * ratio };
}
