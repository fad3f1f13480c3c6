import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import type { ServingEngine } from './engine.ts';
import { type Load, meanContext, type Run } from './load.ts';
import { at, mostSequences, type Steady } from './steady.ts';

/**
 * A run in which all requests wait at the beginning: full until the last is let in, then emptier as answers end.
 *
 * T = (N L - B r) / rate + end, N requests of L tokens, B of them written at once, r what is left of an answer in a batch on
 * average, `end` the time of the steps after the last request was let in.
 */
export function wholeRun(engine: ServingEngine, load: Load, run: Run): Steady {
  const most = mostSequences(engine, load);
  if (most < 1) return { outputTokensPerSecond: 0, inputTokensPerSecond: 0, ttft: 0, tpot: 0, batch: 0 };
  const { inputTokens, outputTokens } = load;
  const fewest = run.requestsPerChip * engine.chips * outputTokens;
  const asked = at(engine, load, most).outputTokensPerSecond * run.seconds;
  const batch = Math.min(most, Math.max(fewest, asked) / outputTokens);
  const full = at(engine, load, batch);
  const rate = full.outputTokensPerSecond;
  const end = endOfRun(engine, load, { batch, run });
  const left = batch * restOf(load);
  const tokens = Math.max(fewest, rate * (run.seconds - end) + left, left);
  const mean = tokens / ((tokens - left) / rate + end);
  return { ...full, outputTokensPerSecond: mean, inputTokensPerSecond: (mean * inputTokens) / outputTokens };
}

/**
 * Share of a run's time in which requests come: it is counted to the last answer, when hardly anything is written any more.
 *
 * @param rate tokens written a second by the engine while requests come
 */
export function arrivingShare(
  engine: ServingEngine,
  load: Load,
  { batch, rate, run }: { batch: number; rate: number; run: Run },
): number {
  const arriving = Math.max(run.seconds, (run.requestsPerChip * engine.chips * load.outputTokens) / rate);
  return arriving / (arriving + endOfRun(engine, load, { batch, run }));
}

/** Tokens left of an answer in a batch on average: L (1 + c^2) / 2 (renewal theory), c the spread of answers. */
function restOf({ outputTokens, outputSpread = 0 }: Load): number {
  return (outputTokens * (1 + outputSpread ** 2)) / 2;
}

/** Intervals into which the end of a run is cut. */
const cuts = 12;

/**
 * Time from the last request let in to the last answer.
 *
 * Of B sequences B exp(-x / r) are still written after x steps, up to the smaller of the longest answer and r ln B, when one
 * of all engines' is left.
 */
function endOfRun(engine: ServingEngine, load: Load, { batch, run }: { batch: number; run: Run }): number {
  const context = meanContext(load);
  const rest = restOf(load);
  const all = (batch * run.chips) / engine.chips;
  const steps = Math.min(run.longest, rest * Math.max(1, log(all))) / cuts;
  let seconds = 0;
  for (let i = 0; i < cuts; i++) {
    const left = Math.max(1, batch * exp(-((i + 0.5) * steps) / rest));
    seconds += steps * engine.decodeSeconds(left, context);
  }
  return seconds;
}
