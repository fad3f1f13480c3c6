import { estimateReading, estimateWriting } from './closed-form.ts';
import { readPerWritten } from './load.ts';
import type { Percentiles } from './percentiles.ts';
import { type Reading, readingOf, type Single, writtenEvery } from './phases.ts';
import { type PlacedEngine, placerOf } from './placed-engine.ts';
import { remembered } from './remembered.ts';
import type { RequestShape } from './requests.ts';
import { mostSequences, steadyThroughput } from './steady.ts';
import { shapeOfLoad, type Traffic } from './under-load.ts';
import { type ServingTask, waysOf } from './ways.ts';
import type { Target } from './within.ts';
import { writingWithin } from './writing-within.ts';

/** Engines that read steps of one size: how many prompts a step takes in, and how long a request waits for it to begin. */
export interface Reader extends Reading {
  engine: PlacedEngine;
  prompts: number;
  gate: number;
  /** Requests a second that so many of these engines read within the target, by the closed form. */
  rate(readers: number): number;
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
function readersOf(engine: PlacedEngine, wanted: Wanted): Reader[] {
  const {
    task,
    target: { ttft, percentile },
  } = wanted;
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
    const reader = { ...reading, engine, prompts, gate };
    found.push({ ...reader, rate: remembered((readers) => readingRate(reader, readers, wanted)) });
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
function writersOf(engines: readonly PlacedEngine[], { task, shape, target }: Wanted): Writer[] {
  const best = new Map<number, { engine: PlacedEngine; rate: number }>();
  for (const engine of engines) {
    const { chips } = engine;
    const full = steadyThroughput(engine, { ...task.load, prefixHit: 1 }).outputTokensPerSecond;
    const known = best.get(chips)?.rate ?? 0;
    if (full / task.load.outputTokens <= known) continue;
    const rate = writingWithin(shape, engine, target);
    if (rate > known) best.set(chips, { engine, rate });
  }
  return [...best.values()].map(({ engine, rate }) => writerAt(engine, rate, { task, shape }));
}

function writerAt(
  engine: PlacedEngine,
  rate: number,
  { task, shape }: Pick<Wanted, 'task' | 'shape'>,
): Writer {
  const { placement, chips } = engine;
  const { batch, tpot } = estimateWriting(shape, engine, rate);
  const perChip = (rate * task.load.outputTokens) / chips;
  return { engine, phase: { placement, chips, perChip, batch, seconds: tpot }, rate };
}

/** A writer that has time left for the handover of a reader: at a lower rate where it must; undefined where none is low enough. */
function afterHandover(writer: Writer, { handover }: Reader, wanted: Wanted): Writer | undefined {
  const { task, shape, target } = wanted;
  const added = writtenEvery(0, handover, task.load);
  if (writer.phase.seconds + added <= target.tpot) return writer;
  const rate = writingWithin(shape, writer.engine, { tpot: target.tpot - added });
  return rate > 0 ? writerAt(writer.engine, Math.min(rate, writer.rate), wanted) : undefined;
}

/** The numbers of engines of a pair with which most requests keep the target. */
function splitOf(reader: Reader, at: Writer, wanted: Wanted): Split | undefined {
  const { chips } = wanted.task;
  const writer = afterHandover(at, reader, wanted);
  if (!writer) return undefined;
  const most = Math.floor((chips - writer.phase.chips) / reader.phase.chips);
  return mostEven(most, {
    reading: reader.rate,
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

/** Requests a second that so many engines read within the time to the first token, to a part in four thousand of the most they can. */
function readingRate(
  { phase, prompts, gate }: Omit<Reader, 'rate'>,
  readers: number,
  { shape, target }: Wanted,
): number {
  const servers = readers * prompts;
  let [low, high] = [0, servers / phase.seconds];
  for (let i = 0; i < 12; i++) {
    const rate = (low + high) / 2;
    const { keepsUp, ttft } = estimateReading(shape, { service: phase.seconds, servers }, rate);
    if (keepsUp && gate + ttft[target.percentile] <= target.ttft) low = rate;
    else high = rate;
  }
  return low;
}
