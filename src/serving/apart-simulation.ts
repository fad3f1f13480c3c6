import { log2 } from '../elementary/logarithm.ts';
import { pacesOf } from './arrivals.ts';
import { runBatching } from './batching.ts';
import { writingOnly } from './disaggregated.ts';
import { partOf } from './engine-part.ts';
import { fluidWithin } from './fluid.ts';
import { gridded, onPlane } from './gridded.ts';
import { Highest } from './highest.ts';
import { type Load, meanContext } from './load.ts';
import { Misses, shares } from './misses.ts';
import { writtenEvery } from './phases.ts';
import type { Reader } from './phases-within.ts';
import type { PlacedEngine } from './placed-engine.ts';
import { runReading } from './reading.ts';
import type { Requests } from './requests.ts';
import { percentileOf } from './simulate.ts';
import { steadyThroughput } from './steady.ts';
import { batchAt, dealt, partsSeen, seed, shapeOfLoad, type Traffic, watchedOf } from './under-load.ts';
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

/** Engines of one kind, at rates of one of them [1/s]. */
export interface EngineSimulation<T> {
  /** What so many of them do at a rate of one, or undefined where they miss the target. */
  at(engines: number, rate: number): T | undefined;
  /** The highest rate of one of so many of them. */
  highest(engines: number): Highest<T>;
  /** A rate that cannot keep the target, and about the highest that does. */
  most: number;
  likely: number;
}

/** Simulations of readers and of writers that one question asks for; what they draw, and what they found, is shared. */
export interface Simulations {
  reader(of: Reader): EngineSimulation<Read>;
  writer(of: PlacedEngine, handover: number): EngineSimulation<Written>;
}

/** Simulations for one question. */
export function simulationsOf(asked: AskedOfAll): Simulations {
  const shape = shapeOfLoad(asked.load, asked.traffic);
  return { reader: readersOf(asked, shape), writer: writersOf(asked, shape) };
}

type Shape = ReturnType<typeof shapeOfLoad>;

/** Readers share one queue; where there are more of them, requests are dealt to pools of so many, or of fewer that are busy enough. */
const mostReaders = 8;
const mostRead = 50;

function readersOf({ load, target }: AskedOfAll, shape: Shape) {
  const own = Math.max(1, load.inputTokens * (1 - (load.prefixHit ?? 0)));
  const pace = pacesOf(shape, { seed, name: 'serving' });
  const late = 1 - shares[target.percentile];
  return (reader: Reader): EngineSimulation<Read> => {
    const { phase, prompts, engine } = reader;
    const each = (phase.chips * phase.perChip) / own;
    const tokens = Math.max(engine.stepTokens, phase.batch);
    const seconds = onPlane([4, 2], (tokens, seen) => engine.readSeconds(tokens, seen));
    const largest = Math.max(1, Math.min(mostReaders, Math.floor(mostRead / each)));
    const watched = (units: number, rate: number) =>
      watchedOf(prompts * units, rate * units, { ...target, most: Number.POSITIVE_INFINITY });
    const at = (readers: number, rate: number): Read | undefined => {
      if (rate >= each) return undefined;
      const units = Math.min(readers, largest);
      const { count, from } = watched(units, rate);
      const requests = dealt(shape)(readers / units)(rate * units, count);
      const most = count - from - Math.floor(shares[target.percentile] * (count - from));
      const done = runReading(
        requests,
        { units, prompts, tokens, seconds },
        { from, within: target.ttft, most },
      );
      if (!done) return undefined;
      for (let i = from; i < count; i++) done[i] = done[i]! - requests.arrival[i]!;
      const ttft = percentileOf(done.subarray(from), target.percentile);
      return ttft <= target.ttft ? { ttft } : undefined;
    };
    const flow = (rate: number) => {
      const { count, from } = watched(1, rate);
      return { pace, seconds: count / rate, from: from / rate, capacity: each };
    };
    const wait = target.ttft - reader.gate - phase.seconds;
    const fluid = fluidWithin(flow, { most: each, wait, share: late });
    const most = Math.min(each, fluid * beyondFluid);
    const known = new Map<string, Highest<Read>>();
    return {
      at,
      most,
      likely: usualRead * fluid,
      highest(readers) {
        const units = Math.min(readers, largest);
        const key = `${units} ${partsSeen(shape, readers / units)}`;
        const found = known.get(key) ?? new Highest(most, (rate) => at(readers, rate));
        known.set(key, found);
        return found;
      },
    };
  };
}

/** The highest rate of readers over the one by busy minutes alone, usually and at most. */
const usualRead = 0.88;
const beyondFluid = 1.05;

function writersOf({ load, target }: AskedOfAll, shape: Shape) {
  const alone = { ...load, prefixHit: 1 };
  const quickOf = new Map<PlacedEngine, ReturnType<typeof writingOnly>>();
  const made = new Map<PlacedEngine, Map<number, EngineSimulation<Written>>>();
  const writerOf = (engine: PlacedEngine, moving: number): EngineSimulation<Written> => {
    const quick = quickOf.get(engine) ?? writingOnly(gridded(engine, meanContext(load)));
    quickOf.set(engine, quick);
    const handover = moving / load.inputTokens;
    const full = steadyThroughput(engine, alone).outputTokensPerSecond / load.outputTokens;
    const at = (writers: number, rate: number): Written | undefined => {
      if (rate >= full) return undefined;
      const { parts, count, from } = watchedOf(batchAt(engine, alone, rate), rate, target);
      const requests = readElsewhere(dealt(shape)(writers)(rate / parts, count));
      const misses = new Misses(requests, { ...target, ttft: Number.POSITIVE_INFINITY }, from, handover);
      const served = runBatching(requests, partOf(quick, parts), { misses });
      if (!served) return undefined;
      const tpot = percentileOf(everyToken(requests, served.last, { from, handover }), target.percentile);
      return tpot <= target.tpot ? { tpot, batch: served.meanBatch * parts } : undefined;
    };
    const tpot = target.tpot - writtenEvery(0, moving, load);
    const mean = writingWithin(shape, engine, { tpot, percentile: target.percentile });
    const most = Math.min(full, mean.likely * beyondLikely);
    const known = new Map<number, Highest<Written>>();
    return {
      at,
      most,
      likely: mean.likely,
      highest(writers) {
        const parts = partsSeen(shape, writers);
        const found = known.get(parts) ?? new Highest(most, (rate) => at(writers, rate));
        known.set(parts, found);
        return found;
      },
    };
  };
  return (engine: PlacedEngine, handover: number): EngineSimulation<Written> => {
    const longest = handover > 0 ? 2 ** (Math.ceil(log2(handover) * perDoubling) / perDoubling) : 0;
    const same = made.get(engine) ?? new Map<number, EngineSimulation<Written>>();
    made.set(engine, same);
    const found = same.get(longest) ?? writerOf(engine, longest);
    same.set(longest, found);
    return found;
  };
}

/** Handovers that differ by less than a part of a doubling are taken as the longest of them. */
const perDoubling = 4;

/** The highest rate of a writer over the likely one, at most. */
const beyondLikely = 1.05;

/** Requests whose prompts were read elsewhere. */
function readElsewhere(requests: Requests): Requests {
  return { ...requests, computed: new Float64Array(requests.count) };
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
