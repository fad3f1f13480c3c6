import { exp } from '../elementary/exponential.ts';
import { log1p } from '../elementary/logarithm.ts';
import type { ArrivalShape } from './arrivals.ts';
import { burstWait, minuteWait } from './burst.ts';
import type { ServingEngine } from './engine.ts';
import { gathered, type Load, meanContext } from './load.ts';
import type { Percentiles } from './percentiles.ts';
import { chanceToWait } from './queue.ts';
import { loadOf, type RequestShape } from './requests.ts';
import type { Layout } from './simulate.ts';
import { mostSequences, promptContext, steadyThroughput, stepSeconds } from './steady.ts';

/** The answer of the closed form. */
export interface ServiceEstimate {
  /** Whether the service keeps up. */
  keepsUp: boolean;
  ttft: Percentiles;
  meanTtft: number;
  /** Mean time between two tokens of a request [s]; and of requests in busier moments and minutes. */
  tpot: number;
  tpots: Percentiles;
  /** Sequences that are being written, in each instance. */
  batch: number;
}

/** Requests as a queue sees them: how unevenly they come, and how uneven the work is that each brings. */
interface Uneven {
  arrivals: ArrivalShape;
  workSpread: number;
}

/**
 * Estimates a service in microseconds, for searches; `simulateService` checks it.
 *
 * Writing settles where as many tokens leave as requests bring: B = rate x write x T(B) (Little 1961), T the time of a
 * step that also reads its share of the prompts. The first token waits in a queue for reading, and for room in minutes that bring more
 * than there is room for.
 *
 * @param rate requests a second for one instance, or for all of a split service
 */
export function estimateService(shape: RequestShape, layout: Layout, rate: number): ServiceEstimate {
  if (layout.kind === 'together') return estimateTogether(shape, layout, rate);
  const load = { ...loadOf(shape), arrivalRate: rate };
  return split(load, layout, { arrivals: shape, workSpread: workSpread(shape) });
}

/** The same of instances that read and write. */
export function estimateTogether(
  shape: RequestShape,
  layout: Extract<Layout, { kind: 'together' }>,
  rate: number,
): ServiceEstimate {
  const load = { ...loadOf(shape), arrivalRate: rate };
  return together(load, layout, { arrivals: shape, workSpread: workSpread(shape) });
}

/** Standard deviation over mean of the tokens of a prompt that no cache holds. */
export function workSpread({ read, hits = 0, hitDepth = 1 }: RequestShape): number {
  const mean = 1 - hits * hitDepth;
  const square = 1 - hits + hits * (1 - hitDepth) ** 2;
  return Math.sqrt(Math.max(0, ((1 + read.variance / read.mean ** 2) * square) / mean ** 2 - 1));
}

type Rated = Load & { arrivalRate: number };

function together(
  rated: Rated,
  { engine, hold }: Extract<Layout, { kind: 'together' }>,
  uneven: Uneven,
): ServiceEstimate {
  const load: Rated = hold === undefined ? rated : { ...rated, hold };
  const { batch, tpot, tpots } = settled(engine, load, uneven);
  if (!Number.isFinite(tpot)) return overloaded(batch);
  const context = meanContext(load);
  const own = load.inputTokens * (1 - (load.prefixHit ?? 0));
  const read = own * gathered(engine, load);
  const pieces = Math.ceil(read / Math.max(1, engine.stepTokens - batch));
  const mixed = engine.mixedSeconds(batch, context, read / pieces, promptContext(load));
  // Of a step that reads and writes, only what reading adds keeps other prompts from being read.
  const together = pieces * Math.max(mixed - engine.decodeSeconds(batch, context), mixed / 20);
  const service = together / gathered(engine, load);
  const wait = waiting(load, { service, servers: 1, engine }, uneven);
  const last = (gathered(engine, load) - 1) / load.arrivalRate;
  const reading = first(wait, { own: pieces * mixed + tpot / 2, last }, uneven);
  return { ...reading, tpot, tpots, batch };
}

function split(
  load: Rated,
  { prefill, decode, handover }: Extract<Layout, { kind: 'split' }>,
  uneven: Uneven,
): ServiceEstimate {
  const writing = { ...load, prefixHit: 1, arrivalRate: load.arrivalRate / decode.units };
  const { batch, tpot, tpots } = settled(decode.engine, writing, uneven);
  if (!Number.isFinite(tpot)) return overloaded(batch);
  const own = load.inputTokens * (1 - (load.prefixHit ?? 0));
  const service = prefill.engine.prefillSeconds(own, promptContext(load));
  const wait = waiting(load, { service, servers: prefill.units }, uneven);
  const extra = handover(load.inputTokens) / Math.max(1, load.outputTokens - 1);
  const { p50, p90, p95, p99 } = tpots;
  const later = { p50: p50 + extra, p90: p90 + extra, p95: p95 + extra, p99: p99 + extra };
  return { ...first(wait, { own: service }, uneven), tpot: tpot + extra, tpots: later, batch };
}

