import type { ServingEngine } from './engine.ts';
import { chanceToWait, queueWait } from './queue.ts';
import type { RequestShape } from './requests.ts';
import type { Layout, Percentiles } from './service.ts';

/** What a load of requests amounts to, in means. */
export interface Load {
  /** Requests a second. */
  rate: number;
  read: number;
  /** Tokens read that no cache holds: mean, and standard deviation over mean. */
  computed: number;
  computedSpread: number;
  write: number;
  gapSpread: number;
}

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

/** Means of a shape of requests. */
export function loadOf(shape: RequestShape, rate: number): Load {
  const { read, write, hits = 0, hitDepth = 1, gapSpread = 1 } = shape;
  const left = 1 - hits * hitDepth;
  const square = 1 - hits + hits * (1 - hitDepth) ** 2;
  const second = (read.variance + read.mean ** 2) * square;
  const computed = read.mean * left;
  return {
    rate,
    read: read.mean,
    computed,
    computedSpread: Math.sqrt(Math.max(0, second / computed ** 2 - 1)),
    write: write.mean,
    gapSpread,
  };
}

/**
 * Estimates a service in microseconds, for searches; `simulateService` checks it.
 *
 * Writing settles where as many tokens leave as requests bring: B = rate x write x T(B) (Little 1961), T the time of a
 * step that also reads its share of the prompts. The first token waits in a queue for reading.
 */
export function estimateService(shape: RequestShape, layout: Layout, rate: number): ServiceEstimate {
  const load = loadOf(shape, rate);
  return layout.kind === 'together' ? together(load, layout) : split(load, layout);
}

function together(load: Load, { engine, chunk }: Extract<Layout, { kind: 'together' }>): ServiceEstimate {
  const settled = settle(load, engine, (batch, context, seconds) => {
    const read = Math.min(chunk, load.rate * load.computed * seconds);
    return read < 1
      ? engine.decodeSeconds(batch, context)
      : engine.mixedSeconds(batch, context, read);
  });
  if (!settled) return overloaded(engine.maxBatch(load.read + load.write));
  const { batch, seconds, context } = settled;
  const pieces = Math.ceil(load.computed / chunk);
  const piece = load.computed / pieces;
  const whole = pieces * (batch < 1 ? engine.prefillSeconds(piece, load.read / 2) : engine.mixedSeconds(batch, context, piece));
  // Of a step that reads and writes only the part that reading adds keeps others from being read.
  const service = batch < 1 ? whole : Math.max(whole - pieces * engine.decodeSeconds(batch, context), whole / 10);
  const wait = waiting(load, { service, servers: 1 });
  return { ...first(wait, whole + seconds / 2), tpot: seconds, batch };
}

function split(load: Load, { prefill, decode, handover }: Extract<Layout, { kind: 'split' }>): ServiceEstimate {
  const each = { ...load, rate: load.rate / decode.units };
  const settled = settle(each, decode.engine, (batch, context) => decode.engine.decodeSeconds(batch, context));
  if (!settled) return overloaded(decode.engine.maxBatch(load.read + load.write));
  const service = prefill.engine.prefillSeconds(load.computed, load.read - load.computed / 2);
  const wait = waiting(load, { service, servers: prefill.units });
  const extra = handover(load.read) / Math.max(1, load.write - 1);
  return { ...first(wait, service), tpot: settled.seconds + extra, batch: settled.batch };
}

/** Batch at which writing settles: a fixed point, from below; undefined where the memory does not hold it. */
function settle(
  { rate, read, write }: Load,
  engine: ServingEngine,
  step: (batch: number, context: number, seconds: number) => number,
): { batch: number; seconds: number; context: number } | undefined {
  const context = read + write / 2;
  const most = engine.maxBatch(read + write);
  let seconds = step(1, context, 0);
  for (let round = 0; round < 200; round++) {
    const batch = Math.max(1e-9, rate * (write - 1) * seconds);
    if (!(batch <= most)) return undefined;
    const next = step(Math.max(1, batch), context, seconds);
    if (Math.abs(next - seconds) < 1e-4 * seconds) return { batch, seconds: next, context };
    seconds = next;
  }
  return undefined;
}

interface Waiting {
  mean: number;
  /** Share of the requests that wait. */
  share: number;
  service: number;
  spread: number;
}

function waiting(load: Load, { service, servers }: { service: number; servers: number }): Waiting {
  const { rate, gapSpread, computedSpread } = load;
  const mean = queueWait({ rate, gapSpread, service, serviceSpread: computedSpread, servers });
  return { mean, share: chanceToWait(rate * service, servers), service, spread: computedSpread };
}

/** Time to the first token: those that wait do so for an exponential time, and then are read. */
function first(
  { mean, share, spread }: Waiting,
  own: number,
): Pick<ServiceEstimate, 'keepsUp' | 'ttft' | 'meanTtft'> {
  // Sum of a wait and of a lognormal time of reading, by a lognormal of its first two moments.
  const waitVariance = share > 0 ? mean * mean * (2 / share - 1) : 0;
  const total = mean + own;
  const variance = waitVariance + (own * spread) ** 2;
  const sigma = Math.sqrt(Math.log1p(variance / (total * total)));
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
