import type { Architecture } from '../models/architecture.ts';
import type { Machine } from '../training/machine.ts';
import { candidates, mixedCandidates, type Open } from './candidates.ts';
import type { ServingConstants } from './constants.ts';
import type { Load } from './load.ts';
import type { Placement } from './placement.ts';

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

/**
 * The placements of a task: where groups of chips see their own sequences, two batches take turns where that is faster, and prompts
 * wait for each other.
 */
export function waysOf({
  model,
  machine,
  chips,
  open,
}: Pick<ServingTask, 'model' | 'machine' | 'chips' | 'open'>): Placement[] {
  const on = { machine, chips, open };
  return [...candidates(model, on), ...mixedCandidates(model, on)].map((one) =>
    one.data > 1 ? { ...one, overlap: true, gathers: true } : one,
  );
}
