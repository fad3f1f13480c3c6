import { gamma } from '../stats/gamma.ts';
import type { Load } from './load.ts';
import type { Percentiles } from './percentiles.ts';
import type { PlacedEngine } from './placed-engine.ts';
import type { RequestShape } from './requests.ts';
import { type Layout, type ServiceReport, simulateService, simulateWithin } from './simulate.ts';
import { steadyThroughput } from './steady.ts';
import { largestRate, meets, type Target } from './within.ts';

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
  };
}

/** Arrivals of one of several engines that requests are dealt to at random: the gaps are closer to random ones, the minutes are the same. */
function thinned(shape: RequestShape, engines: number): RequestShape {
  const { gapSpread = 1 } = shape;
  return { ...shape, gapSpread: Math.sqrt(1 + (gapSpread ** 2 - 1) / engines) };
}

/** Requests of a simulation, at least: enough for a 99th percentile of minutes that differ. */
const least = 8000;
/** And for each sequence that a full engine decodes at once: the tenth that fills the service is twice what it holds. */
const perSequence = 20;
const seed = 1;
/** Halvings of the rate in the search by simulation: to one part in a hundred of where it begins. */
const halvings = 7;

/** What is asked of engines that are all alike. */
export interface Asked {
  engine: PlacedEngine;
  engines: number;
  load: Load;
  traffic: Traffic & { id: string };
  target: Target;
}

/** The largest rate by the closed form: fast enough to choose among placements by [requests/s of all engines]. */
export function roughlyLargest({ engine, engines, load, traffic, target }: Asked): number {
  const shape = thinned(shapeOfLoad(load, traffic), engines);
  return engines * largestRate(shape, { kind: 'together', engine }, target);
}

/** What users see at a rate. */
export function underLoad(asked: Asked, rate: number): UnderLoad {
  const { engine, engines, load, target } = asked;
  const full = steadyThroughput(engine, load);
  const most = full.outputTokensPerSecond * engines;
  if (rate * load.outputTokens < most) {
    const shape = thinned(shapeOfLoad(load, asked.traffic), engines);
    const layout: Layout = { kind: 'together', engine };
    const count = requestsFor(full.batch);
    return seen(asked, rate, simulateService(shape, layout, { rate: rate / engines, count, seed }));
  }
  return {
    ...{ traffic: asked.traffic.id, percentile: target.percentile, rate },
    keeps: false,
    beyond: true,
    ttft: null,
    tpot: full.tpot,
    written: most,
    batch: full.batch,
  };
}

/** How many requests tell what users see of engines that decode so many sequences at once when they are full. */
export function requestsFor(batch: number): number {
  return Math.max(least, Math.ceil(perSequence * batch));
}

/** The same where the target is kept; undefined where it is missed, as soon as that is certain. */
function withinLoad(asked: Asked, rate: number): UnderLoad | undefined {
  const { engine, engines, load, traffic, target } = asked;
  const full = steadyThroughput(engine, load);
  if (rate * load.outputTokens >= full.outputTokensPerSecond * engines) return undefined;
  const count = requestsFor(full.batch);
  const shape = thinned(shapeOfLoad(load, traffic), engines);
  const made = simulateWithin(shape, engine, { rate: rate / engines, count, seed, target });
  const loaded = made && seen(asked, rate, made);
  return loaded?.keeps ? loaded : undefined;
}

function seen({ load, traffic, target }: Asked, rate: number, made: ServiceReport): UnderLoad {
  return {
    ...{ traffic: traffic.id, percentile: target.percentile, rate },
    keeps: made.busy < 1 && meets(made, target),
    beyond: false,
    ttft: made.ttft[target.percentile],
    tpot: made.tpot[target.percentile],
    written: rate * load.outputTokens,
    batch: made.meanBatch,
  };
}

/**
 * The largest rate at which the target is kept, by simulation: the closed form begins it, which knows too little of bursts.
 *
 * @returns undefined where a hundredth of what the closed form finds misses the target already
 */
export function largestLoad(asked: Asked): UnderLoad | undefined {
  let high = 1.5 * roughlyLargest(asked);
  let low = 0;
  let best: UnderLoad | undefined;
  for (let i = 0; i < halvings && high > 0; i++) {
    const middle = (low + high) / 2;
    const made = withinLoad(asked, middle);
    if (made) {
      best = made;
      low = middle;
    } else high = middle;
  }
  return best;
}
