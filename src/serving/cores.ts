import type { Mixer } from '../models/architecture.ts';
import { type Shape, smoothMaximum } from '../training/gemm.ts';
import { formatOf, type Machine } from '../training/machine.ts';
import type { Limits } from './constants.ts';
import { ahead, type Compiling, familyOf, type Shaping } from './shapes.ts';
import { stateBytes } from './weights.ts';

/** Attention of one layer on one chip. */
export interface Core {
  /** Bytes of the cache that each token in sight is read with; 0 for linear mixers. */
  token: number;
  /** FLOP for each token in sight of a decoded token, and of a token of a prompt. */
  decodeFlop: number;
  promptFlop: number;
  /** FLOP of each token whatever it sees, and bytes of state that each sequence reads and writes. */
  fixedFlop: number;
  state: number;
  window: number;
  /** Seconds of each sequence that is decoded, whatever it sees. */
  begin: number;
  /** Seconds of each token of a prompt whatever it sees. */
  fixedPrompt: number;
  /** Bytes that an indexer reads, and FLOP that it computes, for each token in sight; 0 where there is none. */
  indexBytes: number;
  indexFlop: number;
  /** Rates of arithmetic for both [FLOP/s]. */
  decodeRate: number;
  promptRate: number;
}

/** Attention with the products around it. */
export interface Mixing {
  core: Core;
  products: Shape[];
}

/** A mixer of which each chip of a tensor group holds a part. */
interface Part<T extends Mixer> {
  mixer: T;
  tensor: number;
  shape: Shaping;
}

type Kind<K extends Mixer['kind']> = Extract<Mixer, { kind: K }>;

/** What one chip of a tensor group does of the mixer of a layer. */
export function mixingOf(compiling: Compiling, { mixer, ...rest }: Part<Mixer>): Mixing {
  switch (mixer.kind) {
    case 'attention':
      return attention(compiling, { mixer, ...rest });
    case 'mla':
      return latentAttention(compiling, { mixer, ...rest });
    default:
      return linear(compiling, { mixer, ...rest });
  }
}

/** A core that does nothing yet, at the rates of attention in the format of the cores. */
function idle(compiling: Compiling, narrow = narrowing(compiling)): Core {
  const { machine, constants, formats } = compiling;
  const most = constants.limits.reachMost * formatOf(machine, formats.core).peak;
  const rate = Math.min(most, machine.peak.bf16 * narrow * promptShare(compiling));
  return {
    token: 0,
    decodeFlop: 0,
    promptFlop: 0,
    fixedFlop: 0,
    state: 0,
    begin: 0,
    window: Number.POSITIVE_INFINITY,
    fixedPrompt: 0,
    indexBytes: 0,
    indexFlop: 0,
    decodeRate: rate,
    promptRate: rate,
  };
}

/** How many times faster attention is in its format than in sixteen bits. */
function narrowing({ machine, constants, formats }: Compiling): number {
  return formatOf(machine, formats.core).format === 'bf16' ? 1 : constants.coreNarrow;
}

/** Share of the peak that attention over prompts reaches. */
function promptShare({ machine, constants, pace }: Compiling): number {
  const { promptCore, limits } = constants;
  const reached = promptCore + (1 - ahead(machine, constants)) * (limits.reachMost - promptCore);
  return reached / (familyOf(constants, machine).compute * pace);
}

function attention(compiling: Compiling, { mixer, tensor, shape }: Part<Kind<'attention'>>): Mixing {
  const { model, formats } = compiling;
  const { heads, kvHeads, headDim, gated, window } = mixer;
  const groups = Math.max(1, kvHeads / tensor);
  const flop = (4 * heads * headDim) / tensor;
  return {
    products: [
      shape(((gated ? 2 : 1) * (heads / tensor) + 2 * groups) * headDim, model.hidden, formats.mixer),
      shape(model.hidden, (heads / tensor) * headDim, formats.mixer),
    ],
    core: {
      ...idle(compiling),
      token: 2 * groups * headDim * formats.cache,
      decodeFlop: flop,
      promptFlop: flop,
      window: window ?? Number.POSITIVE_INFINITY,
    },
  };
}

