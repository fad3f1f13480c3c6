import {
  type AskedOfAll,
  type Read,
  type ReaderSimulation,
  type Simulations,
  simulationsOf,
  type WriterSimulation,
  type Written,
} from './apart-simulation.ts';
import { type Load, meanContext } from './load.ts';
import { type Apart, apartOf, type Reading } from './phases.ts';
import { mostEven, type Reader, type Split } from './phases-within.ts';
import { promptContext, steadyThroughput } from './steady.ts';
import { largestTried, type Tried, told, type UnderLoad } from './under-load.ts';

/** What is asked of engines that read and engines that write. */
export interface AskedApart extends AskedOfAll {
  split: Split;
  chips: number;
}

/** What other splits had simulated, and the rate of the best of them, below which nothing is of use. */
export interface Others {
  simulations: Simulations;
  above: number;
}

/**
 * The largest rate at which so many of a hundred requests keep the target, and the numbers of engines at which it is reached, by
 * simulation of readers and of one of the writers.
 *
 * @param others what other splits had simulated; it ends where it is certain that they are better
 * @returns undefined where even a hundredth of what the closed form finds misses it, or others are better
 */
export function largestApart(
  asked: AskedApart,
  { simulations, above }: Others = { simulations: simulationsOf(asked), above: 0 },
): { apart: Apart; most: UnderLoad } | undefined {
  const { split } = asked;
  const [reader, writer] = [simulations.reader(split.reader), simulations.writer(split)];
  const most = (written: number) => evenly(asked, reader.most, written)?.rate ?? 0;
  if (most(writer.most) <= above) return undefined;
  const written = largestWritten(writer, asked.target.tpot);
  if (!written || most(written.rate * near) <= above) return undefined;
  const { readers } = split;
  const rough = (usualRead * Math.min(split.reader.rate(readers), reader.roughly(readers))) / readers;
  return atBoth(asked, { rough, written, reader, writer }, above);
}

/** What a rate found by simulation may still be exceeded by. */
const near = 1.05;

/** The numbers of engines that are best where one reader and one writer do so much. */
function evenly({ split: { reader, writer }, chips }: AskedApart, read: number, written: number) {
  const [own, other] = [reader.engine.chips, writer.engine.chips];
  return mostEven(Math.floor((chips - other) / own), {
    reading: (readers) => readers * read,
    writing: (readers) => {
      const writers = Math.floor((chips - readers * own) / other);
      return { writers, rate: writers * written };
    },
  }).sort((a, b) => b.rate - a.rate)[0];
}

/** How far from a rate that was tried the next one is at least. */
const apart = 1.0249;

/** The largest rate of one writer. Its first run is not ended early: it tells how many times as long steps could be. */
function largestWritten(writer: WriterSimulation, tpot: number): Tried<Written> | undefined {
  const rate = writer.roughly;
  const first = rate > 0 ? writer.anyhow(rate) : undefined;
  if (!first) return largestTried((rate || writer.most) / 1.2, writer.at);
  const { better, ...made } = first;
  // Where requests wait for room, longer steps say too little.
  const next = usualWritten * Math.max(better, rate / 1.2);
  if (made.tpot > tpot) return largestTried(Math.min(next, rate / apart), writer.at, { high: rate });
  return largestTried(Math.max(next, rate * apart), writer.at, { best: { rate, made } });
}

/** The usual rate over the one thought to be the highest: of writers by their first run, of readers by their busy minutes alone. */
const usualWritten = 1.01;
const usualRead = 0.88;

/** What one reader does, roughly, and one writer, and how to find out what so many of them do. */
interface Phases {
  rough: number;
  written: Tried<Written>;
  reader: ReaderSimulation;
  writer: WriterSimulation;
}

/** The largest rate of the numbers of engines that are best by what one of each does, which is known better from numbers to numbers. */
function atBoth(
  asked: AskedApart,
  { rough, written, reader, writer }: Phases,
  above: number,
): { apart: Apart; most: UnderLoad } | undefined {
  const tried = new Set<number>();
  let one = rough;
  let best: { numbers: Numbers; read: Tried<Read> } | undefined;
  for (;;) {
    const numbers = evenly(asked, one, written.rate);
    if (!numbers || tried.has(numbers.readers)) break;
    const { readers } = numbers;
    tried.add(readers);
    const most = numbers.writers * written.rate;
    const begin = one * readers * apart > most ? most : one * readers;
    const read = largestTried(begin, (rate) => (rate > most ? undefined : reader.at(readers, rate)));
    if (!read) break;
    if (read.rate > (best?.read.rate ?? above)) best = { numbers, read };
    one = read.rate < most ? read.rate / readers : Math.max(one, read.rate / readers);
  }
  return best && bothKept(asked, { ...best, written, reader, writer }, above);
}

