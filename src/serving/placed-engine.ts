import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { type Architecture, layerCount } from '../models/architecture.ts';
import { smoothMaximum } from '../training/gemm.ts';
import type { Machine } from '../training/machine.ts';
import { type CompiledLayers, compilerOf } from './compiled.ts';
import type { ServingConstants } from './constants.ts';
import type { ServingEngine } from './engine.ts';
import { chipsOf, type Placement } from './placement.ts';
import { familyOf } from './shapes.ts';
import {
  noTime,
  type Steps,
  type StepTime,
  type StepTokens,
  type StepWork,
  stepSeconds,
  stepsOf,
  stepTime,
} from './step.ts';
import { cacheRoom, heldBytes, modelBytes, sequenceBytes, weightBytes } from './weights.ts';

/** Times of the steps of an engine, and what takes them. */
interface Clock extends Pick<ServingEngine, 'decodeSeconds' | 'prefillSeconds' | 'mixedSeconds'> {
  /** Time to read `tokens` of prompts of a service, as they fall on groups of chips, arguments as of `prefillSeconds` [s]. */
  readSeconds(tokens: number, meanContext: number): number;
  /** Seconds of a step on the chips, by what takes them. */
  parts(tokens: StepTokens): StepTime;
  /** Seconds of a whole step, what guessing and the host add among them, arguments as of `mixedSeconds`. */
  wholeParts(
    decodeBatch: number,
    meanContext: number,
    prefillTokens: number,
    promptContext: number,
  ): WholeParts;
}

/** An engine with what its numbers come from. */
export interface PlacedEngine extends ServingEngine, Clock {
  placement: Placement;
  machine: Machine;
  /** Bytes of weights of a chip, and of cache that it has room for. */
  weights: number;
  room: number;
}

/** A step by what takes its time: all others less `hidden` are the total. */
export interface WholeParts extends StepTime {
  /** Guessing tokens ahead. */
  guess: number;
  /** What the host adds: the wait for it where it is slower than the chips, and its work between steps. */
  host: number;
}

/** What the placements of one model on chips of one kind have in common. */
export interface Placing {
  model: Architecture;
  machine: Machine;
  open: Pick<Placement, 'formats' | 'engine' | 'year'>;
  constants: ServingConstants;
}

/** A model placed on chips. */
export function placeModel(
  model: Architecture,
  { placement, machine, constants }: { placement: Placement; machine: Machine; constants: ServingConstants },
): PlacedEngine {
  return placerOf({ model, machine, open: placement, constants })(placement);
}

/** Places a model in many ways on chips of one kind; what its placements share is worked out once. */
export function placerOf(placing: Placing): (placement: Placement) => PlacedEngine {
  const { model, machine, open, constants } = placing;
  const { limits } = constants;
  const age = exp(-constants.yearKernels * (open.year - 2025.5));
  const pace = constants.engine[open.engine].kernels * age;
  const compile = compilerOf({ model, machine, constants, formats: open.formats, pace });
  const bytes = modelBytes(model, open.formats);
  const beside = besideOf(placing);
  return (placement) => {
    const { data, pipeline } = placement;
    const weights = weightBytes(bytes, placement, limits);
    const room = cacheRoom(machine, weights, limits);
    const held = sequenceBytes(model, placement);
    const work = () => workOf(placing, { placement, pace, layers: compile(placement) });
    return {
      placement,
      machine,
      weights,
      room,
      chips: chipsOf(placement),
      stepTokens: limits.stepTokens * data,
      gathers: placement.gathers ? data : 1,
      reserved: placement.engine === 'trtllm' ? 1 : 0.6,
      maxBatch: (context) =>
        data * pipeline * Math.floor(Math.min(limits.sequences, room / heldBytes(held, context) / pipeline)),
      ...clockOf(placement, { work, beside, stall: constants.stall, stallGathered: limits.stallGathered }),
    };
  };
}

