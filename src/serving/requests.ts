import type { Distribution } from '../stats/distribution.ts';
import { type Stream, stream, uniforms } from '../stats/random.ts';
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

/** Lengths of so many requests, whatever their rate. */
export type Lengths = (count: number) => Pick<Requests, 'read' | 'computed' | 'write'>;

/** Lengths that are drawn once, and more of them where more are asked for. */
export function lengthsOf(shape: RequestShape, { seed, name = 'serving' }: From): Lengths {
  const [read, write] = [lengthened(shape.read, 'read'), lengthened(shape.write, 'write')];
  let computed = read.drawn;
  function lengthened(of: Distribution, part: string) {
    return {
      drawn: new Float64Array(0) as Float64Array,
      table: compileTable(of),
      stream: stream(seed, `${name}/${part}`),
    };
  }
  return (count) => {
    if (read.drawn.length < count) {
      for (const one of [read, write]) one.drawn = withMore(one, count);
      computed = computedOf(read.drawn, shape, { seed, name });
    }
    const first = (of: Float64Array) => of.subarray(0, count);
    return { read: first(read.drawn), computed: first(computed), write: first(write.drawn) };
  };
}

/** Draws up to a number of them, each a whole number from 1. */
function withMore(
  { drawn, table, stream }: { drawn: Float64Array; table: Table; stream: Stream },
  count: number,
): Float64Array {
  const out = new Float64Array(count);
  out.set(drawn);
  drawColumn(table, stream, drawn.length, out.subarray(drawn.length));
  for (let i = drawn.length; i < count; i++) out[i] = Math.max(1, Math.round(out[i]!));
  return out;
}

/** The same for many rates and counts: lengths are drawn once, and times are paced anew. */
export function requestsOf(
  shape: RequestShape,
  { seed, name = 'serving' }: From,
  lengths: Lengths = lengthsOf(shape, { seed, name }),
): (rate: number, count: number) => Requests {
  const arrivals = arrivalsOf(shape, { seed, name });
  return (rate, count) => ({ count, arrival: arrivals(rate, count), ...lengths(count) });
}

/** Where draws come from. */
interface From {
  seed: number;
  name?: string;
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
