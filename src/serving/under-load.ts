import { gamma } from '../stats/gamma.ts';
import { rememberedBy } from '../stats/remembered-by.ts';
import { soon } from './arrivals.ts';
import type { ServingEngine } from './engine.ts';
import { partOf } from './engine-part.ts';
import { gridded } from './gridded.ts';
import { type Load, meanContext } from './load.ts';
import { Misses, shares } from './misses.ts';
import type { Percentiles } from './percentiles.ts';
import type { PlacedEngine } from './placed-engine.ts';
import { remembered } from './remembered.ts';
import { lengthsOf, type RequestShape, type Requests, requestsOf } from './requests.ts';
import { simulateWithin } from './simulate.ts';
import { steadyThroughput } from './steady.ts';
import { meets, type Target } from './within.ts';

/** How requests come, and how their lengths differ: standard deviations over means. */
export interface Traffic {
  gapSpread: number;
  minuteSpread: number;
  lengthSpread: number;
}

/** What users see of engines that share requests at a rate, by simulation. */
export interface UnderLoad {
  traffic: string;
  percentile: keyof Percentiles;
  /** Requests a second of all engines. */
  rate: number;
  keeps: boolean;
  /** Whether requests come faster than they can be answered, so that waits grow without end. */
  beyond: boolean;
  /** Time to the first token, waiting among it, at the percentile [s]; null where it grows without end. */
  ttft: number | null;
  /** Time between two tokens, at the percentile, or of full engines where more comes than they can do [s]. */
  tpot: number;
  /** Tokens written a second by all engines, never more than they can. */
  written: number;
  /** Sequences decoded at once by an engine. */
  batch: number;
}

/** Requests of a load as a queue sees them; the same object where the same is asked for again soon. */
export function shapeOfLoad(load: Load, traffic: Traffic): RequestShape {
  const { inputTokens, outputTokens, prefixHit = 0 } = load;
  const { gapSpread, minuteSpread, lengthSpread } = traffic;
  const key = [inputTokens, outputTokens, prefixHit, gapSpread, minuteSpread, lengthSpread].join();
  const known = shapes.get(key);
  if (known) return known;
  const around = (mean: number) => gamma(1 / lengthSpread ** 2, mean * lengthSpread ** 2);
  const shape = {
    read: around(inputTokens),
    write: around(outputTokens),
    ...(prefixHit > 0 && { hits: 1, hitDepth: prefixHit }),
    gapSpread,
    minuteSpread,
    // A quarter of an hour is watched: it is to hold busy minutes and quiet ones, as a long trace does.
    strata: minutes,
  };
  if (shapes.size >= mostShapes) shapes.clear();
  shapes.set(key, shape);
  return shape;
}

const shapes = new Map<string, RequestShape>();
const mostShapes = 16;

/** Requests that come to one of several engines, drawn once for all questions about a load. */
export const dealt = rememberedBy((shape: RequestShape) => {
  const lengths = lengthsOf(shape, { seed });
  const to = remembered((parts: number) => requestsOf(thinned(shape, parts), { seed }, lengths));
  return (engines: number) => to(partsSeen(shape, engines));
});

/** Gaps that differ no more than this are as good as random ones. */
const nearlyRandom = 1.05;

/**
 * Arrivals of one of several engines that requests are dealt to at random: the gaps are closer to random ones, the minutes are the same.
 *
 * Numbers of engines between two powers of two are taken as the lower one, so that fleets of about one size see the same requests.
 */
export function thinned(shape: RequestShape, engines: number): RequestShape {
  const parts = partsSeen(shape, engines);
  return parts === 1 ? shape : { ...shape, gapSpread: Math.sqrt(1 + (shape.gapSpread! ** 2 - 1) / parts) };
}

/** Into how many parts requests are taken to be dealt where they are dealt to so many engines. */
export function partsSeen({ gapSpread = 1 }: RequestShape, engines: number): number {
  return gapSpread <= nearlyRandom ? 1 : 2 ** (31 - Math.clz32(engines));
}

/** Requests of a simulation that count, at least, of them beyond the percentile, and for each sequence that is decoded at once. */
const least = 4000;
const leastBeyond = 80;
const perSequence = 4;
/** They come in so many minutes, which differ, once or more; of the requests of busier engines a part, of no more than so many a second. */
const minutes = 16;
const busiest = 25;
/** Or where so many sequences are decoded at once, times the square of the spread of minutes, that theirs adds little to it. */
const enough = 25;
/** Of 24 orders of the minutes the one with answers nearest to those of many minutes drawn at random. */
export const seed = 6;

/** What is watched of an engine: a part of it, so many requests, and the first of them that counts. */
export interface Watched {
  parts: number;
  count: number;
  from: number;
}