/** Attention over a compressed cache: absorbed where tokens are decoded, widened where prompts are read. */
function latentAttention(compiling: Compiling, { mixer, tensor, shape }: Part<Kind<'mla'>>): Mixing {
  const { model, formats } = compiling;
  const { queryRank, kvRank, plain, rotary, value, select } = mixer;
  const { hidden } = model;
  const heads = mixer.heads / tensor;
  const query = heads * (plain + rotary);
  const sides: [n: number, k: number][] = [
    ...((queryRank > 0
      ? [
          [queryRank + kvRank + rotary, hidden],
          [query, queryRank],
        ]
      : [[query + kvRank + rotary, hidden]]) as [number, number][]),
    [heads * (plain + value), kvRank],
    [hidden, heads * value],
  ];
  if (select) {
    sides.push([select.heads * select.width, queryRank || hidden], [select.width + select.heads, hidden]);
  }
  const core = {
    ...idle(compiling),
    begin: latentBegin(compiling),
    token: (kvRank + rotary) * formats.cache,
    decodeFlop: 2 * heads * (2 * kvRank + rotary),
    promptFlop: 2 * heads * (plain + rotary + value),
    decodeRate: latentRate(compiling),
  };
  return {
    products: sides.map(([n, k]) => shape(n, k, formats.mixer)),
    core: select ? picking(core, select, pickedRate(compiling)) : core,
  };
}

/**
 * The same where an indexer picks the tokens: these are attended to in the compressed form, by prompts too, in kernels of a fixed
 * width that widen an eight-bit cache and multiply in sixteen bits (FlashMLA's notes on sparse attention).
 */
function picking(core: Core, select: NonNullable<Kind<'mla'>['select']>, rate: number): Core {
  return {
    ...core,
    decodeRate: rate,
    promptFlop: 0,
    fixedPrompt: (core.decodeFlop * select.tokens) / rate,
    window: select.tokens,
    indexBytes: select.width,
    indexFlop: 2 * select.heads * select.width,
  };
}

/** FLOP/s of attention over a compressed cache, in the format of the cores. */
function latentRate(compiling: Compiling): number {
  return latentReached(compiling, compiling.machine.latent, narrowing(compiling));
}

/** FLOP/s of the same where an indexer picks the tokens: in sixteen bits. */
function pickedRate(compiling: Compiling): number {
  return latentReached(compiling, compiling.machine.picked, 1);
}

/** FLOP/s as the family and the engine reach it, never beyond the limit; `each` of one processor. */
function latentReached(
  { machine, constants, pace }: Compiling,
  each: number | undefined,
  narrow: number,
): number {
  const { limits } = constants;
  const rate = latentReach(machine, each, limits) / (familyOf(constants, machine).latent * pace);
  return narrow * Math.min(limits.latentMost * machine.peak.bf16, rate);
}

/** Seconds of a sequence whatever it sees, one of many that the processors share. */
function latentBegin({ machine: { latent, processors }, constants, pace }: Compiling): number {
  return latent === undefined ? 0 : (pace * constants.limits.latentStart) / processors;
}

/** The same of measured kernels: every processor feeds it at its own pace, and the matrix units set a limit that slow ones (H20) reach and fast ones do not. */
function latentReach(
  { peak, processors, curves }: Machine,
  each: number | undefined,
  limits: Limits,
): number {
  // Where nobody measured it, no more than other products reach.
  if (each === undefined) return Math.min(limits.latentLarge, curves.bf16.plateau) * peak.bf16;
  return 1 / smoothMaximum(1 / (limits.latentMost * peak.bf16), 1 / (processors * each));
}

/** Linear mixers: projections, and a state that each token reads and writes. */
function linear(
  compiling: Compiling,
  { mixer, tensor, shape }: Part<Kind<'mamba' | 'delta' | 'lightning'>>,
): Mixing {
  const { model, machine, constants, formats } = compiling;
  const [inner, into, state] = widthsOf(mixer);
  const peak = machine.peak.bf16 * Math.min(constants.limits.reachMost, promptShare(compiling));
  return {
    products: [
      shape(into / tensor, model.hidden, formats.mixer),
      shape(model.hidden, inner / tensor, formats.mixer),
    ],
    core: {
      ...idle(compiling),
      fixedFlop: (6 * inner * state) / tensor,
      state: (2 * stateBytes(mixer)) / tensor,
      decodeRate: peak,
      promptRate: peak,
    },
  };
}

/** Width of what a linear mixer gives, of what its first projection makes, and of its state. */
function widthsOf(
  mixer: Kind<'mamba' | 'delta' | 'lightning'>,
): [inner: number, into: number, state: number] {
  switch (mixer.kind) {
    case 'mamba': {
      const inner = mixer.heads * mixer.headDim;
      return [inner, 2 * inner + 2 * mixer.groups * mixer.state + mixer.heads, mixer.state];
    }
    case 'delta': {
      const inner = mixer.valueHeads * mixer.valueDim;
      const keys = 2 * mixer.keyHeads * mixer.keyDim;
      return [inner, keys + 2 * mixer.valueHeads * (mixer.valueDim + 1), mixer.keyDim];
    }
    case 'lightning': {
      const inner = mixer.heads * mixer.headDim;
      return [inner, 4 * inner, mixer.headDim];
    }
  }
}
