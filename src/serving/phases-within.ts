import type { Percentiles } from './percentiles.ts';
import { type Reading, readingOf } from './phases.ts';
import type { PlacedEngine } from './placed-engine.ts';
import type { ServingTask } from './ways.ts';
import type { Target } from './within.ts';

/** Engines that read steps of one size: how many prompts a step takes in, and how long a request waits for it to begin [s]. */
export interface Reader extends Reading {
  engine: PlacedEngine;
  prompts: number;
  gate: number;
}

/** Share of a running step that a request still waits for, at a percentile: it comes at any moment of it. */
const gates: Percentiles = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 };

/**
 * Engines that read within the time to the first token, none of which is beaten by another.
 *
 * A group of chips reads a whole prompt, so that a step takes at least one for each group, or twice as many until it is full. A request
 * waits for the step that runs, in a queue for one that has room, and for its own.
 */
export function readersWithin(engines: readonly PlacedEngine[], task: ServingTask, target: Target): Reader[] {
  return undominated(engines.flatMap((engine) => readersOf(engine, task, target)));
}

function readersOf(engine: PlacedEngine, task: ServingTask, { ttft, percentile }: Target): Reader[] {
  const { inputTokens, prefixHit = 0 } = task.load;
  const own = inputTokens * (1 - prefixHit);
  const found: Reader[] = [];
  for (let prompts = engine.placement.data; ; prompts *= 2) {
    const batch = prompts * own;
    if (prompts > engine.placement.data && batch > engine.stepTokens) break;
    const reading = readingOf(engine, task, batch);
    if (!reading) break;
    const { seconds } = reading.phase;
    const gate = prompts > 1 ? gates[percentile] * seconds : 0;
    if (gate + seconds > ttft) break;
    found.push({ ...reading, engine, prompts, gate });
  }
  return found;
}

/** Readers of which no other with as few chips is both faster and sooner. */
function undominated(readers: readonly Reader[]): Reader[] {
  const first = ({ gate, phase }: Reader) => gate + phase.seconds;
  const beats = (a: Reader, b: Reader) =>
    a !== b && a.phase.chips <= b.phase.chips && a.phase.perChip >= b.phase.perChip && first(a) < first(b);
  return readers.filter((one) => !readers.some((other) => beats(other, one)));
}

/** The two numbers of readers between which reading becomes faster than what is left for writing. */
export function mostEven(
  most: number,
  {
    reading,
    writing,
  }: {
    reading: (readers: number) => number;
    writing: (readers: number) => { writers: number; rate: number };
  },
): { readers: number; writers: number; rate: number }[] {
  let [low, high] = [1, Math.max(1, most)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reading(middle) >= writing(middle).rate) high = middle;
    else low = middle + 1;
  }
  return [low - 1, low].flatMap((readers) => {
    if (readers < 1 || readers > most) return [];
    const { writers, rate } = writing(readers);
    return writers < 1 ? [] : [{ readers, writers, rate: Math.min(reading(readers), rate) }];
  });
}
