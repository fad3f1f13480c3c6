import { estimateReading, estimateWriting } from './closed-form.ts';
import { readPerWritten } from './load.ts';
import type { Percentiles } from './percentiles.ts';
import { type Reading, readingOf, type Single, writtenEvery } from './phases.ts';
import { type PlacedEngine, placerOf } from './placed-engine.ts';
import type { RequestShape } from './requests.ts';
import { mostSequences, steadyThroughput } from './steady.ts';
import { shapeOfLoad, type Traffic } from './under-load.ts';
import { type ServingTask, waysOf } from './ways.ts';
import { largestGood, type Target } from './within.ts';

/** Engines that read steps of one size: how many prompts a step takes in, and how long a request waits for it to begin. */
export interface Reader extends Reading {
  engine: PlacedEngine;
  prompts: number;
  gate: number;
}

/** Engines that write, and requests a second of one within the target. */
export interface Writer {
  engine: PlacedEngine;
  phase: Single;
  rate: number;
}

/** Engines that read and engines that write, how many of both, and the requests a second that they answer by the closed form. */
export interface Split {
  reader: Reader;
  writer: Writer;
  readers: number;
  writers: number;
  rate: number;
}

interface Wanted {
  task: ServingTask;
  shape: RequestShape;
  target: Target;
}

/** Share of a running step that a request still waits for, at a percentile: it comes at any moment of it. */
const gates: Percentiles = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 };

/**
 * The best splits of the chips into engines that read and engines that write, of which so many of a hundred requests keep a
 * target, by the closed form: one for each time between tokens, and each once.
 *
 * A group of chips reads a whole prompt, so that a step takes at least one for each group. A request waits for the step that
 * runs, in a queue for one that has room, and for its own; steps are as short as the time to the first token asks for. The cache
 * moves to the writers between the first token and the second.
 *
 * @param patiences times between tokens over that of the target
 * @returns none for a time that no split keeps
 */
export function splitsWithin(
  task: ServingTask,
  { target, traffic, patiences = [1] }: { target: Target; traffic: Traffic; patiences?: readonly number[] },
): Split[] {
  const wanted = { task, shape: shapeOfLoad(task.load, traffic), target };
  const place = placerOf(task);
  const engines = waysOf(task)
    .map(place)
    .filter((engine) => mostSequences(engine, { ...task.load, prefixHit: 1 }) >= 1);
  const readers = undominated(engines.flatMap((engine) => readersOf(engine, wanted)));
  const splits = new Map<string, Split>();
  for (const tpot of new Set(patiences.map((patience) => patience * target.tpot))) {
    const split = bestSplit(engines, readers, { ...wanted, target: { ...target, tpot } });
    if (split) splits.set(JSON.stringify([split.reader.phase, split.writer.phase.placement]), split);
  }
  return [...splits.values()];
}

/** The best split within one time between tokens. */
function bestSplit(
  engines: readonly PlacedEngine[],
  readers: readonly Reader[],
  wanted: Wanted,
): Split | undefined {
  const { task } = wanted;
  const pairs = writersOf(engines, wanted)
    .flatMap((writer) => readers.map((reader) => ({ reader, writer, most: mostOf(task, reader, writer) })))
    .sort((a, b) => b.most - a.most);
  let best: Split | undefined;
  for (const { reader, writer, most } of pairs) {
    if (most <= (best?.rate ?? 0)) break;
    const made = splitOf(reader, writer, wanted);
    if (made && made.rate > (best?.rate ?? 0)) best = made;
  }
  return best;
}

/** Requests a second with no waiting at all, chips split without a rest. */
function mostOf({ chips, load }: ServingTask, { phase }: Reader, writer: Writer): number {
  return chips / (load.outputTokens * (1 / writer.phase.perChip + readPerWritten(load) / phase.perChip));
}

/** Steps of a prompt a group, and of twice as many until they are full, that begin and end within the time to the first token. */
function readersOf(engine: PlacedEngine, { task, target: { ttft, percentile } }: Wanted): Reader[] {
  const { inputTokens, prefixHit = 0 } = task.load;
  const own = inputTokens * (1 - prefixHit);
  const found: Reader[] = [];
  for (let prompts = engine.placement.data; ; prompts *= 2) {
    const batch = prompts * own;
    if (prompts > engine.placement.data && batch > engine.stepTokens) break;
    const reading = readingOf(engine, task, batch);
    if (!reading) break;
    const { seconds } = reading.phase;
    const gate = prompts > 1 ? gates[percentile] * seconds : 0;
    if (gate + seconds > ttft) break;
    found.push({ ...reading, engine, prompts, gate });
  }
  return found;
}

