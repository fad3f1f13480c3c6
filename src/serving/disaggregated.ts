import { runBatching, type Served } from './batching.ts';
import type { ServingEngine } from './engine.ts';
import { waits } from './queue.ts';
import type { Requests } from './requests.ts';

/** Instances that read, instances that write, and what lies between. */
export interface Split {
  prefill: { engine: ServingEngine; units: number };
  decode: { engine: ServingEngine; units: number };
  /** Seconds from the end of reading to the first step of writing, for a prompt of so many tokens. */
  handover: (read: number) => number;
}

export interface SplitServed extends Served {
  /** Share of the time that reading instances were busy. */
  prefillBusy: number;
}

/**
 * Runs a service whose prompts are read by some instances and answered by others.
 *
 * Reading is a first-come-first-served queue of equal instances, one prompt at a time; the first token is there at its
 * end. Requests then go to the writing instances in turn, each of which batches continuously.
 */
export function runDisaggregated(requests: Requests, { prefill, decode, handover }: Split): SplitServed {
  const { count, arrival, read, computed } = requests;
  const service = computed.map((tokens, i) => prefill.engine.prefillSeconds(tokens, read[i]! - tokens / 2));
  const waited = waits(arrival, service, prefill.units);
  const first = new Float64Array(count);
  const ready = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    first[i] = arrival[i]! + waited[i]! + service[i]!;
    ready[i] = first[i]! + handover(read[i]!);
  }
  const last = first.slice();
  const order = [...ready.keys()].filter((i) => requests.write[i]! > 1).sort((a, b) => ready[a]! - ready[b]!);
  const parts = Array.from({ length: decode.units }, (_, unit) =>
    order.filter((_, place) => place % decode.units === unit),
  );
  let [busy, steps, sequences] = [0, 0, 0];
  for (const part of parts) {
    const served = runBatching(written(requests, ready, part), writingOnly(decode.engine));
    part.forEach((request, place) => {
      last[request] = served.last[place]!;
    });
    busy += served.busy;
    steps += served.steps;
    sequences += served.busy * served.meanBatch;
  }
  const span = count > 0 ? arrival[count - 1]! - arrival[0]! : 0;
  return {
    first,
    last,
    busy: busy / decode.units,
    steps,
    meanBatch: busy > 0 ? sequences / busy : 0,
    prefillBusy: service.reduce((sum, one) => sum + one, 0) / prefill.units / (span || 1),
  };
}

/** Requests as a writing instance sees them: they come when they have been read, and all of it is in memory. */
function written({ read, write }: Requests, ready: Float64Array, part: readonly number[]): Requests {
  const pick = (of: Float64Array) => Float64Array.from(part, (i) => of[i]!);
  return {
    count: part.length,
    arrival: pick(ready),
    read: pick(read),
    computed: new Float64Array(part.length),
    write: pick(write),
  };
}

/** An instance for which taking in a request that was read elsewhere is no work beside the step itself. */
export function writingOnly({ chips, reserved, maxBatch, decodeSeconds }: ServingEngine): ServingEngine {
  return {
    chips,
    stepTokens: Infinity,
    reserved,
    maxBatch,
    decodeSeconds,
    prefillSeconds: () => 0,
    mixedSeconds: decodeSeconds,
  };
}
