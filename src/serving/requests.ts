import type { Distribution } from '../stats/distribution.ts';
import { stream, uniforms } from '../stats/random.ts';
import { compileTable, drawColumn, type Table } from '../stats/table.ts';
import { type ArrivalShape, arrivalsOf } from './arrivals.ts';
import type { Load } from './load.ts';

/** What a service is asked for: lengths of requests, what caches hold of them, and how they come. */
export interface RequestShape extends ArrivalShape {
  /** Tokens read, and written, by a request. */
  read: Distribution;
  write: Distribution;
  /** Share of the requests whose beginning is in a cache, and share of such a prompt that is. */
  hits?: number;
  hitDepth?: number;
}

/** Requests in order of their arrival. */
export interface Requests {
  count: number;
  /** s */
  arrival: Float64Array;
  /** Tokens of the prompt, those of them that no cache holds, and tokens to write; whole numbers from 1. */
  read: Float64Array;
  computed: Float64Array;
  write: Float64Array;
}

/**
 * Draws requests from addressed streams: the i-th is the same whatever the rate and the count.
 *
 * @param rate requests a second
 */
export function drawRequests(
  shape: RequestShape,
  { rate, count, ...from }: { rate: number; count: number; seed: number; name?: string },
): Requests {
  return requestsOf(shape, from)(rate, count);
}

/** The same for many rates and counts: lengths are drawn once, and times are paced anew. */
export function requestsOf(
  shape: RequestShape,
  { seed, name = 'serving' }: { seed: number; name?: string },
): (rate: number, count: number) => Requests {
  const tables = [compileTable(shape.read), compileTable(shape.write)] as const;
  const arrivals = arrivalsOf(shape, { seed, name });
  const column = (table: Table, part: string, count: number) => {
    const out = new Float64Array(count);
    drawColumn(table, stream(seed, `${name}/${part}`), 0, out);
    for (let i = 0; i < count; i++) out[i] = Math.max(1, Math.round(out[i]!));
    return out;
  };
  const lengths = (count: number) => {
    const read = column(tables[0], 'read', count);
    return {
      read,
      computed: computedOf(read, shape, { seed, name }),
      write: column(tables[1], 'write', count),
    };
  };
  let drawn = lengths(0);
  return (rate, count) => {
    if (drawn.read.length < count) drawn = lengths(count);
    const { read, computed, write } = drawn;
    return {
      count,
      arrival: arrivals(rate, count),
      read: read.subarray(0, count),
      computed: computed.subarray(0, count),
      write: write.subarray(0, count),
    };
  };
}

/** A cached beginning leaves at least the last token to be computed. */
function computedOf(
  read: Float64Array,
  { hits = 0, hitDepth = 1 }: RequestShape,
  { seed, name }: { seed: number; name: string },
): Float64Array {
  if (!(hits > 0)) return read;
  const chance = new Float64Array(read.length);
  uniforms(stream(seed, `${name}/hit`), 0, chance);
  return read.map((tokens, i) =>
    chance[i]! < hits ? Math.max(1, Math.round(tokens * (1 - hitDepth))) : tokens,
  );
}

/** Means of a shape of requests. */
export function loadOf({ read, write, hits = 0, hitDepth = 1 }: RequestShape): Load {
  return {
    inputTokens: read.mean,
    outputTokens: write.mean,
    outputSpread: Math.sqrt(write.variance) / write.mean,
    prefixHit: hits * hitDepth,
  };
}
