import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { gamma } from '../stats/gamma.ts';
import { estimateTogether } from './closed-form.ts';
import type { ServingEngine } from './engine.ts';
import { gridded } from './gridded.ts';
import { type Load, meanContext } from './load.ts';
import { shares } from './misses.ts';
import type { Percentiles } from './percentiles.ts';
import type { PlacedEngine } from './placed-engine.ts';
import { type RequestShape, type Requests, requestsOf } from './requests.ts';
import { type Layout, type ServiceReport, simulateWithin } from './simulate.ts';
import { steadyThroughput } from './steady.ts';
import { keeps, largestGood, meets, type Target } from './within.ts';

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

/** Requests of a load as a queue sees them. */
export function shapeOfLoad(load: Load, { lengthSpread, ...arrivals }: Traffic): RequestShape {
  const around = (mean: number) => gamma(1 / lengthSpread ** 2, mean * lengthSpread ** 2);
  const { inputTokens, outputTokens, prefixHit = 0 } = load;
  return {
    read: around(inputTokens),
    write: around(outputTokens),
    ...(prefixHit > 0 && { hits: 1, hitDepth: prefixHit }),
    ...arrivals,
    // A quarter of an hour is watched: it is to hold busy minutes and quiet ones, as a long trace does.
    strata: minutes,
  };
}

/** Arrivals of one of several engines that requests are dealt to at random: the gaps are closer to random ones, the minutes are the same. */
export function thinned(shape: RequestShape, engines: number): RequestShape {
  const { gapSpread = 1 } = shape;
  return { ...shape, gapSpread: Math.sqrt(1 + (gapSpread ** 2 - 1) / engines) };
}

/** Requests of a simulation, at least, and of them beyond the percentile. */
const least = 4000;
const leastBeyond = 80;
/** And for each sequence that is decoded at once, of which two only fill the service. */
const perSequence = 6;
/** And of so many minutes, which differ, but no more than so many requests. */
const minutes = 16;
const most = 24_000;
export const seed = 1;
/** How near a rate that keeps a target and one that misses it must be. */
const near = 1.025;
/** How far from a rough rate the next is tried: near enough to end there where the rough one is right. */
const firstStep = 1.0249;

/** What is asked of engines that are all alike. */
export interface Asked {
  engine: PlacedEngine;
  engines: number;
  load: Load;
  traffic: Traffic & { id: string };
  target: Target;
}

/**
 * The largest rate by the closed form: fast enough to choose among placements by.
 *
 * @param above a rate below which the answer is of no use
 * @returns requests a second of all engines; 0 where it is not above that
 */
export function roughlyLargest({ engine, engines, load, traffic, target }: Asked, above = 0): number {
  const shape = thinned(shapeOfLoad(load, traffic), engines);
  const layout = { kind: 'together', engine, ...held(target) } as const;
  const good = (rate: number) => keeps(estimateTogether(shape, layout, rate), target);
  return above > 0 && !good(above / engines) ? 0 : engines * largestGood(good);
}

/** Prompts wait for each other for no more than half of the time to the first token [s]. */
export function held({ ttft }: Pick<Target, 'ttft'>): { hold: number } {
  return { hold: ttft / 2 };
}

/** An engine as it is simulated, and the requests that come to it. */
interface Simulated {
  layout: Extract<Layout, { kind: 'together' }>;
  requests: (rate: number, count: number) => Requests;
}

function simulated({ engine, engines, load, traffic, target }: Asked): Simulated {
  return {
    layout: { kind: 'together', engine: gridded(engine, meanContext(load)), ...held(target) },
    requests: requestsOf(thinned(shapeOfLoad(load, traffic), engines), { seed }),
  };
}

