import { runBatching } from './batching.ts';
import { writingOnly } from './disaggregated.ts';
import { gridded, onPlane } from './gridded.ts';
import { type Load, meanContext } from './load.ts';
import { Misses, shares } from './misses.ts';
import { type Apart, apartOf } from './phases.ts';
import { mostEven, type Split } from './phases-within.ts';
import { runReading } from './reading.ts';
import { remembered } from './remembered.ts';
import { type Requests, requestsOf } from './requests.ts';
import { percentileOf } from './simulate.ts';
import { steadyThroughput } from './steady.ts';
import {
  batchAt,
  largestTried,
  requestsFor,
  seed,
  shapeOfLoad,
  type Traffic,
  thinned,
  told,
  type UnderLoad,
} from './under-load.ts';
import type { Target } from './within.ts';

/** What is asked of engines that read and engines that write. */
export interface AskedApart {
  split: Split;
  chips: number;
  load: Load;
  traffic: Traffic & { id: string };
  target: Target;
}

/**
 * Requests of larger pools of readers are dealt to parts of them, of so many engines at least and so many requests a second, of which
 * enough minutes can be watched; and so many requests are watched at most.
 */
const fewReaders = 8;
const watchedRate = 100;
const mostRead = 100_000;

/**
 * The largest rate at which so many of a hundred requests keep the target, and the numbers of engines at which it is reached, by
 * simulation of readers and of one of the writers.
 *
 * @returns undefined where even a hundredth of what the closed form finds misses it
 */
export function largestApart(asked: AskedApart): { apart: Apart; most: UnderLoad } | undefined {
  const { split, chips } = asked;
  const simulation = simulationOf(asked);
  const { reader, writer } = split;
  const written = largestTried(split.writer.rate, simulation.writes);
  const read = largestTried(split.rate / split.readers, (rate) =>
    simulation.reads(split.readers, rate * split.readers),
  );
  if (!written || !read) return undefined;
  // What one reader and one writer do is now known better: the chips are split anew.
  const [best] = mostEven(Math.floor((chips - writer.engine.chips) / reader.engine.chips), {
    reading: (readers) => readers * read.rate,
    writing: (readers) => {
      const writers = Math.floor((chips - readers * reader.engine.chips) / writer.engine.chips);
      return { writers, rate: writers * written.rate };
    },
  }).sort((a, b) => b.rate - a.rate);
  if (!best) return undefined;
  const { readers, writers } = best;
  // Neither does more by itself: their numbers are right unless a smaller pool of readers waits longer.
  for (let rate = Math.min(best.rate, written.rate * writers); rate > best.rate / 4; rate *= 0.97) {
    const known = readers === split.readers && same(rate, readers * read.rate);
    const ttft = known ? read.made : simulation.reads(readers, rate);
    const tpot =
      ttft && (same(rate, writers * written.rate) ? written.made : simulation.writes(rate / writers));
    if (!ttft || !tpot) continue;
    const most = { ...told(asked, rate), keeps: true, ...ttft, ...tpot };
    return { apart: apartAt(asked, { readers, writers }, most), most };
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
  const simulation = simulationOf({ ...asked, target: { ...target, ttft: Infinity, tpot: Infinity } });
  const writes = simulation.writes(rate / decode.engines)!;
  const reads = simulation.reads(prefill.engines, rate)!;
  const keeps = writes.tpot <= target.tpot && reads.ttft <= target.ttft;
  return { ...told(asked, rate), keeps, ...reads, ...writes };
}

function ownOf({ inputTokens, prefixHit = 0 }: Load): number {
  return Math.max(1, inputTokens * (1 - prefixHit));
}

function apartAt(
  { split, load }: AskedApart,
  numbers: { readers: number; writers: number },
  { rate, ttft, batch }: UnderLoad,
): Apart {
  const { reader, writer } = split;
  const { engine } = writer;
  const written = rate * load.outputTokens;
  const phase = {
    ...writer.phase,
    batch,
    perChip: written / numbers.writers / engine.chips,
    seconds: engine.decodeSeconds(Math.max(1, batch), meanContext(load)),
  };
  return { ...apartOf(reader, phase, { ...numbers, written }), ...(ttft !== null && { ttft }) };
}

/** Simulations of the readers and of one writer, each undefined where it is certain that the target is missed. */
function simulationOf({ split, load, traffic, target }: AskedApart) {
  const { reader, writer } = split;
  const shape = shapeOfLoad(load, traffic);
  const quick = writingOnly(gridded(writer.engine, meanContext(load)));
  const seconds = onPlane([4, 2], (tokens, seen) => reader.engine.readSeconds(tokens, seen));
  const handover = reader.handover / load.inputTokens;
  const full = steadyThroughput(writer.engine, { ...load, prefixHit: 1 });
  const at = (values: Float64Array) => percentileOf(values, target.percentile);
  const toReaders = remembered((parts: number) => requestsOf(thinned(shape, parts), { seed }));
  const one = { ...thinned(shape, split.writers), hits: 1, hitDepth: 1 };
  const toWriter = requestsOf(one, { seed, name: 'writing' });
  return {
    /** Time to the first token of so many readers at a rate. */
    reads(readers: number, rate: number): { ttft: number } | undefined {
      const { perChip, chips } = reader.phase;
      if (rate * ownOf(load) >= readers * chips * perChip) return undefined;
      const units = Math.min(readers, Math.max(fewReaders, Math.ceil((watchedRate * readers) / rate)));
      const part = (rate * units) / readers;
      const { count, from } = requestsFor(reader.prompts * units, part, { ...target, upTo: mostRead });
      const requests = toReaders(readers / units)(part, count);
      const tokens = Math.max(reader.engine.stepTokens, reader.phase.batch);
      const most = count - from - Math.floor(shares[target.percentile] * (count - from));
      const pool = { units, prompts: reader.prompts, tokens, seconds };
      const done = runReading(requests, pool, { from, within: target.ttft, most });
      if (!done) return undefined;
      const waited = done.map((time, i) => time - requests.arrival[i]!).subarray(from);
      const ttft = at(waited);
      return ttft <= target.ttft ? { ttft } : undefined;
    },
    /** Time between tokens of one writer at its share of a rate, and sequences it writes at once. */
    writes(rate: number): { tpot: number; batch: number } | undefined {
      if (rate * load.outputTokens >= full.outputTokensPerSecond) return undefined;
      const batch = batchAt(writer.engine, { ...load, prefixHit: 1 }, rate);
      const { count, from } = requestsFor(batch, rate, target);
      const requests = toWriter(rate, count);
      const misses = new Misses(requests, { ...target, ttft: Infinity }, from);
      const served = runBatching(requests, quick, { misses });
      if (!served) return undefined;
      const tpot = at(everyToken(requests, served.last, { from, handover }));
      return tpot <= target.tpot ? { tpot, batch: served.meanBatch } : undefined;
    },
  };
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