type Numbers = { readers: number; writers: number };

/** What users see at the rate at which so many readers keep the target, or below it where the writers do not. */
function bothKept(
  asked: AskedApart,
  { numbers, read, written, reader, writer }: Omit<Phases, 'rough'> & { numbers: Numbers; read: Tried<Read> },
  above: number,
): { apart: Apart; most: UnderLoad } | undefined {
  const { readers, writers } = numbers;
  for (let { rate } = read; rate > Math.max(above, read.rate / 4); rate *= 0.97) {
    const ttft = rate === read.rate ? read.made : reader.at(readers, rate);
    const tpot = ttft && (same(rate, writers * written.rate) ? written.made : writer.at(rate / writers));
    if (!ttft || !tpot) continue;
    const most = { ...told(asked, rate), keeps: true, ...ttft, ...tpot };
    return { apart: apartAt(asked, numbers, most), most };
  }
  return undefined;
}

/** Whether two rates differ by rounding alone. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * b;
}

/** What users see at a rate of requests. */
export function apartUnder(asked: AskedApart, { prefill, decode }: Apart, rate: number): UnderLoad {
  const { load, target, split } = asked;
  const { engine } = split.writer;
  const full = steadyThroughput(engine, { ...load, prefixHit: 1 });
  const most = Math.min(
    full.outputTokensPerSecond * decode.engines,
    (split.reader.phase.perChip * prefill.engines * prefill.chips * load.outputTokens) / ownOf(load),
  );
  if (rate * load.outputTokens >= most) {
    return { ...told(asked, rate), beyond: true, tpot: full.tpot, written: most, batch: full.batch };
  }
  const simulations = simulationsOf({ ...asked, target: { ...target, ttft: Infinity, tpot: Infinity } });
  const writes = simulations.writer(split).at(rate / decode.engines)!;
  const reads = simulations.reader(split.reader).at(prefill.engines, rate)!;
  const keeps = writes.tpot <= target.tpot && reads.ttft <= target.ttft;
  return { ...told(asked, rate), keeps, ...reads, ...writes };
}

function ownOf({ inputTokens, prefixHit = 0 }: Load): number {
  return Math.max(1, inputTokens * (1 - prefixHit));
}

/** The numbers of engines of a split that was found. */
export function enginesOf({ prefill, decode }: Apart): Numbers {
  return { readers: prefill.engines, writers: decode.engines };
}

/** So many engines of both phases at a load: their batches and steps are those of that load. */
export function apartAt({ split, load }: AskedApart, numbers: Numbers, at: UnderLoad): Apart {
  const { reader, writer } = split;
  const { engine } = writer;
  const { written, ttft, batch } = at;
  const phase = {
    ...writer.phase,
    batch,
    perChip: written / numbers.writers / engine.chips,
    seconds: engine.decodeSeconds(Math.max(1, batch), meanContext(load)),
  };
  const read = readAt(reader, load, written / load.outputTokens / numbers.readers);
  return { ...apartOf(read, phase, { ...numbers, written }), ...(ttft !== null && { ttft }) };
}

/**
 * A reader at so many requests a second: a step takes in what comes during the one before, a prompt at least and no more than it holds.
 */
function readAt(reader: Reader, load: Load, rate: number): Reading {
  const { engine, phase, handover, prompts } = reader;
  const own = ownOf(load);
  const seconds = (taken: number) =>
    Math.max((taken / phase.placement.data) * handover, engine.readSeconds(taken * own, promptContext(load)));
  let taken = 1;
  for (let i = 0; i < settled; i++) taken = Math.min(prompts, Math.max(1, rate * seconds(taken)));
  return { handover, phase: { ...phase, batch: taken * own, seconds: seconds(taken) } };
}

/** Steps after which what one takes in no longer differs from what the next does. */
const settled = 40;
