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
  /** Engines of it. */
  engines: number;
  /** Sequences decoded at once by an engine, or tokens of prompts in its step. */
  batch: number;
  /** Time of a step, or between two tokens [s]. */
  seconds: number;
}

/** Reading and writing on chips of their own. */
export interface Apart {
  prefill: Phase;
  decode: Phase;
  /** Chips of both, no more than there are, and the share of them that read. */
  used: number;
  prefillShare: number;
  /** Tokens written a second by each chip that is used, those that read among them. */
  perChip: number;
  /** Time to the first token, waiting among it, at the percentile of the target that it keeps [s]. */
  ttft?: number;
}

/**
 * The best split of the chips into engines that read prompts and engines that write answers.
 *
 * Of each size of engine the fastest placement of either phase is kept; of all pairs of sizes, and whole numbers of engines that
 * the chips hold, the one that writes most, the slower of both phases setting the pace:
 * min(n_w chips_w r_w, n_r chips_r r_r / (read per written)).
 *
 * @param tpot time between two tokens at most [s]
 * @returns undefined where no placement decodes as fast as that, or the chips do not hold an engine of both phases
 */
export function servedApart(task: ServingTask, tpot: number): Apart | undefined {
  const prefills = new Map<number, Single>();
  const decodes = new Map<number, Single>();
  for (const placement of waysOf(task)) {
    const engine = placeModel(task.model, { placement, machine: task.machine, constants: task.constants });
    if (engine.maxBatch(task.load.inputTokens) < 1) continue;
    keep(prefills, readingPhase(engine, task.load));
    const writes = writingPhase(engine, task.load, tpot);
    if (writes) keep(decodes, writes);
  }
  let best: Apart | undefined;
  for (const prefill of prefills.values()) {
    for (const decode of decodes.values()) {
      const made = splitOf(task, prefill, decode);
      if (made && made.perChip * made.used > (best ? best.perChip * best.used : 0)) best = made;
    }
  }
  return best;
}

/** A phase of one engine. */
type Single = Omit<Phase, 'engines'>;

function keep(of: Map<number, Single>, phase: Single): void {
  if (phase.perChip > (of.get(phase.chips)?.perChip ?? 0)) of.set(phase.chips, phase);
}

/** The numbers of engines of two phases with which the chips write most: those next to the split without a rest. */
function splitOf({ chips, load }: ServingTask, prefill: Single, decode: Single): Apart | undefined {
  const ratio = readPerWritten(load);
  const even = ratio / prefill.perChip / (1 / decode.perChip + ratio / prefill.perChip);
  const near = Math.floor((even * chips) / prefill.chips);
  let best: Apart | undefined;
  for (const readers of [near, near + 1]) {
    const writers = Math.floor((chips - readers * prefill.chips) / decode.chips);
    if (readers < 1 || writers < 1) continue;
    const written = Math.min(
      writers * decode.chips * decode.perChip,
      (readers * prefill.chips * prefill.perChip) / ratio,
    );
    if (best && written <= best.perChip * best.used) continue;
    best = splitAs({ ...prefill, engines: readers }, { ...decode, engines: writers }, written);
  }
  return best;
}

/** Engines of both phases that write so many tokens a second together. */
export function splitAs(prefill: Phase, decode: Phase, written: number): Apart {
  const readers = prefill.engines * prefill.chips;
  const used = readers + decode.engines * decode.chips;
  return { prefill, decode, used, prefillShare: readers / used, perChip: written / used };
}

/** Full steps of prompts. */
function readingPhase(engine: PlacedEngine, load: Load): Single {
  const tokens = Math.max(engine.stepTokens, load.inputTokens);
  const seconds = engine.prefillSeconds(tokens, promptContext(load));
  const { placement, chips } = engine;
  return { placement, chips, perChip: tokens / seconds / chips, batch: tokens, seconds };
}

/** The largest batch that fits and keeps the time between tokens. */
function writingPhase(engine: PlacedEngine, load: Load, tpot: number): Single | undefined {
  const context = meanContext(load);
  const most = engine.maxBatch(load.inputTokens + load.outputTokens * engine.reserved);
  if (most < 1) return undefined;
  const size = largestBatch((one) => engine.decodeSeconds(one, context), { most, within: tpot });
  const seconds = engine.decodeSeconds(size, context);
  if (seconds > tpot) return undefined;
  const { placement, chips } = engine;
  return { placement, chips, perChip: size / seconds / chips, batch: size, seconds };
}
