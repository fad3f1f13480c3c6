import type { Architecture } from '../models/architecture.ts';
import { smoothMaximum } from '../training/gemm.ts';
import type { Machine } from '../training/machine.ts';
import { type Compiling, compileLayers, familyOf } from './compiled.ts';
import type { ServingConstants } from './constants.ts';
import type { ServingEngine } from './engine.ts';
import { chipsOf, type Placement } from './placement.ts';
import { type StepTime, type StepTokens, type StepWork, stepTime } from './step.ts';
import { cacheRoom, heldBytes, sequenceBytes, weightBytes } from './weights.ts';

/** An engine with what its numbers come from. */
export interface PlacedEngine extends ServingEngine {
  placement: Placement;
  machine: Machine;
  /** Bytes of weights of a chip, and of cache that it has room for. */
  weights: number;
  room: number;
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

/** A step by what takes its time: all others less `hidden` are the total. */
export interface WholeParts extends StepTime {
  /** Guessing tokens ahead. */
  guess: number;
  /** What the host adds: the wait for it where it is slower than the chips, and its work between steps. */
  host: number;
}

/** A model placed on chips. */
export function placeModel(
  model: Architecture,
  { placement, machine, constants }: { placement: Placement; machine: Machine; constants: ServingConstants },
): PlacedEngine {
  const { limits } = constants;
  const age = Math.exp(-constants.yearKernels * (placement.year - 2025.5));
  const pace = constants.engine[placement.engine].kernels * age;
  const work = workOf(model, { placement, machine, constants, pace });
  const weights = weightBytes(model, placement, limits);
  const room = cacheRoom(machine, weights, limits);
  const bytes = sequenceBytes(model, placement);
  const host = hostOf(placement, machine, constants);
  const layers = model.layers.reduce((sum, { count }) => sum + count, 0);
  const { data, pipeline, guessed, accepted } = placement;
  // A module of about one layer guesses each token ahead.
  const guess = guessed / layers;
  const seconds = (tokens: StepTokens, chips = stepTime(work, tokens).total) =>
    smoothMaximum(chips * (1 + guess), tokens.sequences * pipeline * host.sequence) + host.step;
  const tokensOf = (batch: number, context: number, prompt: number, promptContext: number): StepTokens => ({
    sequences: batch / data / pipeline,
    each: 1 + guessed,
    context,
    prompt:
      batch > 0
        ? busiest(prompt, { data, length: 2 * promptContext, stall: constants.stall }) / pipeline
        : prompt / data / pipeline,
    promptContext,
  });
  const kept = 1 + guessed * accepted;
  return {
    placement,
    machine,
    weights,
    room,
    chips: chipsOf(placement),
    stepTokens: limits.stepTokens * data,
    reserved: placement.engine === 'trtllm' ? 1 : 0.6,
    parts: (tokens) => stepTime(work, tokens),
    wholeParts: (...step) => {
      const tokens = tokensOf(...step);
      const parts = stepTime(work, tokens);
      const total = seconds(tokens, parts.total);
      return { ...parts, guess: guess * parts.total, host: total - (1 + guess) * parts.total, total };
    },
    decodeSeconds: (batch, context) => seconds(tokensOf(batch, context, 0, 0)) / kept,
    prefillSeconds: (tokens, context) => seconds(tokensOf(0, 0, tokens, context)),
    mixedSeconds: (batch, context, prompt, promptContext = context / 2) =>
      seconds(tokensOf(batch, context, prompt, promptContext)) / kept,
    maxBatch: (context) =>
      data * pipeline * Math.floor(Math.min(limits.sequences, room / heldBytes(bytes, context) / pipeline)),
  };
}

/** What the steps of a placement depend on; memory is read as the family and the engine reach it, never beyond its bandwidth. */
function workOf(model: Architecture, compiling: Compiling): StepWork {
  const { placement, machine, constants, pace } = compiling;
  const { memory } = familyOf(constants, machine);
  const most = machine.bandwidth * constants.limits.reachMost;
  return {
    layers: compileLayers(model, compiling),
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
 * Tokens of prompts on the busiest of `data` groups of chips, for which the others wait.
 *
 * Prompts fall on groups at random: Poisson numbers of mean u, of which the largest of n is about
 * (1 - exp(-n u)) max(1, u + sqrt(2 u ln n)); a scheduler that spreads prompts leaves a share `stall` of the excess.
 */
export function busiest(
  prompt: number,
  { data, length, stall }: { data: number; length: number; stall: number },
): number {
  if (data === 1 || prompt <= 0) return prompt / data;
  const mean = prompt / data / length;
  const largest = Math.max(1, mean + Math.sqrt(2 * mean * Math.log(data)));
  const most = (1 - Math.exp(-data * mean)) * largest;
  return length * (mean + stall * Math.max(0, most - mean));
}

/** What the host adds: for each sequence, and for each step; slower on the processors of Grace machines. */
function hostOf(
  { engine, year, guessed }: Placement,
  machine: Machine,
  constants: ServingConstants,
): { sequence: number; step: number } {
  const age = Math.exp(-constants.yearHost * (year - 2025.5));
  const slow = (/^g[hb]\d/.test(machine.id) ? constants.grace : 1) * age;
  // Open engines check guessed tokens on the host before they prepare the next step.
  const step = constants.hostStep + (guessed > 0 && engine !== 'own' ? constants.guessStep : 0);
  return { sequence: constants.engine[engine].sequence * slow, step: step * slow };
}