/**
 * How many requests tell what users see of an engine that decodes so many sequences at once, at a rate of requests: those of whole turns
 * of the minutes where these differ, after others that only fill it.
 *
 * @param parts of the engine, of which one is watched
 */
export function watchedOf(
  batch: number,
  rate: number,
  { percentile, minuteSpread, parts = partsOf(batch, rate, minuteSpread) }: Watching,
): Watched {
  const minute = (rate / parts) * 60;
  const turn = minuteSpread > 0 ? minute * minutes : 1;
  const fewest = Math.max(least, leastBeyond / (1 - shares[percentile]), (perSequence * batch) / parts);
  const counted = Math.round(Math.ceil(fewest / turn) * turn);
  const from = Math.ceil(Math.max(turn > 1 ? soon * minute : counted / 10, (2 * batch) / parts));
  return { parts, count: from + counted, from };
}

interface Watching {
  percentile: keyof Percentiles;
  minuteSpread: number;
  parts?: number;
}

function partsOf(batch: number, rate: number, minuteSpread: number): number {
  if (minuteSpread === 0) return 1;
  const few = (batch * minuteSpread ** 2) / enough;
  return Math.max(1, rate / busiest, Math.min(few, (rate * 60 * minutes) / least));
}

/** Sequences that an engine decodes at once at a rate of requests. */
export function batchAt(engine: ServingEngine, load: Load, rate: number): number {
  return steadyThroughput(engine, { ...load, arrivalRate: rate }).batch;
}

/** What is asked of engines that are all alike. */
export interface Asked {
  engine: PlacedEngine;
  engines: number;
  load: Load;
  traffic: Traffic & { id: string };
  target: Target;
  /** Longest that a prompt waits for others to be read with [s]. */
  hold: number;
}

/** What simulations of one engine share: its times, and the requests that come to it. */
export interface Simulated {
  quick: ServingEngine;
  requests: (rate: number, count: number) => Requests;
}

export function simulated({ engine, engines, load, traffic }: Omit<Asked, 'target' | 'hold'>): Simulated {
  return {
    quick: gridded(engine, meanContext(load)),
    requests: dealt(shapeOfLoad(load, traffic))(engines),
  };
}

/** What users see at a rate. */
export function underLoad(asked: Asked, rate: number): UnderLoad {
  const { engine, engines, load, target } = asked;
  const full = steadyThroughput(engine, load);
  const most = full.outputTokensPerSecond * engines;
  if (rate * load.outputTokens >= most) {
    return { ...told(asked, rate), beyond: true, tpot: full.tpot, written: most, batch: full.batch };
  }
  const anyhow = { ...target, ttft: Number.POSITIVE_INFINITY, tpot: Number.POSITIVE_INFINITY };
  const seen = engineUnder({ ...asked, target: anyhow }, simulated(asked), rate / engines) as UnderLoad;
  return { ...seen, keeps: seen.keeps && seen.ttft! <= target.ttft && seen.tpot <= target.tpot };
}

/** What is told of a rate of which no more is known. */
export function told(
  { traffic, target, load }: Pick<Asked, 'traffic' | 'target' | 'load'>,
  rate: number,
): UnderLoad {
  return {
    traffic: traffic.id,
    percentile: target.percentile,
    rate,
    keeps: false,
    beyond: false,
    ttft: null,
    tpot: 0,
    written: rate * load.outputTokens,
    batch: 0,
  };
}

/** What a target is missed by: the time to the first token alone, or that between tokens, too. */
export type MissedBy = 'ttft' | 'tpot';

/**
 * What users see of engines where the target is kept, or what misses it, as soon as that is certain.
 *
 * @param rate requests a second of one engine
 */
export function engineUnder(
  asked: Asked,
  { quick, requests }: Simulated,
  rate: number,
): UnderLoad | MissedBy {
  const { engine, engines, load, target, hold } = asked;
  const { parts, count, from } = watchedOf(batchAt(engine, load, rate), rate, {
    ...asked.traffic,
    ...target,
  });
  const layout = { kind: 'together', engine: partOf(quick, parts), hold } as const;
  const drawn = requests(rate / parts, count);
  const misses = new Misses(drawn, target, from);
  const made = simulateWithin(drawn, layout, misses);
  if (!made || !meets(made, target)) {
    return misses.slow || (made && made.tpot[target.percentile] > target.tpot) ? 'tpot' : 'ttft';
  }
  return {
    ...told(asked, rate * engines),
    keeps: made.busy < 1,
    ttft: made.ttft[target.percentile],
    tpot: made.tpot[target.percentile],
    batch: made.meanBatch * parts,
  };
}
