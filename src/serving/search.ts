import type { Load } from './load.ts';
import {
  type Apart,
  apartOf,
  bestReaders,
  keepReader,
  mostWritten,
  type Reading,
  readingOf,
  type Single,
  writingOf,
  writtenEvery,
} from './phases.ts';
import { type PlacedEngine, placerOf } from './placed-engine.ts';
import type { Placement } from './placement.ts';
import { at, mostSequences, type Steady } from './steady.ts';
import { type ServingTask, waysOf } from './ways.ts';

/** One way to serve with one batch, and what it does. */
export interface Point extends Steady {
  /** Of the chips that write, which read, too, unless others do. */
  placement: Placement;
  /** Chips of one engine; of all engines together where reading is on chips of its own. */
  chips: number;
  /** Tokens written a second by each chip, those that read among them. */
  perChip: number;
  /** Engines that read and engines that write, where these are different ones. */
  apart?: Apart;
}

/** A placement, and what it does with one batch after the other when it reads and writes. */
export interface Tried {
  engine: PlacedEngine;
  steady: readonly Steady[];
}

/** What a search found. */
export interface FoundPlacements {
  /** Points of which none is both faster for each reader and at a higher rate, the fastest for readers first. */
  front: readonly Point[];
  /** Placements that hold a sequence at least, for whatever else is asked of them. */
  tried: readonly Tried[];
  /** The points at which all chips write most, those that stand by because their number does not split among them: of all, and of each way. */
  most?: Point;
  mostTogether?: Point;
  mostApart?: Point;
  /** Placements with a batch that were computed. */
  counted: number;
}

/** Batches of an engine that are tried, each larger than the one before by this factor. */
const growth = Math.SQRT2;

/**
 * Every placement on the chips with batches from one sequence to the most that fit, reading and writing together and apart, and the
 * front of throughput and latency among them.
 */
export function searchPlacements(task: ServingTask): FoundPlacements {
  const tried: Tried[] = [];
  const together: Rated[] = [];
  const readers = new Map<number, Reading>();
  const writers = new Map<number, Single[]>();
  const place = placerOf(task);
  let counted = 0;
  for (const placement of waysOf(task)) {
    const engine = place(placement);
    const count = Math.floor(task.chips / engine.chips);
    const made = batchesOf(engine, mostSequences(engine, task.load)).map((batch) =>
      at(engine, task.load, batch),
    );
    if (made.length > 0) tried.push({ engine, steady: made });
    for (const steady of made) {
      const perChip = steady.outputTokensPerSecond / engine.chips;
      together.push({ tpot: steady.tpot, perChip, all: perChip * engine.chips * count, steady, engine });
      counted++;
    }
    if (task.chips <= engine.chips) continue;
    keepReader(readers, readingOf(engine, task, Math.max(engine.stepTokens, task.load.inputTokens)));
    counted++;
    const written = writers.get(engine.chips) ?? [];
    writers.set(engine.chips, written);
    for (const batch of batchesOf(engine, mostWritten(engine, task.load))) {
      written.push(writingOf(engine, task.load, batch));
      counted++;
    }
  }
  const split = splitsOf(task, [...readers.values()], writers);
  const of = (rates: readonly Rated[]) => frontOf(rates).map((one) => pointed(one, task.load));
  const [most, mostTogether, mostApart] = [[...together, ...split], together, split].map(mostOf);
  return {
    front: of([...together, ...split]),
    tried,
    ...(most && { most: pointed(most, task.load) }),
    ...(mostTogether && { mostTogether: pointed(mostTogether, task.load) }),
    ...(mostApart && { mostApart: pointed(mostApart, task.load) }),
    counted,
  };
}

/** From one sequence for each group of chips to the most that fit, each larger than the one before. */
function batchesOf({ placement }: PlacedEngine, most: number): number[] {
  if (most < 1) return [];
  const batches: number[] = [];
  for (let batch = Math.min(placement.data, most); batch < most; batch *= growth) batches.push(batch);
  batches.push(most);
  return batches;
}

/** Points of the front of writers of each size, each with the readers that bring most out of it. */
function splitsOf(
  task: ServingTask,
  readers: readonly Reading[],
  writers: ReadonlyMap<number, Single[]>,
): Rated[] {
  const found: Rated[] = [];
  for (const written of writers.values()) {
    for (const { single } of frontOf(
      written.map((single) => ({ tpot: single.seconds, perChip: single.perChip, single })),
    )) {
      const made = bestReaders(task, readers, single);
      if (!made) continue;
      const { reader, numbers } = made;
      const used = numbers.readers * reader.phase.chips + numbers.writers * single.chips;
      found.push({
        tpot: writtenEvery(single.seconds, reader.handover, task.load),
        perChip: numbers.written / used,
        all: numbers.written,
        apart: () => apartOf(reader, single, numbers),
      });
    }
  }
  return found;
}

/** A point before it is known to be on the front. */
type Rated = { tpot: number; perChip: number; all: number } & (
  | { steady: Steady; engine: PlacedEngine; apart?: never }
  | { apart: () => Apart }
);

function mostOf(rates: readonly Rated[]): Rated | undefined {
  return rates.length > 0 ? rates.reduce((a, b) => (b.all > a.all ? b : a)) : undefined;
}

function pointed(one: Rated, load: Load): Point {
  if (one.apart) return apartPoint(one.apart(), load);
  const { steady, perChip, engine } = one;
  const { outputTokensPerSecond, inputTokensPerSecond, ttft, tpot, batch } = steady;
  const { placement, chips } = engine;
  return { outputTokensPerSecond, inputTokensPerSecond, ttft, tpot, batch, placement, chips, perChip };
}

/** Reading and writing apart as a point, all engines of both together. */
export function apartPoint(apart: Apart, load: Load): Point {
  const { prefill, decode, used, perChip, handover } = apart;
  const written = perChip * used;
  return {
    outputTokensPerSecond: written,
    inputTokensPerSecond: (written * load.inputTokens) / load.outputTokens,
    ttft: prefill.seconds,
    tpot: writtenEvery(decode.seconds, handover, load),
    batch: decode.batch,
    placement: decode.placement,
    chips: used,
    perChip,
    apart,
  };
}

/** What an engine does with a batch. */
export function pointOf(engine: PlacedEngine, load: Load, batch: number): Point {
  const steady = at(engine, load, batch);
  const { placement, chips } = engine;
  return { ...steady, placement, chips, perChip: steady.outputTokensPerSecond / chips };
}

/** Points that no other beats in both the time between tokens and the rate of a chip. */
export function frontOf<T extends { tpot: number; perChip: number }>(points: readonly T[]): T[] {
  const sorted = [...points].sort((a, b) => a.tpot - b.tpot || b.perChip - a.perChip);
  const front: T[] = [];
  let best = 0;
  for (const point of sorted) {
    if (point.perChip <= best) continue;
    best = point.perChip;
    front.push(point);
  }
  return front;
}
