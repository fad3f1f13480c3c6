import { remaining } from '../elementary/remaining.ts';
import { shapeTime, smoothMaximum } from '../training/gemm.ts';
import type { Machine } from '../training/machine.ts';
import { type CompiledLayers, type Counted, productsTime } from './compiled.ts';
import type { ServingConstants } from './constants.ts';
import type { Core } from './cores.ts';
import { exchangeTime, sumTime } from './exchange.ts';
import type { Placement } from './placement.ts';
import { remembered } from './remembered.ts';
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

/** The same with steps that were met before: those that only decode differ in little but attention. */
export interface Steps extends StepWork {
  /** Seconds of all but attention, by the tokens decoded. */
  decoding(decoded: number): BesideAttention;
}

/** Parts of a step that do not ask how far its tokens see. */
type BesideAttention = Pick<StepTime, 'products' | 'memory' | 'sums' | 'experts' | 'exchange' | 'head'>;

/** Steps of a placement. */
export function stepsOf(work: StepWork): Steps {
  return { ...work, decoding: remembered((decoded) => besideAttention(work, decoded, 0)) };
}

/** Time of one step through all layers, by what takes it. */
export function stepTime(work: Steps, tokens: StepTokens): StepTime {
  const time = noTime();
  const { turns } = stepSeconds(work, tokens, time);
  if (turns === 1) return time;
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

/**
 * Seconds of one step through all layers: in two parts that take turns where an engine can do that and where it is faster, as
 * engines decide by the tokens of a step.
 *
 * @param time where its total is written, and what takes one part of a batch that takes turns
 * @returns parts of the batch that take turns
 */
export function stepSeconds(work: Steps, tokens: StepTokens, time: StepTime): { turns: 1 | 2 } {
  const whole = partSeconds(work, tokens, { turns: 1, time });
  if (!work.placement.overlap || tokens.sequences + tokens.prompt < 2) return once;
  if (partSeconds(work, half(tokens), { turns: 2, time }) < whole) return twice;
  partSeconds(work, tokens, { turns: 1, time });
  return once;
}

const once = { turns: 1 } as const;
const twice = { turns: 2 } as const;

/** Seconds of a step of so many parts of which one is given. */
function partSeconds(
  work: Steps,
  part: StepTokens,
  { turns, time }: { turns: 1 | 2; time: StepTime },
): number {
  const decoded = part.sequences * part.each;
  const beside = part.prompt > 0 ? besideAttention(work, decoded, part.prompt) : work.decoding(decoded);
  time.products = beside.products;
  time.attention = attentionTime(work, part);
  time.memory = beside.memory;
  time.sums = beside.sums;
  time.experts = beside.experts;
  time.exchange = beside.exchange;
  time.head = beside.head;
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

/** Seconds of a step besides attention, of tokens decoded and tokens of prompts. */
function besideAttention(work: StepWork, decoded: number, prompt: number): BesideAttention {
  const { machine, constants, placement, layers, hiddenWidth, bandwidth, pace } = work;
  const m = decoded + prompt;
  const moved = pace * ((constants.traffic * 2 * m * hiddenWidth) / bandwidth + constants.gap);
  const bytes = 2 * m * hiddenWidth;
  const time = {
    products: prompt > 0 ? productsTime(layers.products, m) : layers.productsTime(m),
    memory: (layers.parts * moved) / 2,
    sums: layers.parts * sumTime(machine, placement.tensor, { bytes, pace, constants }),
    experts: 0,
    exchange: 0,
    head: headTime(work, decoded),
  };
  for (const one of layers.routed) addExperts(work, one, { decoded, prompt, time });
  return time;
}

/** Seconds of attention in all layers. */
function attentionTime({ layers, stream }: StepWork, tokens: StepTokens): number {
  let time = 0;
  for (const { one, count } of layers.cores) time += count * coreTime(one, tokens, stream);
  return time;
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
    time += sequences * core.begin + smoothMaximum(bytes / stream, flop / core.decodeRate);
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
  { decoded, prompt, time }: { decoded: number; prompt: number; time: BesideAttention },
): void {
  const { tensor, data, expertParallel } = placement;
  const m = decoded + prompt;
  const chips = expertParallel ? tensor * data : 1;
  const all = m * (expertParallel ? data : 1);
  const { experts, active, held, into, hot, hotNode } = routed;
  const touched = held * (1 - remaining(active / experts, all));
  const copies = (all * active) / chips;
  const rows = (copies * hot) / touched;
  time.experts +=
    count *
    (shapeTime(routed.up, rows, touched) +
      shapeTime(routed.down, rows, touched) +
      shapeTime(routed.router, m));
  time.memory += (count * routed.passes * 2 * copies * hot * (into + routed.down.k)) / bandwidth;
  if (data === 1) return;
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
  time.exchange += count * (exchange(decoded, undefined) + exchange(prompt, routed.nodes));
}

/** Output layer and sampling of the decoded tokens. */
function headTime({ layers, machine, placement }: StepWork, decoded: number): number {
  if (decoded <= 0) return 0;
  const logits = (12 * decoded * layers.head.n) / machine.bandwidth;
  return (layers.headTime(decoded) + logits) / Math.max(1, placement.pipeline);
}
