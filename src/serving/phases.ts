import { handoverSeconds } from './handover.ts';
import { type Load, meanContext, ownTokens, readPerWritten } from './load.ts';
import { type PlacedEngine, placerOf } from './placed-engine.ts';
import type { Placement } from './placement.ts';
import { largestBatch } from './service.ts';
import { promptContext } from './steady.ts';
import { type ServingTask, waysOf } from './ways.ts';

/** One phase on engines of its own. */
export interface Phase {
  placement: Placement;
  /** Chips of one engine. */
  chips: number;
  /** Tokens a second of each chip: read of prompts, or written. */
  perChip: number;
  /** Engines of it. */
  engines: number;
  /** Sequences decoded at once by an engine, or tokens of prompts in its step. */
  batch: number;
  /** Time of a step, or between two tokens [s]. */
  seconds: number;
}

/** Reading and writing on chips of their own. */
export interface Apart {
  prefill: Phase;
  decode: Phase;
  /** Chips of both, no more than there are, and the share of them that read. */
  used: number;
  prefillShare: number;
  /** Tokens written a second by each chip that is used, those that read among them. */
  perChip: number;
  /** Time in which the cache of a mean prompt moves from its readers to its writers, between the first token and the second [s]. */
  handover: number;
  /** Time to the first token, waiting among it, at the percentile of the target that it keeps [s]. */
  ttft?: number;
}

/** A phase of one engine. */
export type Single = Omit<Phase, 'engines'>;

/** One engine that reads, with the time in which the cache of a mean prompt leaves it [s]. */
export interface Reading {
  phase: Single;
  handover: number;
}

/** Engines of two phases, and tokens that they write a second together. */
export interface Numbers {
  readers: number;
  writers: number;
  written: number;
}

/**
 * The best split of the chips into engines that read prompts and engines that write answers.
 *
 * Of each size of engine the fastest placement of either phase is kept; of all pairs of sizes, and whole numbers of engines that
 * the chips hold, the one that writes most, the slower of both phases setting the pace:
 * min(n_w chips_w r_w, n_r chips_r r_r / (read per written)).
 *
 * @param tpot time of a step of writing at most [s]
 * @returns undefined where no placement decodes as fast as that, or the chips do not hold an engine of both phases
 */
export function servedApart(task: ServingTask, tpot: number): Apart | undefined {
  const readers = new Map<number, Reading>();
  const writers = new Map<number, Single>();
  const place = placerOf(task);
  for (const placement of waysOf(task)) {
    const engine = place(placement);
    keepReader(readers, readingPhase(engine, task));
    const writes = writingWithin(engine, task.load, tpot);
    if (writes && writes.perChip > (writers.get(writes.chips)?.perChip ?? 0)) {
      writers.set(writes.chips, writes);
    }
  }
  let best: Apart | undefined;
  for (const writer of writers.values()) {
    const made = bestReaders(task, [...readers.values()], writer);
    if (made && made.numbers.written > (best ? best.perChip * best.used : 0)) {
      best = apartOf(made.reader, writer, made.numbers);
    }
  }
  return best;
}

/** Keeps the fastest reader of each size. */
export function keepReader(of: Map<number, Reading>, reader: Reading | undefined): void {
  if (reader && reader.phase.perChip > (of.get(reader.phase.chips)?.phase.perChip ?? 0)) {
    of.set(reader.phase.chips, reader);
  }
}

/** The readers that bring most out of writers, and how many of both. */
export function bestReaders(
  task: Pick<ServingTask, 'chips' | 'load'>,
  readers: readonly Reading[],
  writer: Single,
): { reader: Reading; numbers: Numbers } | undefined {
  let best: { reader: Reading; numbers: Numbers } | undefined;
  for (const reader of readers) {
    const numbers = numbersOf(task, reader.phase, writer);
    if (numbers && numbers.written > (best?.numbers.written ?? 0)) best = { reader, numbers };
  }
  return best;
}

/** The numbers of engines of two phases with which the chips write most: those next to the split without a rest. */
function numbersOf(
  { chips, load }: Pick<ServingTask, 'chips' | 'load'>,
  prefill: Single,
  decode: Single,
): Numbers | undefined {
  const ratio = readPerWritten(load);
  const even = ratio / prefill.perChip / (1 / decode.perChip + ratio / prefill.perChip);
  const near = Math.floor((even * chips) / prefill.chips);
  let best: Numbers | undefined;
  for (let readers = near; readers <= near + 1; readers++) {
    const writers = Math.floor((chips - readers * prefill.chips) / decode.chips);
    if (readers < 1 || writers < 1) continue;
    const written = Math.min(
      writers * decode.chips * decode.perChip,
      (readers * prefill.chips * prefill.perChip) / ratio,
    );
    if (!best || written > best.written) best = { readers, writers, written };
  }
  return best;
}

/** So many engines of both phases, as they are told. */
export function apartOf(
  { phase, handover }: Reading,
  writer: Single,
  { readers, writers, written }: Numbers,
): Apart {
  const read = readers * phase.chips;
  const used = read + writers * writer.chips;
  return {
    prefill: { ...phase, engines: readers },
    decode: { ...writer, engines: writers },
    used,
    prefillShare: read / used,
    perChip: written / used,
    handover,
  };
}

/** Full steps of prompts; undefined where no prompt fits. */
function readingPhase(engine: PlacedEngine, task: ServingTask): Reading | undefined {
  return readingOf(engine, task, Math.max(engine.stepTokens, task.load.inputTokens));
}

/**
 * Steps of so many tokens of prompts, no faster than the caches can leave meanwhile, layer by layer; undefined where no prompt fits.
 */
export function readingOf(
  engine: PlacedEngine,
  { model, machine, load, constants }: ServingTask,
  tokens: number,
): Reading | undefined {
  if (engine.maxBatch(load.inputTokens) < 1) return undefined;
  const { placement, chips } = engine;
  const handover = handoverSeconds({ model, machine, constants }, placement, load.inputTokens);
  const own = ownTokens(load);
  const moving = (tokens / own / placement.data) * handover;
  const seconds = Math.max(moving, engine.readSeconds(tokens, promptContext(load)));
  return { phase: { placement, chips, perChip: tokens / seconds / chips, batch: tokens, seconds }, handover };
}

/** The largest batch that fits and keeps the time between tokens. */
function writingWithin(engine: PlacedEngine, load: Load, tpot: number): Single | undefined {
  const context = meanContext(load);
  const most = mostWritten(engine, load);
  if (most < 1) return undefined;
  const size = largestBatch((one) => engine.decodeSeconds(one, context), { most, within: tpot });
  const phase = writingOf(engine, load, size);
  return phase.seconds > tpot ? undefined : phase;
}

/** Sequences that an engine which only writes has room for. */
export function mostWritten(engine: PlacedEngine, { inputTokens, outputTokens }: Load): number {
  return Math.min(engine.stepTokens, engine.maxBatch(inputTokens + outputTokens * engine.reserved));
}

/** An engine that only writes, with so many sequences at once. */
export function writingOf(engine: PlacedEngine, load: Load, batch: number): Single {
  const { placement, chips } = engine;
  const seconds = engine.decodeSeconds(batch, meanContext(load));
  return { placement, chips, perChip: batch / seconds / chips, batch, seconds };
}

/** Time between two tokens of a request that was read elsewhere: what the handover adds is spread over all of them [s]. */
export function writtenEvery(seconds: number, handover: number, { outputTokens }: Load): number {
  return seconds + handover / Math.max(1, outputTokens - 1);
}
