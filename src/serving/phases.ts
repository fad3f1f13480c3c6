import type { Load } from './load.ts';
import { meanContext, readPerWritten } from './load.ts';
import { type PlacedEngine, placeModel } from './placed-engine.ts';
import type { Placement } from './placement.ts';
import { type ServingTask, waysOf } from './search.ts';
import { largestBatch } from './service.ts';
import { promptContext } from './steady.ts';

/** One phase on engines of its own. */
export interface Phase {
  placement: Placement;
  /** Chips of one engine. */
  chips: number;
  /** Tokens a second of each chip: read of prompts, or written. */
  perChip: number;
  /** Sequences decoded at once by an engine, or tokens of prompts in its step. */
  batch: number;
  /** Time of a step, or between two tokens [s]. */
  seconds: number;
}

/** Reading and writing on chips of their own. */
export interface Apart {
  prefill: Phase;
  decode: Phase;
  /** Share of the chips that read. */
  prefillShare: number;
  /** Tokens written a second by each chip, those that read among them. */
  perChip: number;
}

/**
 * The best split into engines that read prompts and engines that write answers.
 *
 * Each phase takes the placement with the highest rate a chip; chips are split so that neither waits for the other:
 * 1 / r = 1 / r_decode + (read per written) / r_prefill.
 *
 * @param tpot time between two tokens at most [s]
 * @returns undefined where no placement fits, or none decodes as fast as that
 */
export function servedApart(task: ServingTask, tpot: number): Apart | undefined {
  let prefill: Phase | undefined;
  let decode: Phase | undefined;
  for (const placement of waysOf(task)) {
    const engine = placeModel(task.model, { placement, machine: task.machine, constants: task.constants });
    if (engine.maxBatch(task.load.inputTokens) < 1) continue;
    const reads = readingPhase(engine, task.load);
    if (reads.perChip > (prefill?.perChip ?? 0)) prefill = reads;
    const writes = writingPhase(engine, task.load, tpot);
    if (writes && writes.perChip > (decode?.perChip ?? 0)) decode = writes;
  }
  if (!prefill || !decode) return undefined;
  const ratio = readPerWritten(task.load);
  const perChip = 1 / (1 / decode.perChip + ratio / prefill.perChip);
  return { prefill, decode, prefillShare: (ratio * perChip) / prefill.perChip, perChip };
}

/** Full steps of prompts. */
function readingPhase(engine: PlacedEngine, load: Load): Phase {
  const tokens = Math.max(engine.stepTokens, load.inputTokens);
  const seconds = engine.prefillSeconds(tokens, promptContext(load));
  const { placement, chips } = engine;
  return { placement, chips, perChip: tokens / seconds / chips, batch: tokens, seconds };
}

/** The largest batch that fits and keeps the time between tokens. */
function writingPhase(engine: PlacedEngine, load: Load, tpot: number): Phase | undefined {
  const context = meanContext(load);
  const most = engine.maxBatch(load.inputTokens + load.outputTokens * engine.reserved);
  if (most < 1) return undefined;
  const size = largestBatch((one) => engine.decodeSeconds(one, context), { most, within: tpot });
  const seconds = engine.decodeSeconds(size, context);
  if (seconds > tpot) return undefined;
  const { placement, chips } = engine;
  return { placement, chips, perChip: size / seconds / chips, batch: size, seconds };
}