/** The steps of a placement; it is compiled when the first of them is asked for. */
function clockOf(
  { data, pipeline, guessed, accepted, gathers = false }: Placement,
  { work, beside, stall, stallGathered }: { work: () => StepWork; beside: Beside } & Stalls,
): Clock {
  const { layers, sequence } = beside;
  const step = beside.step + (guessed > 0 && data > 1 ? beside.agreed : 0);
  const kept = keptTokens({ guessed, accepted });
  const part = noTime();
  const shares = { stall, stallGathered: gathers ? stallGathered : stall };
  let steps: Steps | undefined;
  // A module of about one layer, and the output layer, guess each token ahead.
  const guessing = (total: number, head: number) => guessed * ((total - head) / layers + head);
  const whole = (tokens: StepTokens, total: number, head: number) =>
    smoothMaximum(total + guessing(total, head), tokens.sequences * pipeline * sequence) + step;
  const seconds = (tokens: StepTokens) => {
    steps ??= stepsOf(work());
    const { turns } = stepSeconds(steps, tokens, part);
    return whole(tokens, part.total, turns * part.head);
  };
  const parts = (tokens: StepTokens) => {
    steps ??= stepsOf(work());
    return stepTime(steps, tokens);
  };
  const tokensOf = (batch: number, context: number, prompt: number, promptContext: number): StepTokens => ({
    sequences: batch / data / pipeline,
    each: 1 + guessed,
    context,
    prompt:
      batch > 0
        ? busiest(prompt, { data, length: 2 * promptContext, ...shares }) / pipeline
        : prompt / data / pipeline,
    promptContext,
  });
  return {
    parts,
    wholeParts: (...step) => {
      const tokens = tokensOf(...step);
      const chips = parts(tokens);
      const total = whole(tokens, chips.total, chips.head);
      const guess = guessing(chips.total, chips.head);
      return { ...chips, guess, host: total - chips.total - guess, total };
    },
    decodeSeconds: (batch, context) => seconds(tokensOf(batch, context, 0, 0)) / kept,
    prefillSeconds: (tokens, context) => seconds(tokensOf(0, 0, tokens, context)),
    readSeconds: (tokens, context) =>
      seconds(tokensOf(0, 0, data * busiest(tokens, { data, length: 2 * context, ...shares }), context)),
    mixedSeconds: (batch, context, prompt, promptContext = context / 2) =>
      seconds(tokensOf(batch, context, prompt, promptContext)) / kept,
  };
}

/** What the steps of a placement depend on; memory is read as the family and the engine reach it, never beyond its bandwidth. */
function workOf(
  { model, machine, constants }: Placing,
  { placement, pace, layers }: { placement: Placement; pace: number; layers: CompiledLayers },
): StepWork {
  const { memory } = familyOf(constants, machine);
  const most = machine.bandwidth * constants.limits.reachMost;
  return {
    layers,
    hiddenWidth: model.hidden,
    bandwidth: Math.min(machine.bandwidth, machine.bandwidth / memory),
    stream: Math.min(most, (machine.bandwidth * constants.cacheStream) / (memory * pace)),
    pace,
    placement,
    machine,
    constants,
  };
}

/**
 * Tokens that a step writes of a sequence: the one it computes, and of those guessed ahead each that is kept, as all before it are:
 * 1 + a + a^2 + ... (Leviathan et al. 2023, equation 1).
 */
export function keptTokens({ guessed, accepted }: Pick<Placement, 'guessed' | 'accepted'>): number {
  let kept = 1;
  for (let k = 1, chance = accepted; k <= guessed; k++, chance *= accepted) kept += chance;
  return kept;
}

/** Shares of the excess of the busiest group that schedulers leave. */
interface Stalls {
  stall: number;
  stallGathered: number;
}

/**
 * Tokens of prompts on the busiest of `data` groups of chips, for which the others wait.
 *
 * Prompts fall on groups at random: Poisson numbers of mean u, of which the largest of n is about
 * (1 - exp(-n u)) max(1, u + sqrt(2 u ln n)); a scheduler that spreads prompts leaves a share `stall` of the excess, and one that
 * lets them wait for each other `stallGathered` where there is one for each group.
 */
export function busiest(
  prompt: number,
  { data, length, stall, stallGathered }: { data: number; length: number } & Stalls,
): number {
  if (data === 1 || prompt <= 0) return prompt / data;
  const mean = prompt / data / length;
  const largest = Math.max(1, mean + Math.sqrt(2 * mean * log(data)));
  const most = (1 - exp(-data * mean)) * largest;
  const share = stall + Math.min(1, mean) * (stallGathered - stall);
  return length * (mean + share * Math.max(0, most - mean));
}

/** What is done beside the layers of the model. */
interface Beside {
  layers: number;
  /** What the host adds for each sequence, and for each step [s]. */
  sequence: number;
  step: number;
  /** What it adds to a step with guessed tokens where groups of chips that attend by themselves must agree on it [s]. */
  agreed: number;
}

/** The host is slower on the processors of Grace machines. */
function besideOf({ model, machine, constants, open: { engine, year } }: Placing): Beside {
  const age = exp(-constants.yearHost * (year - 2025.5));
  const slow = (/^g[hb]\d/.test(machine.id) ? constants.grace : 1) * age;
  return {
    layers: layerCount(model),
    sequence: constants.engine[engine].sequence * slow,
    step: constants.hostStep * slow,
    // Seen of SGLang in 2025 alone, whose groups gather the sizes of their steps on the host and verify before they go on.
    agreed: engine === 'sglang' ? constants.guessStep * slow : 0,
  };
}
