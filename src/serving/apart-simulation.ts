import { log2 } from '../elementary/logarithm.ts';
import { power } from '../elementary/power.ts';
import { rememberedBy } from '../stats/remembered-by.ts';
import { pacesOf } from './arrivals.ts';
import { runBatching } from './batching.ts';
import { writingOnly } from './disaggregated.ts';
import type { ServingEngine } from './engine.ts';
import { partOf } from './engine-part.ts';
import { fluidWithin } from './fluid.ts';
import { gridded, onPlane } from './gridded.ts';
import { Highest, stepUpTo } from './highest.ts';
import { type Load, meanContext, ownTokens } from './load.ts';
import { Misses, shares } from './misses.ts';
import { writtenEvery } from './phases.ts';
import type { Reader } from './phases-within.ts';
import type { PlacedEngine } from './placed-engine.ts';
import { runReading } from './reading.ts';
import { remembered } from './remembered.ts';
import type { RequestShape, Requests } from './requests.ts';
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
  const seen = { ...asked, shape: shapeOfLoad(asked.load, asked.traffic) };
  return { reader: rememberedBy((reader: Reader) => readerOf(reader, seen)), writer: writersOf(seen) };
}

/** What is asked of engines, and how requests come. */
interface Seen extends AskedOfAll {
  shape: RequestShape;
}

/** Requests are dealt to pools of so many readers that share a queue at most, or of fewer whose minutes bring enough of them [1/s]. */
const mostReaders = 8;
const mostRead = 50;

/** Readers of a pool, and pools that requests are dealt to. */
interface Pools {
  units: number;
  pools: number;
}

function readerOf(reader: Reader, seen: Seen): EngineSimulation<Read> {
  const { shape } = seen;
  const { phase } = reader;
  const each = (phase.chips * phase.perChip) / ownTokens(seen.load);
  const busy = seen.traffic.minuteSpread > 0 ? twoTo(Math.max(1, mostRead / each)) : mostReaders;
  const largest = Math.min(mostReaders, busy);
  const simulated = poolOf(reader, each, seen);
  const fluid = fluidRate(reader, each, seen);
  const most = Math.min(each, fluid * beyondFluid);
  const known = new Map<string, Highest<Read>>();
  const highest = ({ units, pools }: Pools): Highest<Read> => {
    const key = `${units} ${pools}`;
    // Requests can be dealt to smaller pools as well.
    const smaller = (rate: number) => {
      const fewer = units % 2 === 0 ? units / 2 : twoTo(units - 1);
      const dealt = highest({ units: fewer, pools: partsSeen(shape, (pools * units) / fewer) });
      return dealt.keeps(stepUpTo(rate)) ? dealt.best!.made : undefined;
    };
    const found =
      known.get(key) ??
      new Highest(
        most,
        (rate) => simulated({ units, pools }, rate) ?? (units > 1 ? smaller(rate) : undefined),
      );
    known.set(key, found);
    return found;
  };
  const poolsOf = (readers: number): Pools => {
    const units = poolSize(readers, largest);
    return { units, pools: partsSeen(shape, readers / units) };
  };
  return {
    at: (readers, rate) => simulated(poolsOf(readers), rate),
    highest: (readers) => highest(poolsOf(readers)),
    most,
    likely: usualRead * fluid,
  };
}

/** The highest rate of readers over the one by busy minutes alone, usually and at most. */
const usualRead = 0.88;
const beyondFluid = 1.05;

/** Readers of a pool: all, or the most equal parts of them by halves that are not too large, or else the largest pool. */
function poolSize(readers: number, largest: number): number {
  if (readers <= largest) return readers;
  return readers % 2 === 0 ? poolSize(readers / 2, largest) : largest;
}

