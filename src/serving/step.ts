import { shapeTime, smoothMaximum } from '../training/gemm.ts';
import type { Machine } from '../training/machine.ts';
import { type CompiledLayers, type Counted, productsTime } from './compiled.ts';
import type { ServingConstants } from './constants.ts';
import type { Core } from './cores.ts';
import { exchangeTime, sumTime } from './exchange.ts';
import type { Placement } from './placement.ts';
import type { Routed } from './routed.ts';

/** Tokens of a step as one chip sees them. */
export interface StepTokens {
  /** Sequences that are decoded, tokens that each of them computes, and tokens that each of them sees. */
  sequences: number;
  each: number;
  context: number;
  /** Tokens of prompts, and tokens that each of them sees. */
  prompt: number;
  promptContext: number;
}

/** Seconds of a step on the chips, by what takes them. */
export interface StepTime {
  products: number;
  attention: number;
  memory: number;
  sums: number;
  experts: number;
  exchange: number;
  head: number;
  /** Of the exchange, what other work hides: the parts less this are the total. */
  hidden: number;
  total: number;
}

/** Parts of a step that take time on the chips one after the other, but for what is hidden of the exchange. */
export const chipParts = [
  'products',
  'attention',
  'memory',
  'sums',
  'experts',
  'exchange',
  'head',
] as const satisfies readonly (keyof StepTime)[];

/** What the time of a step depends on besides its tokens. */
export interface StepWork {
  layers: CompiledLayers;
  hiddenWidth: number;
  /** Bandwidth of the memory as its family of chips reaches it, and as caches are read [B/s]. */
  bandwidth: number;
  stream: number;
  /** Time of kernels of the engine and its year over that of those measured. */
  pace: number;
  placement: Placement;
  machine: Machine;
  constants: ServingConstants;
}

/** Time of one step through all layers, by what takes it. */
export function stepTime(work: StepWork, tokens: StepTokens): StepTime {
  const time = noTime();
  stepSeconds(work, tokens, time);
  if (turnsOf(work, tokens) === 1) return time;
  for (const part of chipParts) time[part] *= 2;
  time.hidden *= 2;
  return time;
}

/** A step that takes no time. */
export function noTime(): StepTime {
  return {
    products: 0,
    attention: 0,
    memory: 0,
    sums: 0,
    experts: 0,
    exchange: 0,
    head: 0,
    hidden: 0,
    total: 0,
  };
}

/** Parts of a batch that take turns. */
function turnsOf({ placement }: StepWork, { sequences, prompt }: StepTokens): 1 | 2 {
  return placement.overlap && sequences + prompt >= 2 ? 2 : 1;
}

/**
 * Seconds of one step through all layers.
 *
 * @param time where its total is written, and what takes one part of a batch that takes turns
 */
export function stepSeconds(work: StepWork, tokens: StepTokens, time: StepTime): number {
  const turns = turnsOf(work, tokens);
  const part = turns === 1 ? tokens : half(tokens);
  layersTime(work, part, time);
  time.head = headTime(work, part.sequences * part.each);
  const compute = time.products + time.attention + time.memory + time.sums + time.experts + time.head;
  time.hidden = turns === 1 ? 0 : hiddenTime(work, part, compute, time.exchange);
  time.total = turns * (compute + time.exchange - time.hidden);
  return time.total;
}

/**
 * Of an exchange, what the other half of the batch hides by computing meanwhile.
 *
 * Exchanges of prompts run on processors of the chip (20 by default of DeepEP) that compute nothing meanwhile: of p
 * processors n are away, and what is computed beside them takes p / (p - n) times as long. Exchanges of decoded tokens take none.
 */
function hiddenTime(
  { constants, machine: { processors } }: StepWork,
  { prompt, sequences, each }: StepTokens,
  compute: number,
  exchange: number,
): number {
  const { hidden, limits } = constants;
  const beside = hidden * Math.min(compute, exchange);
  // Chips of few large processors exchange by engines of their own.
  if (processors < 3 * limits.exchangeProcessors) return beside;
  const read = prompt / (prompt + sequences * each);
  const away = (read * limits.exchangeProcessors) / processors;
  return beside * (1 - away / (1 - away));
}