/** What users see at a rate. */
export function underLoad(asked: Asked, rate: number): UnderLoad {
  const { engine, engines, load, target } = asked;
  const full = steadyThroughput(engine, load);
  const most = full.outputTokensPerSecond * engines;
  if (rate * load.outputTokens < most) {
    const { layout, requests } = simulated(asked);
    const { count, from } = requestsFor(batchAt(engine, load, rate / engines), rate / engines, target);
    const anyhow = { ...target, ttft: Number.POSITIVE_INFINITY, tpot: Number.POSITIVE_INFINITY };
    const made = simulateWithin(requests(rate / engines, count), layout, { target: anyhow, from });
    return seen(asked, rate, made!);
  }
  return { ...told(asked, rate), beyond: true, tpot: full.tpot, written: most, batch: full.batch };
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

/**
 * How many requests tell what users see of an engine that decodes so many sequences at once, at a rate of requests, and the first of
 * them that counts.
 *
 * @param upTo requests that minutes are watched for, at most
 */
export function requestsFor(
  batch: number,
  rate: number,
  { percentile, upTo = most }: { percentile: keyof Percentiles; upTo?: number },
): { count: number; from: number } {
  const watched = Math.min(upTo, rate * 60 * minutes);
  const fewest = Math.max(least, leastBeyond / (1 - shares[percentile]));
  const count = Math.round(Math.max(fewest, Math.ceil(perSequence * batch), Math.ceil(watched)));
  return { count, from: Math.ceil(Math.max(count / 10, Math.min(2 * batch, count / 3))) };
}

/** Sequences that an engine decodes at once at a rate of requests. */
export function batchAt(engine: ServingEngine, load: Load, rate: number): number {
  return steadyThroughput(engine, { ...load, arrivalRate: rate }).batch;
}

/** The same where the target is kept; undefined where it is missed, as soon as that is certain. */
function withinLoad(asked: Asked, { layout, requests }: Simulated, rate: number): UnderLoad | undefined {
  const { engine, engines, load, target } = asked;
  const full = steadyThroughput(engine, load);
  if (rate * load.outputTokens >= full.outputTokensPerSecond * engines) return undefined;
  const { count, from } = requestsFor(batchAt(engine, load, rate / engines), rate / engines, target);
  const made = simulateWithin(requests(rate / engines, count), layout, { target, from });
  const loaded = made && seen(asked, rate, made);
  return loaded?.keeps ? loaded : undefined;
}

function seen(asked: Asked, rate: number, made: ServiceReport): UnderLoad {
  const { target } = asked;
  return {
    ...told(asked, rate),
    keeps: made.busy < 1 && meets(made, target),
    ttft: made.ttft[target.percentile],
    tpot: made.tpot[target.percentile],
    batch: made.meanBatch,
  };
}

/**
 * The largest rate at which the target is kept, by simulation: the closed form begins it, which knows too little of bursts.
 *
 * @returns undefined where a hundredth of what the closed form finds misses the target already
 */
export function largestLoad(asked: Asked): UnderLoad | undefined {
  const simulation = simulated(asked);
  return largestTried(roughlyLargest(asked), (rate) => withinLoad(asked, simulation, rate))?.made;
}

/**
 * The largest rate at which something can be made, to about one part in forty: from a rough one up or down in growing steps, and
 * then by halving.
 *
 * @param known what was tried before: the largest that can be made, and the least that cannot
 * @returns undefined where a hundredth of the rough one is too much
 */
export function largestTried<T>(
  rough: number,
  tried: (rate: number) => T | undefined,
  known: { best?: Tried<T>; high?: number } = {},
): Tried<T> | undefined {
  let { best, high = Number.POSITIVE_INFINITY } = known;
  let [step, grown] = [firstStep, 1];
  let rate = rough;
  while (rate > 0 && rate >= rough / 100 && rate <= rough * 100) {
    const made = tried(rate);
    if (made) best = { rate, made };
    else high = rate;
    if (best && high / best.rate < near) break;
    const middle = best ? Math.sqrt(best.rate * high) : 0;
    rate = made ? Math.min(rate * step, middle) : Math.max(rate / step, middle);
    [step, grown] = [exp(grown * log(firstStep)), 2 * grown];
  }
  return best;
}

/** A rate, and what was made at it. */
export interface Tried<T> {
  rate: number;
  made: T;
}
