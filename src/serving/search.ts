import type { Architecture } from '../models/architecture.ts';
import type { Machine } from '../training/machine.ts';
import { candidates, type Open } from './candidates.ts';
import type { ServingConstants } from './constants.ts';
import type { Load } from './load.ts';
import { type PlacedEngine, placerOf } from './placed-engine.ts';
import type { Placement } from './placement.ts';
import { at, mostSequences, type Steady } from './steady.ts';

/** What is placed: a model on chips of one kind under a load. */
export interface ServingTask {
  model: Architecture;
  machine: Machine;
  /** Chips there are. */
  chips: number;
  load: Load;
  open: Open;
  constants: ServingConstants;
}

/** One placement with one batch, and what it does. */
export interface Point extends Steady {
  placement: Placement;
  /** Chips of one engine. */
  chips: number;
  /** Tokens written a second by each chip. */
  perChip: number;
}

/** What a search found. */
export interface FoundPlacements {
  /** Points of which none is both faster for each reader and at a higher rate, the fastest for readers first. */
  front: readonly Point[];
  /** The point at which all chips write most, those that stand by because their number does not split among them. */
  most?: Point;
  /** Placements with a batch that were computed. */
  counted: number;
}

/** Batches of an engine that are tried, each larger than the one before by this factor. */
const growth = Math.SQRT2;

/**
 * Every placement on the chips with batches from one sequence to the most that fit, and the front of throughput and
 * latency among them.
 */
export function searchPlacements(task: ServingTask): FoundPlacements {
  const rates: Rated[] = [];
  const place = placerOf(task);
  let counted = 0;
  for (const placement of waysOf(task)) {
    const engine = place(placement);
    const most = mostSequences(engine, task.load);
    if (most < 1) continue;
    for (let batch = Math.min(placement.data, most); ; batch = Math.min(batch * growth, most)) {
      const steady = at(engine, task.load, batch);
      counted++;
      rates.push({ tpot: steady.tpot, perChip: steady.outputTokensPerSecond / engine.chips, steady, engine });
      if (batch >= most) break;
    }
  }
  const all = ({ perChip, engine }: Rated) => perChip * engine.chips * Math.floor(task.chips / engine.chips);
  const most = rates.length > 0 ? rates.reduce((a, b) => (all(b) > all(a) ? b : a)) : undefined;
  return { front: frontOf(rates).map(pointed), ...(most && { most: pointed(most) }), counted };
}

/** A point before it is known to be on the front. */
interface Rated {
  tpot: number;
  perChip: number;
  steady: Steady;
  engine: PlacedEngine;
}

function pointed({ steady, perChip, engine: { placement, chips } }: Rated): Point {
  const { outputTokensPerSecond, inputTokensPerSecond, ttft, tpot, batch } = steady;
  return { outputTokensPerSecond, inputTokensPerSecond, ttft, tpot, batch, placement, chips, perChip };
}

/** The placements of a task: with experts spread over chips, in one batch and in two that take turns. */
export function waysOf({ model, machine, chips, open }: ServingTask): Placement[] {
  return candidates(model, { machine, chips, open }).flatMap((one) =>
    one.data > 1
      ? [
          { ...one, overlap: false },
          { ...one, overlap: true },
        ]
      : [one],
  );
}

/** What an engine does with a batch. */
export function pointOf(engine: PlacedEngine, load: Load, batch: number): Point {
  const steady = at(engine, load, batch);
  const { placement, chips } = engine;
  return { ...steady, placement, chips, perChip: steady.outputTokensPerSecond / chips };
}

/** Points that no other beats in both the time between tokens and the rate of a chip. */
export function frontOf<T extends { tpot: number; perChip: number }>(points: readonly T[]): T[] {
  const sorted = [...points].sort((a, b) => a.tpot - b.tpot || b.perChip - a.perChip);
  const front: T[] = [];
  let best = 0;
  for (const point of sorted) {
    if (point.perChip <= best) continue;
    best = point.perChip;
    front.push(point);
  }
  return front;
}
