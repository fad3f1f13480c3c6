import { pacesOf } from './arrivals.ts';
import { runBatching } from './batching.ts';
import { writingOnly } from './disaggregated.ts';
import { fluidWithin } from './fluid.ts';
import { gridded, onPlane } from './gridded.ts';
import { type Load, meanContext } from './load.ts';
import { Misses, shares } from './misses.ts';
import { writtenEvery } from './phases.ts';
import type { Reader, Split } from './phases-within.ts';
import { runReading } from './reading.ts';
import { remembered } from './remembered.ts';
import { lengthsOf, type Requests, requestsOf } from './requests.ts';
import { percentileOf } from './simulate.ts';
import { steadyThroughput } from './steady.ts';
import { batchAt, requestsFor, seed, shapeOfLoad, type Traffic, thinned } from './under-load.ts';
import type { Target } from './within.ts';
import { writingWithin } from './writing-within.ts';

/** What is asked of readers and writers, whichever they are. */
export interface AskedOfAll {
  load: Load;
  traffic: Traffic & { id: string };
  target: Target;
}

/** What users see of readers, and of a writer with the sequences that it writes at once. */
export type Read = { ttft: number };
export type Written = { tpot: number; batch: number };

/** Readers of one kind. */
export interface ReaderSimulation {
  /** What so many of them do at a rate, or undefined where they miss the target. */
  at(readers: number, rate: number): Read | undefined;
  /** About the highest rate at which so many of them keep it, by busy minutes alone [1/s]. */
  roughly(readers: number): number;
  /** The most that one of them reads [1/s]. */
  most: number;
}

/** One writer of a split. */
export interface WriterSimulation {
  /** What it does at its share of a rate, or undefined where it misses the target. */
  at(rate: number): Written | undefined;
  /** The same whether it misses it or not, at any rate that it keeps up with; and about the highest rate that keeps it. */
  anyhow(rate: number): (Written & { better: number }) | undefined;
  /** The highest rate by the closed form, the handover among what takes time [1/s]. */
  roughly: number;
  /** A rate that it cannot keep the target at: a request of a hundred that is to be quick is no quicker than the mean. */
  most: number;
}

/** Simulations of readers and of writers that one question asks for; what they draw, and what they found, is shared. */
export interface Simulations {
  reader(of: Reader): ReaderSimulation;
  writer(of: Split): WriterSimulation;
}

/**
 * Requests of larger pools of readers are dealt to parts of them, of so many engines at least and so many requests a second, of which
 * enough minutes can be watched; and so many requests are watched at most.
 */
const fewReaders = 8;
const watchedRate = 100;
const mostRead = 100_000;

/** Simulations for one question. */
export function simulationsOf(asked: AskedOfAll): Simulations {
  const shape = shapeOfLoad(asked.load, asked.traffic);
  const readerOf = readersOf(asked, shape);
  const known = new Map<Reader, ReaderSimulation>();
  return {
    reader(of) {
      const made = known.get(of) ?? readerOf(of);
      known.set(of, made);
      return made;
    },
    writer: writersOf(asked, shape),
  };
}

type Shape = ReturnType<typeof shapeOfLoad>;

function readersOf({ load, target }: AskedOfAll, shape: Shape) {
  const own = Math.max(1, load.inputTokens * (1 - (load.prefixHit ?? 0)));
  const lengths = lengthsOf(shape, { seed, answers: false });
  const dealt = remembered((parts: number) => requestsOf(thinned(shape, parts), { seed }, lengths));
  const pace = pacesOf(shape, { seed, name: 'serving' });
  const late = 1 - shares[target.percentile];
  return (reader: Reader): ReaderSimulation => {
    const { phase, prompts, engine } = reader;
    const each = (phase.chips * phase.perChip) / own;
    const tokens = Math.max(engine.stepTokens, phase.batch);
    const seconds = onPlane([4, 2], (tokens, seen) => engine.readSeconds(tokens, seen));
    const poolAt = (readers: number, rate: number) => {
      const units = Math.min(readers, Math.max(fewReaders, Math.ceil((watchedRate * readers) / rate)));
      const part = (rate * units) / readers;
      return { units, part, ...requestsFor(prompts * units, part, { ...target, upTo: mostRead }) };
    };
    const simulated = (readers: number, rate: number): Read | undefined => {
      if (rate >= readers * each) return undefined;
      const { units, part, count, from } = poolAt(readers, rate);
      const requests = dealt(readers / units)(part, count);
      const most = count - from - Math.floor(shares[target.percentile] * (count - from));
      const pool = { units, prompts, tokens, seconds };
      const done = runReading(requests, pool, { from, within: target.ttft, most });
      if (!done) return undefined;
      for (let i = from; i < count; i++) done[i] = done[i]! - requests.arrival[i]!;
      const ttft = percentileOf(done.subarray(from), target.percentile);
      return ttft <= target.ttft ? { ttft } : undefined;
    };
    const known = new Map<string, Read | undefined>();
    return {
      most: each,
      at(readers, rate) {
        const key = `${readers} ${rate}`;
        if (!known.has(key)) known.set(key, simulated(readers, rate));
        return known.get(key);
      },
      roughly(readers) {
        const flowAt = (rate: number) => {
          const { part, count, from } = poolAt(readers, rate);
          return { pace, seconds: count / part, from: from / part, capacity: readers * each };
        };
        const wait = target.ttft - reader.gate - phase.seconds;
        return fluidWithin(flowAt, { most: readers * each, wait, share: late });
      },
    };
  };
}

