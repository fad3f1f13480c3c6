import { runBatching, type Served } from './batching.ts';
import { runDisaggregated, type Split } from './disaggregated.ts';
import type { ServingEngine } from './engine.ts';
import { Misses, shares } from './misses.ts';
import type { Percentiles } from './percentiles.ts';
import { drawRequests, type RequestShape, type Requests } from './requests.ts';
import type { Target } from './within.ts';

/** How a model is placed: all on equal instances, or reading and writing on different ones. */
export type Layout = { kind: 'together'; engine: ServingEngine } | ({ kind: 'split' } & Split);

/** What a service did with requests. */
export interface ServiceReport {
  /** Requests that count: the first tenth only fills the service. */
  requests: number;
  /** Time to the first token, and between two tokens of one request. */
  ttft: Percentiles;
  tpot: Percentiles;
  meanTtft: number;
  meanTpot: number;
  /** Tokens read and written a second. */
  readRate: number;
  writeRate: number;
  /** Sequences in a step of writing, and the share of the time in which instances worked. */
  meanBatch: number;
  busy: number;
  chips: number;
}

/**
 * Simulates a service request by request.
 *
 * @param rate requests a second for one instance, or for all of a split service
 * @param count requests to simulate, 20,000 where left out
 */
export function simulateService(
  shape: RequestShape,
  layout: Layout,
  { rate, count = 20_000, seed }: { rate: number; count?: number; seed: number },
): ServiceReport {
  const requests = drawRequests(shape, { rate, count, seed });
  return layout.kind === 'together'
    ? report(requests, runBatching(requests, layout.engine), layout.engine.chips)
    : report(requests, runDisaggregated(requests, layout), chipsOfLayout(layout));
}

/**
 * The same for an instance that is only wanted where it keeps a target.
 *
 * @returns undefined where it is certain that it does not
 */
export function simulateWithin(
  shape: RequestShape,
  engine: ServingEngine,
  { rate, count, seed, target }: { rate: number; count: number; seed: number; target: Target },
): ServiceReport | undefined {
  const requests = drawRequests(shape, { rate, count, seed });
  const served = runBatching(requests, engine, new Misses(requests, target, filling(count)));
  return served && report(requests, served, engine.chips);
}

/** Requests that only fill the service. */
function filling(count: number): number {
  return Math.floor(count / 10);
}

/** Chips of a layout. */
function chipsOfLayout(layout: Layout): number {
  if (layout.kind === 'together') return layout.engine.chips;
  const { prefill, decode } = layout;
  return prefill.units * prefill.engine.chips + decode.units * decode.engine.chips;
}

function report(requests: Requests, served: Served, chips: number): ServiceReport {
  const { arrival, read, write, count } = requests;
  const from = filling(count);
  const ttft: number[] = [];
  const tpot: number[] = [];
  let [readSum, writeSum] = [0, 0];
  for (let i = from; i < count; i++) {
    ttft.push(served.first[i]! - arrival[i]!);
    if (write[i]! > 1) tpot.push((served.last[i]! - served.first[i]!) / (write[i]! - 1));
    readSum += read[i]!;
    writeSum += write[i]!;
  }
  const end = served.last.reduce((latest, one) => Math.max(latest, one), 0);
  const span = arrival[count - 1]! - arrival[from]!;
  return {
    requests: count - from,
    ttft: percentilesOf(ttft),
    tpot: percentilesOf(tpot),
    meanTtft: mean(ttft),
    meanTpot: mean(tpot),
    readRate: readSum / span,
    writeRate: writeSum / span,
    meanBatch: served.meanBatch,
    busy: served.busy / end,
    chips,
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;
}

function percentilesOf(values: number[]): Percentiles {
  const sorted = Float64Array.from(values).sort();
  const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0;
  return { p50: at(shares.p50), p90: at(shares.p90), p95: at(shares.p95), p99: at(shares.p99) };
}
