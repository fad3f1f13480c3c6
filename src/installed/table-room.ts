import { ENTRIES } from './cell-layout.ts';
import type { CellMemory } from './cell-memory.ts';
import { states } from './world.ts';

/** Room in the kernel's memory for all that a site's table says, at every pace. */
export interface TableRoom {
  paces: number;
  /** By cell. */
  mass: Float64Array;
  /** By entry. */
  weight: Float64Array;
  route: Uint8Array;
  stage: Uint8Array;
  accelerators: Float64Array;
  compute: Float64Array;
  own: readonly Float64Array[];
  shared: readonly Float64Array[];
  sums: readonly Float64Array[];
  outcomes: readonly Float64Array[];
  /** Particle of every entry, from the first of its pace. */
  particles: Uint16Array;
  /** By pace: first entry of each run, and the end of the last; first run of each cell, and the end of the last. */
  runStarts: Uint16Array;
  runsOf: Uint16Array;
}

/** How many columns of each kind a table has. */
export interface TableShape {
  paces: number;
  own: number;
  shared: number;
  sums: number;
  outcomes: number;
}

export function tableRoom(memory: CellMemory, { paces, ...counts }: TableShape): TableRoom {
  const entries = paces * ENTRIES;
  const column = () => memory.floats(entries);
  const columns = (count: number) => Array.from({ length: count }, column);
  return {
    paces,
    mass: memory.floats(paces * states.length),
    weight: column(),
    route: memory.bytes(entries),
    stage: memory.bytes(entries),
    accelerators: column(),
    compute: column(),
    own: columns(counts.own),
    shared: columns(counts.shared),
    sums: columns(counts.sums),
    outcomes: columns(counts.outcomes),
    particles: memory.words(entries),
    runStarts: memory.words(paces * (ENTRIES + 1)),
    runsOf: memory.words(paces * (states.length + 1)),
  };
}

/** Bytes that it takes, at most. */
export function bytesOfRoom({ paces, own, shared, sums, outcomes }: TableShape): number {
  const columns = 3 + own + shared + sums + outcomes;
  // Two columns of bytes, two of words, and what is rounded up.
  return paces * (ENTRIES * (8 * columns + 6) + 8 * states.length + 64) + 64;
}