function writersOf({ load, target }: AskedOfAll, shape: Shape) {
  const alone = { ...load, prefixHit: 1 };
  const whole = { ...shape, hits: 1, hitDepth: 1 };
  const lengths = lengthsOf(whole, { seed, name: 'writing' });
  return ({ reader, writer: { engine }, writers }: Split): WriterSimulation => {
    const quick = writingOnly(gridded(engine, meanContext(load)));
    const handover = reader.handover / load.inputTokens;
    const mean = writtenEvery(0, reader.handover, load);
    const full = steadyThroughput(engine, alone);
    const requestsAt = requestsOf(thinned(whole, writers), { seed, name: 'writing' }, lengths);
    const run = (rate: number, within: Target) => {
      if (rate * load.outputTokens >= full.outputTokensPerSecond) return undefined;
      const { count, from } = requestsFor(batchAt(engine, alone, rate), rate, target);
      const requests = requestsAt(rate, count);
      const misses = new Misses(requests, { ...within, ttft: Infinity }, from, handover);
      const served = runBatching(requests, quick, { misses });
      return served && { served, requests, counted: { from, handover } };
    };
    const tpotOf = ({ requests, served, counted }: NonNullable<ReturnType<typeof run>>): Written => {
      const tpot = percentileOf(everyToken(requests, served.last, counted), target.percentile);
      return { tpot, batch: served.meanBatch };
    };
    return {
      at(rate) {
        const done = run(rate, target);
        const written = done && tpotOf(done);
        return written && written.tpot <= target.tpot ? written : undefined;
      },
      anyhow(rate) {
        const done = run(rate, { ...target, tpot: Infinity });
        if (!done) return undefined;
        const { requests, served, counted } = done;
        const longer = timesLonger(requests, served.last, { ...counted, ...target });
        const step = steadyThroughput(engine, { ...alone, arrivalRate: rate }).tpot;
        return { ...tpotOf(done), better: writingWithin(shape, engine, { tpot: longer * step }) };
      },
      roughly: writingWithin(shape, engine, { tpot: target.tpot - mean, percentile: target.percentile }),
      most: writingWithin(shape, engine, { tpot: target.tpot - mean }),
    };
  };
}

/** How many times as long steps could be, the handover being what it is, for as many requests to keep the time between tokens. */
function timesLonger(
  { arrival, read, write, count }: Requests,
  last: Float64Array,
  { from, handover, tpot, percentile }: Target & { from: number; handover: number },
): number {
  const shorter = new Float64Array(count);
  let used = 0;
  for (let i = from; i < count; i++) {
    if (write[i]! <= 1) continue;
    const left = tpot * (write[i]! - 1) - handover * read[i]!;
    shorter[used++] = -left / (last[i]! - arrival[i]!);
  }
  return -percentileOf(shorter.subarray(0, used), percentile);
}

/** Time between tokens of each request that counts, the handover of its cache among it; of those that write more than one. */
function everyToken(
  { arrival, read, write, count }: Requests,
  last: Float64Array,
  { from, handover }: { from: number; handover: number },
): Float64Array {
  const every = new Float64Array(count);
  let used = 0;
  for (let i = from; i < count; i++) {
    if (write[i]! <= 1) continue;
    every[used++] = (last[i]! - arrival[i]! + handover * read[i]!) / (write[i]! - 1);
  }
  return every.subarray(0, used);
}