/** What readers of a pool do at a rate of one of them. */
function poolOf(
  { engine, phase, prompts }: Reader,
  each: number,
  { traffic, target, shape }: Seen,
): (pools: Pools, rate: number) => Read | undefined {
  const tokens = Math.max(engine.stepTokens, phase.batch);
  const seconds = onPlane([4, 2], (tokens, seen) => engine.readSeconds(tokens, seen));
  const share = shares[target.percentile];
  return ({ units, pools }, rate) => {
    if (rate >= each) return undefined;
    const { count, from } = watchedOf(prompts * units, rate * units, { ...traffic, ...target, parts: 1 });
    const requests = dealt(shape)(pools)(rate * units, count);
    const most = count - from - Math.floor(share * (count - from));
    const late = { from, within: target.ttft, most };
    const done = runReading(requests, { units, prompts, tokens, seconds }, late);
    if (!done) return undefined;
    for (let i = from; i < count; i++) done[i] = done[i]! - requests.arrival[i]!;
    const ttft = percentileOf(done.subarray(from), target.percentile);
    return ttft <= target.ttft ? { ttft } : undefined;
  };
}

/** The rate of one reader at which busy minutes alone make as many requests late as may be [1/s]. */
function fluidRate({ gate, phase, prompts }: Reader, each: number, { traffic, target, shape }: Seen): number {
  const pace = pacesOf(shape, { seed, name: 'serving' });
  const flow = (rate: number) => {
    const { count, from } = watchedOf(prompts, rate, { ...traffic, ...target, parts: 1 });
    return { pace, seconds: count / rate, from: from / rate, capacity: each };
  };
  const wait = target.ttft - gate - phase.seconds;
  return fluidWithin(flow, { most: each, wait, share: 1 - shares[target.percentile] });
}

/** The largest power of two up to a number from 1 on. */
function twoTo(number: number): number {
  return 2 ** (31 - Math.clz32(number));
}

/** Writers by their engine and by how long the cache of a mean prompt takes to come to it. */
function writersOf(seen: Seen) {
  const quickOf = rememberedBy((engine: PlacedEngine) =>
    writingOnly(gridded(engine, meanContext(seen.load))),
  );
  const made = rememberedBy((engine: PlacedEngine) =>
    remembered((handover: number) => writerOf(engine, handover, { ...seen, quick: quickOf(engine) })),
  );
  return (engine: PlacedEngine, handover: number): EngineSimulation<Written> => {
    const step = Math.ceil(log2(handover) * perDoubling) / perDoubling;
    return made(engine)(handover > 0 ? power(2, step) : 0);
  };
}

/** Handovers that differ by less than a part of a doubling are taken as the longest of them. */
const perDoubling = 4;

function writerOf(
  engine: PlacedEngine,
  moving: number,
  { load, traffic, target, shape, quick }: Seen & { quick: ServingEngine },
): EngineSimulation<Written> {
  const alone = { ...load, prefixHit: 1 };
  const handover = moving / load.inputTokens;
  const full = steadyThroughput(engine, alone).outputTokensPerSecond / load.outputTokens;
  const at = (writers: number, rate: number): Written | undefined => {
    if (rate >= full) return undefined;
    const { parts, count, from } = watchedOf(batchAt(engine, alone, rate), rate, { ...traffic, ...target });
    const requests = readElsewhere(dealt(shape)(writers)(rate / parts, count));
    const misses = new Misses(requests, { ...target, ttft: Number.POSITIVE_INFINITY }, from, handover);
    const served = runBatching(requests, partOf(quick, parts), { misses });
    if (!served) return undefined;
    const tpot = percentileOf(everyToken(requests, served.last, { from, handover }), target.percentile);
    return tpot <= target.tpot ? { tpot, batch: served.meanBatch * parts } : undefined;
  };
  const tpot = target.tpot - writtenEvery(0, moving, load);
  const within = writingWithin(shape, engine, { tpot, percentile: target.percentile });
  const most = Math.min(full, within.most);
  const highest = remembered((parts: number) => new Highest(most, (rate) => at(parts, rate)));
  return {
    at,
    highest: (writers) => highest(partsSeen(shape, writers)),
    most,
    likely: usualWritten * within.likely,
  };
}

/** The highest rate of a writer over the one of a likely batch, usually. */
const usualWritten = 0.9;

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