function half({ sequences, each, context, prompt, promptContext }: StepTokens): StepTokens {
  return { sequences: sequences / 2, each, context, prompt: prompt / 2, promptContext };
}

/** Writes the seconds of all layers of one part of a step. */
function layersTime(work: StepWork, tokens: StepTokens, time: StepTime): void {
  const { machine, constants, placement, hiddenWidth, bandwidth, stream, pace } = work;
  const m = tokens.sequences * tokens.each + tokens.prompt;
  const moved = pace * ((constants.traffic * 2 * m * hiddenWidth) / bandwidth + constants.gap);
  const { products, cores, routed, parts } = work.layers;
  let attended = 0;
  for (const { one, count } of cores) attended += count * coreTime(one, tokens, stream);
  time.products = tokens.prompt > 0 ? productsTime(products, m) : work.layers.productsTime(m);
  time.attention = attended;
  time.memory = (parts * moved) / 2;
  time.sums = parts * sumTime(machine, placement.tensor, { bytes: 2 * m * hiddenWidth, pace, constants });
  time.experts = 0;
  time.exchange = 0;
  for (const one of routed) addExperts(work, one, { tokens, m, time });
}

/** Attention: decoded tokens read their cache while they compute, tokens of prompts compute. */
function coreTime(
  core: Core,
  { sequences, each, context, prompt, promptContext }: StepTokens,
  stream: number,
): number {
  let time = 0;
  if (sequences > 0) {
    const seen = Math.min(context, core.window);
    const bytes = sequences * (core.token * seen + core.state + core.indexBytes * context);
    const flop = sequences * each * (core.decodeFlop * seen + core.fixedFlop);
    time += smoothMaximum(bytes / stream, flop / core.decodeRate);
    time += (sequences * each * core.indexFlop * context) / core.promptRate;
  }
  if (prompt > 0) {
    const seen = Math.min(promptContext, core.window);
    const index = core.indexFlop * promptContext;
    time += prompt * ((core.promptFlop * seen + core.fixedFlop + index) / core.promptRate + core.fixedPrompt);
  }
  return time;
}

/** Routed experts: those that a token of the step visits are read and computed; the chip with most tokens sets the pace. */
function addExperts(
  { machine, constants, placement, bandwidth, pace }: StepWork,
  { one: routed, count }: Counted<Routed>,
  { tokens, m, time }: { tokens: StepTokens; m: number; time: StepTime },
): void {
  const { tensor, data, expertParallel } = placement;
  const chips = expertParallel ? tensor * data : 1;
  const all = m * (expertParallel ? data : 1);
  const { experts, active, held, into, hot, hotNode } = routed;
  const touched = held * (1 - (1 - active / experts) ** all);
  const copies = (all * active) / chips;
  const rows = (copies * hot) / touched;
  time.experts +=
    count *
    (routed.grouped * (shapeTime(routed.up, rows, touched) + shapeTime(routed.down, rows, touched)) +
      shapeTime(routed.router, m));
  time.memory += (count * routed.passes * 2 * copies * hot * (into + routed.down.k)) / bandwidth;
  if (data === 1) return;
  const decoded = tokens.sequences * tokens.each;
  const exchange = (sent: number, reached: number | undefined) =>
    exchangeTime(machine, chips, {
      tokens: sent / tensor,
      active,
      into,
      reached,
      hot: { chip: hot, node: hotNode },
      pace,
      constants,
    });
  time.exchange += count * (exchange(decoded, undefined) + exchange(tokens.prompt, routed.nodes));
}

/** Output layer and sampling of the decoded tokens. */
function headTime({ layers, machine, placement }: StepWork, decoded: number): number {
  if (decoded <= 0) return 0;
  const logits = (12 * decoded * layers.head.n) / machine.bandwidth;
  return (layers.headTime(decoded) + logits) / Math.max(1, placement.pipeline);
}
