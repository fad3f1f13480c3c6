import type { Requests } from './requests.ts';

/** Engines that read prompts, each what waits, as much as one step takes. */
export interface Readers {
  /** Engines. */
  units: number;
  /** Prompts, and tokens of them, that one step takes at most. */
  prompts: number;
  tokens: number;
  /** Time of a step that reads so many tokens, which see so many on average [s]. */
  seconds(tokens: number, context: number): number;
}

/** Prompts that may take longer than so long, of those from one on [s]. */
export interface Late {
  from: number;
  within: number;
  most: number;
}

/**
 * When each prompt has been read: first come first served, by the engine that is free first, with all that waits by then and
 * fits one step (a queue with service in bulk, Bailey 1954).
 *
 * @param late ends the run where too many prompts have taken too long
 * @returns s; undefined where it was ended
 */
export function runReading(requests: Requests, readers: Readers): Float64Array;
export function runReading(requests: Requests, readers: Readers, late: Late): Float64Array | undefined;
export function runReading(
  { count, arrival, read, computed }: Requests,
  { units, prompts, tokens, seconds }: Readers,
  { from, within, most }: Late = { from: 0, within: Infinity, most: Infinity },
): Float64Array | undefined {
  let missed = 0;
  // When each engine is free: a heap, for engines are alike.
  const free = new Float64Array(units);
  const done = new Float64Array(count);
  for (let next = 0; next < count; ) {
    const start = Math.max(free[0]!, arrival[next]!);
    let end = next;
    let sum = 0;
    let seen = 0;
    while (end < count && arrival[end]! <= start && end - next < prompts) {
      const own = computed[end]!;
      if (end > next && sum + own > tokens) break;
      sum += own;
      seen += own * (read[end]! - own / 2);
      end++;
    }
    const finished = start + seconds(sum, seen / Math.max(1, sum));
    for (let i = next; i < end; i++) done[i] = finished;
    // Those that came first have waited longest.
    for (let i = Math.max(next, from); i < end && finished - arrival[i]! > within; i++) missed++;
    if (missed > most) return undefined;
    sink(free, finished);
    next = end;
  }
  return done;
}

/** Puts a time in the place of the earliest of a heap of times. */
function sink(heap: Float64Array, time: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child += 1;
    if (heap[child]! >= time) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = time;
}
