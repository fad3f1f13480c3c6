import { log } from '../elementary/logarithm.ts';
import type { ServingConstants } from './constants.ts';
import type { ServingEngine } from './engine.ts';
import type { Load } from './load.ts';
import { at, mostSequences, promptContext, type Steady, stepSeconds } from './steady.ts';
import { arrivingShare } from './whole-run.ts';

/** Limits on the slowest requests of a hundred [s]. */
export interface Limit {
  ttft: number;
  tpot: number;
}

/**
 * The highest rate at which all but one request of a hundred meet their limits.
 *
 * The batch is the largest whose mean step, times the tail of a request's mean over all, stays within the time between
 * tokens. Requests come at random: those that wait wait about W = ln(100 u) s / (2 (1 - u)) at the 99th percentile of an
 * M/D/1 queue of utilisation u (heavy-traffic tail, Kingman 1962), s the mean time between requests at full rate over all
 * engines of the group; u is the largest for which W and the reading of the prompt fit the time to the first token.
 *
 * @param engines engines that share the requests
 */
export function limitedThroughput(
  engine: ServingEngine,
  load: Load,
  {
    limit,
    engines,
    constants,
  }: { limit: Limit; engines: number; constants: Pick<ServingConstants, 'tokenTail' | 'queueTail'> },
): Steady {
  const most = mostSequences(engine, load);
  if (most < 1) return { outputTokensPerSecond: 0, inputTokensPerSecond: 0, ttft: 0, tpot: 0, batch: 0 };
  const batch = largestBatch((one) => stepSeconds(engine, load, one), {
    most,
    within: limit.tpot / constants.tokenTail,
  });
  const full = at(engine, load, batch);
  const between = load.outputTokens / (full.outputTokensPerSecond * engines);
  const own = engine.prefillSeconds(load.inputTokens, promptContext(load));
  const wait = Math.max(limit.ttft - own, 0.02 * limit.ttft);
  const busy = utilisation(wait, constants.queueTail * between);
  const rate = busy * full.outputTokensPerSecond;
  const { run } = load;
  const used = run ? busy * arrivingShare(engine, load, { batch: busy * batch, rate, run }) : busy;
  return {
    ...full,
    outputTokensPerSecond: used * full.outputTokensPerSecond,
    inputTokensPerSecond: used * full.inputTokensPerSecond,
    batch: used * batch,
  };
}

/** The largest batch, not above `most`, whose step takes no longer than `within`. */
export function largestBatch(
  seconds: (batch: number) => number,
  { most, within }: { most: number; within: number },
): number {
  if (seconds(most) <= within) return most;
  let [low, high] = [0, most];
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (seconds(middle) <= within) low = middle;
    else high = middle;
  }
  return Math.max(low, Math.min(1, most));
}

/** The utilisation at which one request of a hundred waits longer than `wait` for a service of `service` seconds. */
export function utilisation(wait: number, service: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 30; i++) {
    const u = (low + high) / 2;
    const tail = (service / (2 * (1 - u))) * log(Math.max(1, 100 * u));
    if (tail <= wait) low = u;
    else high = u;
  }
  return low;
}