/** Standard normal quantiles. */
export const normal = { p50: 0, p90: 1.2816, p95: 1.6449, p99: 2.3263 } as const;

/** Batch and time of a step at which writing settles; without end where the engine does not keep up. */
function settled(
  engine: ServingEngine,
  load: Rated,
  { arrivals }: Uneven,
): { batch: number; tpot: number; tpots: Percentiles } {
  const { batch, tpot, outputTokensPerSecond } = steadyThroughput(engine, load);
  const keepsUp = outputTokensPerSecond >= 0.999 * load.arrivalRate * load.outputTokens;
  if (!keepsUp) return { batch, tpot: Infinity, tpots: never };
  const most = mostSequences(engine, load);
  // The number of sequences at one time is about Poisson; in busy minutes more come, of which more requests are part.
  const at = (z: number) => {
    const busier = busierBy(arrivals, z);
    const mean =
      busier > 1 ? batchAt(engine, { ...load, arrivalRate: load.arrivalRate * busier }, most) : batch;
    return stepSeconds(engine, load, Math.min(most, mean + z * Math.sqrt(mean)));
  };
  // A search asks for one of them, and each takes as long as all else.
  const tpots = {
    get p50() {
      return Math.max(tpot, at(normal.p50));
    },
    get p90() {
      return at(normal.p90);
    },
    get p95() {
      return at(normal.p95);
    },
    get p99() {
      return at(normal.p99);
    },
  };
  return { batch, tpot, tpots };
}

/** Sequences at once at a rate, or as many as fit where it is more than the engine keeps up with. */
function batchAt(engine: ServingEngine, load: Rated, most: number): number {
  const { batch, outputTokensPerSecond } = steadyThroughput(engine, load);
  return outputTokensPerSecond >= 0.999 * load.arrivalRate * load.outputTokens ? batch : most;
}

/**
 * Rate of a minute over the mean, at a quantile over requests: gamma with spread s, busy minutes counted by their requests, by the
 * cube of a normal value (Wilson and Hilferty 1931).
 */
function busierBy({ minuteSpread = 0 }: ArrivalShape, z: number): number {
  if (minuteSpread === 0) return 1;
  const shape = 1 / minuteSpread ** 2 + 1;
  const cube = 1 - 1 / (9 * shape) + z / Math.sqrt(9 * shape);
  return Math.max(0, minuteSpread ** 2 * shape * cube * cube * cube);
}

interface Waiting {
  mean: number;
  /** Share of the requests that wait. */
  share: number;
}

/** Wait for reading, and for room in the engine where it reads and writes. */
function waiting(
  { outputTokens, ...load }: Rated,
  { service, servers, engine }: { service: number; servers: number; engine?: ServingEngine },
  { arrivals, workSpread: serviceSpread }: Uneven,
): Waiting {
  const { arrivalRate: rate } = load;
  const read = burstWait({ rate, service, serviceSpread, servers }, arrivals);
  const share = chanceToWait(rate * service, servers);
  if (!engine) return { mean: read, share };
  const full = steadyThroughput(engine, { inputTokens: load.inputTokens, outputTokens, ...prefixOf(load) });
  return { mean: read + minuteWait(rate, outputTokens / full.outputTokensPerSecond, arrivals), share };
}

function prefixOf({ prefixHit }: Pick<Load, 'prefixHit'>): Pick<Load, 'prefixHit'> {
  return prefixHit === undefined ? {} : { prefixHit };
}

/**
 * Time to the first token: some wait for an exponential time, all for what is gathered, up to `last`, then they are read. Its
 * percentiles are those of the lognormal with the same mean and variance.
 */
function first(
  { mean, share }: Waiting,
  { own, last = 0 }: { own: number; last?: number },
  { workSpread: spread }: Uneven,
): Pick<ServiceEstimate, 'keepsUp' | 'ttft' | 'meanTtft'> {
  const waitVariance = share > 0 ? mean * mean * (2 / share - 1) : 0;
  const total = mean + own + last / 2;
  const variance = waitVariance + (own * spread) ** 2 + last ** 2 / 12;
  const sigma = Math.sqrt(log1p(variance / (total * total)));
  const at = (z: number) => total * exp(sigma * z - (sigma * sigma) / 2);
  const { p50, p90, p95, p99 } = normal;
  return {
    keepsUp: Number.isFinite(mean),
    meanTtft: total,
    ttft: { p50: at(p50), p90: at(p90), p95: at(p95), p99: at(p99) },
  };
}

const never = { p50: Infinity, p90: Infinity, p95: Infinity, p99: Infinity };

function overloaded(batch: number): ServiceEstimate {
  return { keepsUp: false, ttft: never, meanTtft: Infinity, tpot: Infinity, tpots: never, batch };
}
