import type { ServingEngine } from './engine.ts';
import { type Load, meanContext } from './load.ts';
import { chanceToWait, queueWait } from './queue.ts';
import { loadOf, type RequestShape } from './requests.ts';
import type { Layout, Percentiles } from './simulate.ts';
import { promptContext, steadyThroughput } from './steady.ts';

/** The answer of the closed form. */
export interface ServiceEstimate {
  /** Whether the service keeps up. */
  keepsUp: boolean;
  ttft: Percentiles;
  meanTtft: number;
  /** Mean time between two tokens of a request [s]; single requests differ little from it. */
  tpot: number;
  /** Sequences that are being written, in each instance. */
  batch: number;
}

/** Requests as a queue sees them: how unevenly they come, and how uneven the work is that each brings. */
interface Uneven {
  gapSpread: number;
  workSpread: number;
}

/**
 * Estimates a service in microseconds, for searches; `simulateService` checks it.
 *
 * Writing settles where as many tokens leave as requests bring: B = rate x write x T(B) (Little 1961), T the time of a
 * step that also reads its share of the prompts. The first token waits in a queue for reading, that of Allen and Cunneen.
 *
 * @param rate requests a second for one instance, or for all of a split service
 */
export function estimateService(shape: RequestShape, layout: Layout, rate: number): ServiceEstimate {
  const load = { ...loadOf(shape), arrivalRate: rate };
  const uneven = { gapSpread: shape.gapSpread ?? 1, workSpread: workSpread(shape) };
  return layout.kind === 'together' ? together(load, layout, uneven) : split(load, layout, uneven);
}

/** Standard deviation over mean of the tokens of a prompt that no cache holds. */
export function workSpread({ read, hits = 0, hitDepth = 1 }: RequestShape): number {
  const mean = 1 - hits * hitDepth;
  const square = 1 - hits + hits * (1 - hitDepth) ** 2;
  return Math.sqrt(Math.max(0, ((1 + read.variance / read.mean ** 2) * square) / mean ** 2 - 1));
}

type Rated = Load & { arrivalRate: number };

function together(
  load: Rated,
  { engine }: Extract<Layout, { kind: 'together' }>,
  uneven: Uneven,
): ServiceEstimate {
  const { batch, tpot } = settled(engine, load);
  if (!Number.isFinite(tpot)) return overloaded(batch);
  const context = meanContext(load);
  const own = load.inputTokens * (1 - (load.prefixHit ?? 0));
  const pieces = Math.ceil(own / Math.max(1, engine.stepTokens - batch));
  const mixed = engine.mixedSeconds(batch, context, own / pieces, promptContext(load));
  // Of a step that reads and writes, only what reading adds keeps other prompts from being read.
  const service = pieces * Math.max(mixed - engine.decodeSeconds(batch, context), mixed / 20);
  const wait = waiting(load, { service, servers: 1 }, uneven);
  return { ...first(wait, pieces * mixed + tpot / 2, uneven), tpot, batch };
}

function split(
  load: Rated,
  { prefill, decode, handover }: Extract<Layout, { kind: 'split' }>,
  uneven: Uneven,
): ServiceEstimate {
  const writing = { ...load, prefixHit: 1, arrivalRate: load.arrivalRate / decode.units };
  const { batch, tpot } = settled(decode.engine, writing);
  if (!Number.isFinite(tpot)) return overloaded(batch);
  const own = load.inputTokens * (1 - (load.prefixHit ?? 0));
  const service = prefill.engine.prefillSeconds(own, promptContext(load));
  const wait = waiting(load, { service, servers: prefill.units }, uneven);
  const extra = handover(load.inputTokens) / Math.max(1, load.outputTokens - 1);
  return { ...first(wait, service, uneven), tpot: tpot + extra, batch };
}

/** Batch and time of a step at which writing settles; without end where the engine does not keep up. */
function settled(engine: ServingEngine, load: Rated): { batch: number; tpot: number } {
  const { batch, tpot, outputTokensPerSecond } = steadyThroughput(engine, load);
  const keepsUp = outputTokensPerSecond >= 0.999 * load.arrivalRate * load.outputTokens;
  return { batch, tpot: keepsUp ? tpot : Infinity };
}

interface Waiting {
  mean: number;
  /** Share of the requests that wait. */
  share: number;
}

function waiting(
  { arrivalRate }: Rated,
  { service, servers }: { service: number; servers: number },
  { gapSpread, workSpread: serviceSpread }: Uneven,
): Waiting {
  const station = { rate: arrivalRate, gapSpread, service, serviceSpread, servers };
  return { mean: queueWait(station), share: chanceToWait(arrivalRate * service, servers) };
}

/**
 * Time to the first token: some wait for an exponential time, then all are read. Its percentiles are those of the
 * lognormal with the same mean and variance.
 */
function first(
  { mean, share }: Waiting,
  own: number,
  { workSpread: spread }: Uneven,
): Pick<ServiceEstimate, 'keepsUp' | 'ttft' | 'meanTtft'> {
  const waitVariance = share > 0 ? mean * mean * (2 / share - 1) : 0;
  const total = mean + own;
  const sigma = Math.sqrt(Math.log1p((waitVariance + (own * spread) ** 2) / (total * total)));
  const at = (z: number) => total * Math.exp(sigma * z - (sigma * sigma) / 2);
  return {
    keepsUp: Number.isFinite(mean),
    meanTtft: total,
    ttft: { p50: at(0), p90: at(1.2816), p95: at(1.6449), p99: at(2.3263) },
  };
}

function overloaded(batch: number): ServiceEstimate {
  const never = { p50: Infinity, p90: Infinity, p95: Infinity, p99: Infinity };
  return { keepsUp: false, ttft: never, meanTtft: Infinity, tpot: Infinity, batch };
}
