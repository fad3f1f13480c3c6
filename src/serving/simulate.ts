import { runBatching, type Served } from './batching.ts';
import { runDisaggregated, type Split } from './disaggregated.ts';
import type { ServingEngine } from './engine.ts';
import { type Misses, shares } from './misses.ts';
import type { Percentiles } from './percentiles.ts';
import { drawRequests, type RequestShape, type Requests } from './requests.ts';

/** How a model is placed: all on equal instances, or reading and writing on different ones. */
export type Layout =
  | {
      kind: 'together';
      engine: ServingEngine;
      /** Longest that a prompt waits for others to be read with [s]; without end where left out. */
      hold?: number;
    }
  | ({ kind: 'split' } & Split);

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
  const served =
    layout.kind === 'together'
      ? runBatching(requests, layout.engine, holdOf(layout))
      : runDisaggregated(requests, layout);
  return report(requests, served, { from: filling(count), chips: chipsOfLayout(layout) });
}

/**
 * The same for an instance that is only wanted where it keeps a target.
 *
 * @param misses counts what misses it, of the requests that count
 * @returns undefined where it is certain that it does not
 */
export function simulateWithin(
  requests: Requests,
  layout: Extract<Layout, { kind: 'together' }>,
  misses: Misses,
): ServiceReport | undefined {
  const { engine } = layout;
  const served = runBatching(requests, engine, { misses, ...holdOf(layout) });
  return served && report(requests, served, { from: misses.from, chips: engine.chips });
}

function holdOf({ hold }: Extract<Layout, { kind: 'together' }>): { hold?: number } {
  return hold === undefined ? {} : { hold };
}

/** Requests that only fill the service, a tenth. */
function filling(count: number): number {
  return Math.floor(count / 10);
}

/** Chips of a layout. */
function chipsOfLayout(layout: Layout): number {
  if (layout.kind === 'together') return layout.engine.chips;
  const { prefill, decode } = layout;
  return prefill.units * prefill.engine.chips + decode.units * decode.engine.chips;
}

function report(
  requests: Requests,
  served: Served,
  { from, chips }: { from: number; chips: number },
): ServiceReport {
  const { arrival, read, write, count } = requests;
  const ttft = new Float64Array(count - from);
  const tpot = new Float64Array(count - from);
  let [readSum, writeSum, paced] = [0, 0, 0];
  for (let i = from; i < count; i++) {
    ttft[i - from] = served.first[i]! - arrival[i]!;
    if (write[i]! > 1) tpot[paced++] = (served.last[i]! - served.first[i]!) / (write[i]! - 1);
    readSum += read[i]!;
    writeSum += write[i]!;
  }
  const end = served.last.reduce((latest, one) => Math.max(latest, one), 0);
  const span = arrival[count - 1]! - arrival[from]!;
  return {
    requests: count - from,
    ttft: percentilesOf(ttft),
    tpot: percentilesOf(tpot.subarray(0, paced)),
    meanTtft: mean(ttft),
    meanTpot: mean(tpot.subarray(0, paced)),
    readRate: readSum / span,
    writeRate: writeSum / span,
    meanBatch: served.meanBatch,
    busy: served.busy / end,
    chips,
  };
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;
}

function percentilesOf(values: Float64Array): Percentiles {
  const moved = values.slice();
  const at = (percentile: keyof Percentiles) => placed(moved, percentile);
  return { p50: at('p50'), p90: at('p90'), p95: at('p95'), p99: at('p99') };
}

/** One percentile of values, as of `ServiceReport`; 0 where there are none. */
export function percentileOf(values: Float64Array, percentile: keyof Percentiles): number {
  return placed(values.slice(), percentile);
}

/** The same; moves the values. */
function placed(values: Float64Array, percentile: keyof Percentiles): number {
  const wanted = Math.min(values.length - 1, Math.floor(shares[percentile] * values.length));
  return values.length === 0 ? 0 : chosen(values, wanted);
}

/** The value that would stand at a place were they sorted (quickselect, Hoare 1961); moves them. */
function chosen(values: Float64Array, place: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const value = values[i]!;
      values[i++] = values[j]!;
      values[j--] = value;
    }
    if (place <= j) high = j;
    else if (place >= i) low = i;
    else break;
  }
  return values[place]!;
}