/** Readers of which no other with as few chips is both faster and sooner. */
function undominated(readers: readonly Reader[]): Reader[] {
  const first = ({ gate, phase }: Reader) => gate + phase.seconds;
  const beats = (a: Reader, b: Reader) =>
    a !== b && a.phase.chips <= b.phase.chips && a.phase.perChip >= b.phase.perChip && first(a) < first(b);
  return readers.filter((one) => !readers.some((other) => beats(other, one)));
}

/** Of each size of engine the one that writes most within the time between tokens. */
function writersOf(engines: readonly PlacedEngine[], wanted: Wanted): Writer[] {
  const { shape, target } = wanted;
  const { load } = wanted.task;
  const best = new Map<number, Writer>();
  for (const engine of engines) {
    const { chips } = engine;
    const full = steadyThroughput(engine, { ...load, prefixHit: 1 }).outputTokensPerSecond;
    const least = best.get(chips)?.rate ?? 0;
    const good = (rate: number) => {
      const made = estimateWriting(shape, engine, rate);
      return made.tpots[target.percentile] <= target.tpot;
    };
    if (full / load.outputTokens <= least || !good(Math.max(least, 1e-5))) continue;
    const rate = largestGood(good);
    if (rate > least) best.set(chips, writerAt(engine, rate, wanted));
  }
  return [...best.values()];
}

function writerAt(engine: PlacedEngine, rate: number, { task, shape }: Wanted): Writer {
  const { placement, chips } = engine;
  const { batch, tpot } = estimateWriting(shape, engine, rate);
  const perChip = (rate * task.load.outputTokens) / chips;
  return { engine, phase: { placement, chips, perChip, batch, seconds: tpot }, rate };
}

/** A writer that has time left for the handover of a reader: at a lower rate where it must; undefined where none is low enough. */
function afterHandover(writer: Writer, { handover }: Reader, wanted: Wanted): Writer | undefined {
  const { task, shape, target } = wanted;
  const every = (seconds: number) => writtenEvery(seconds, handover, task.load);
  if (every(writer.phase.seconds) <= target.tpot) return writer;
  const rate = largestGood((rate) => {
    return rate <= writer.rate && every(estimateWriting(shape, writer.engine, rate).tpot) <= target.tpot;
  });
  return rate > 0 ? writerAt(writer.engine, rate, wanted) : undefined;
}

/** The numbers of engines of a pair with which most requests keep the target. */
function splitOf(reader: Reader, at: Writer, wanted: Wanted): Split | undefined {
  const { chips } = wanted.task;
  const writer = afterHandover(at, reader, wanted);
  if (!writer) return undefined;
  const most = Math.floor((chips - writer.phase.chips) / reader.phase.chips);
  return mostEven(most, {
    reading: (readers) => readingRate(reader, readers, wanted),
    writing: (readers) => {
      const writers = Math.floor((chips - readers * reader.phase.chips) / writer.phase.chips);
      return { writers, rate: writers * writer.rate };
    },
  }).reduce<Split | undefined>((best, { readers, writers, rate }) => {
    return rate > (best?.rate ?? 0) ? { reader, writer, readers, writers, rate } : best;
  }, undefined);
}

/** The two numbers of readers between which reading becomes faster than what is left for writing. */
export function mostEven(
  most: number,
  {
    reading,
    writing,
  }: {
    reading: (readers: number) => number;
    writing: (readers: number) => { writers: number; rate: number };
  },
): { readers: number; writers: number; rate: number }[] {
  let [low, high] = [1, Math.max(1, most)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reading(middle) >= writing(middle).rate) high = middle;
    else low = middle + 1;
  }
  return [low - 1, low].flatMap((readers) => {
    if (readers < 1 || readers > most) return [];
    const { writers, rate } = writing(readers);
    return writers < 1 ? [] : [{ readers, writers, rate: Math.min(reading(readers), rate) }];
  });
}

/** Requests a second that so many engines read within the time to the first token. */
function readingRate({ phase, prompts, gate }: Reader, readers: number, { shape, target }: Wanted): number {
  return largestGood((rate) => {
    const { keepsUp, ttft } = estimateReading(
      shape,
      { service: phase.seconds, servers: readers * prompts },
      rate,
    );
    return keepsUp && gate + ttft[target.percentile] <= target.ttft;
  });
}
