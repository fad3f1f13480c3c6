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
  const [read, write] = [growing(shape.read, 'read'), growing(shape.write, 'write')];
  function growing(of: Distribution, part: string): Growing {
    return { drawn: new Float64Array(0), table: compileTable(of), stream: stream(seed, `${name}/${part}`) };
  }
  let computed = read.drawn;
  return (count) => {
    const known = read.drawn.length;
    const prompts = upTo(read, count);
    if (known < count) computed = computedOf(read.drawn, shape, { seed, name });
    return {
      read: prompts,
      computed: computed.subarray(0, count),
      write: upTo(write, count),
    };
  };
}

/** Draws so far, and where more come from. */
interface Growing {
  drawn: Float64Array;
  table: Table;
  stream: Stream;
}

/** So many draws, each a whole number from 1. */
function upTo(one: Growing, count: number): Float64Array {
  if (one.drawn.length < count) one.drawn = withMore(one, count);
  return one.drawn.subarray(0, count);
}

/** The same draws and those after them. */
function withMore({ drawn, table, stream }: Growing, count: number): Float64Array {
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
  const left = (tokens: number) => Math.max(1, Math.round(tokens * (1 - hitDepth)));
  if (hits >= 1) return read.map(left);
  const chance = new Float64Array(read.length);
  uniforms(stream(seed, `${name}/hit`), 0, chance);
  return read.map((tokens, i) => (chance[i]! < hits ? left(tokens) : tokens));
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
