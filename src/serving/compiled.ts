import type { Architecture, FeedForward, LayerRun, Mixer } from '../models/architecture.ts';
import { type GemmChip, type GemmCurve, smoothMaximum } from '../training/gemm.ts';
import { formatOf, type Machine, operandBytes, type Precision } from '../training/machine.ts';
import type { ServingConstants } from './constants.ts';
import { hottest } from './hottest.ts';
import type { Placement } from './placement.ts';
import { type ProductFormat, productFormat } from './product-format.ts';
import { stateBytes } from './weights.ts';

/** A product whose rows are the tokens of a step; everything else is known before. */
export interface Shape {
  n: number;
  k: number;
  each: number;
  chip: GemmChip;
  curve: GemmCurve;
}

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
  /** Seconds of each token of a prompt whatever it sees; what an indexer reads and computes for each token in sight. */
  fixedPrompt: number;
  index?: { bytes: number; flop: number };
  /** Rates of arithmetic for both [FLOP/s]. */
  decodeRate: number;
  promptRate: number;
}

/** Routed experts of one layer. */
export interface Routed {
  experts: number;
  active: number;
  held: number;
  up: Shape;
  down: Shape;
  router: Shape;
  /** Width of what is sent to experts. */
  into: number;
  nodes: number;
  /** Tokens of the busiest chip over those of a mean one, and of the busiest node. */
  hot: number;
  hotNode: number;
  /** Time of products of experts over that of one product of their size, and passes over what they read and write. */
  grouped: number;
  passes: number;
}

/** How often something is done in all layers. */
export type Counted<T> = T & { count: number };

/** All layers, equal parts of them counted together. */
export interface CompiledLayers {
  products: Counted<Shape>[];
  cores: Counted<Core>[];
  routed: Counted<Routed>[];
  /** Parts of layers, after each of which activations are moved and a tensor group adds up its sums. */
  parts: number;
  head: Shape;
}

/** A placement with what it is compiled for. */
export interface Compiling {
  placement: Placement;
  machine: Machine;
  constants: ServingConstants;
  /** Time of kernels of the engine and its year over that of those measured. */
  pace: number;
}

/** Context of the functions below. */
interface Compile extends Compiling {
  model: Architecture;
  shape(n: number, k: number, format: Precision): Shape;
}

/** What a placement makes of the layers of a model, once for all batches. */
export function compileLayers(model: Architecture, compiling: Compiling): CompiledLayers {
  const { placement } = compiling;
  const shapes = shapesOf(compiling);
  const compile: Compile = { ...compiling, model, shape: shapes };
  const head = shapes(model.vocab / placement.tensor, model.hidden, 'bf16');
  const layers: CompiledLayers = { products: [], cores: [], routed: [], parts: 0, head };
  for (const run of model.layers) compileRun(compile, run, layers);
  return layers;
}

/** Adds to a list, or to the count of what is equal to it. */
function count<T extends object>(list: Counted<T>[], one: T, times: number): void {
  for (const other of list) {
    if (!equal(other, one)) continue;
    other.count += times;
    return;
  }
  list.push({ ...one, count: times });
}

function equal<T extends object>(other: T, one: T): boolean {
  for (const key in one) if (other[key] !== one[key]) return false;
  return true;
}

/** The factors of a family of chips, or those of chips that nobody measured. */
export function familyOf(constants: ServingConstants, machine: Machine): ServingConstants['family'][string] {
  return constants.family[machine.family] ?? constants.family.other!;
}

function shapesOf({
  placement: { formats },
  machine,
  constants,
  pace,
}: Compiling): (n: number, k: number, format: Precision) => Shape {
  const kinds = new Map<Precision, Omit<Shape, 'n' | 'k'>>();
  const kind = (wanted: Precision) => {
    const known = kinds.get(wanted);
    if (known) return known;
    const made = kindOf(productFormat(machine, wanted, formats.weightsOnly), { machine, constants, pace });
    kinds.set(wanted, made);
    return made;
  };
  return (n, k, format) => ({ n, k, ...kind(format) });
}

/** How products of one format run: curves of measured kernels, by the factors of the family and the engine, below what any chip reaches. */
function kindOf(
  { format, peak, each }: ProductFormat,
  { machine, constants, pace }: Omit<Compiling, 'placement'>,
): Omit<Shape, 'n' | 'k'> {
  const { limits } = constants;
  const family = familyOf(constants, machine);
  const curve = machine.curves[format];
  const arithmetic = family.compute * constants.matrices * pace;
  const fed = format === 'fp4' ? fedShare(machine) : curve.plateau;
  return {
    each,
    chip: { peak, bandwidth: machine.bandwidth, processors: machine.processors },
    curve: {
      ...curve,
      plateau: Math.min(limits.reachMost, Math.min(curve.plateau, fed) / arithmetic),
      stream: Math.min(limits.reachMost, curve.stream / (family.memory * pace)),
      launch: curve.launch * constants.launch * pace,
    },
  };
}

/**
 * Share of the peak in four bits at which operands move as fast as in eight bits.
 *
 * Measured kernels of B200 and GB200 move operands at one pace in both formats (17 and 16 TB/s a processor): it is not the
 * peak that bounds four bits there, and more of it, as on GB300, adds nothing.
 */
function fedShare({ peak, curves }: Machine): number {
  if (peak.fp4 === undefined || peak.fp8 === undefined) return curves.fp4.plateau;
  return (curves.fp8.plateau * peak.fp8) / operandBytes.fp4 / peak.fp4;
}

/**
 * How far the matrix units of a chip run ahead of what feeds them, from 0 to 1: all the way on fast ones (H100 and newer), less
 * on slow ones (H20, A100), whose prompts and groups of experts come closer to the peak.
 */
function ahead({ family, peak, processors }: Machine, { limits }: ServingConstants): number {
  // Of chips nobody measured the processors are not known, and they count as fast.
  if (family === 'other') return 1;
  return Math.min(1, peak.bf16 / processors / limits.fastProcessor);
}

/** Share of the peak that attention over prompts reaches. */
function promptShare({ machine, constants, pace }: Compiling): number {
  const { promptCore, limits } = constants;
  const reached = promptCore + (1 - ahead(machine, constants)) * (limits.reachMost - promptCore);
  return reached / (familyOf(constants, machine).compute * pace);
}

function compileRun(
  compile: Compile,
  { count: times, mixer, feedForward }: LayerRun,
  layers: CompiledLayers,
): void {
  const products: Shape[] = [];
  const core = mixer && compileMixer(compile, mixer, products);
  const routed = feedForward && compileForward(compile, feedForward, products);
  for (const product of products) count(layers.products, product, times);
  if (core) count(layers.cores, core, times);
  if (routed) count(layers.routed, routed, times);
  layers.parts += times * (Number(!!mixer) + Number(!!feedForward));
}

function compileMixer(compile: Compile, mixer: Mixer, products: Shape[]): Core {
  const { model, placement, machine, constants, shape } = compile;
  const { tensor, formats } = placement;
  const { hidden } = model;
  const core = formatOf(machine, formats.core);
  const narrow = core.format === 'bf16' ? 1 : constants.coreNarrow;
  const most = constants.limits.reachMost * core.peak;
  const rate = machine.peak.bf16 * narrow * promptShare(compile);
  const rates = { decodeRate: Math.min(most, rate), promptRate: Math.min(most, rate) };
  const none = { fixedFlop: 0, fixedPrompt: 0, state: 0, window: Number.POSITIVE_INFINITY, ...rates };
  const add = (n: number, k: number) => products.push(shape(n, k, formats.mixer));
  if (mixer.kind === 'attention') {
    const { heads, kvHeads, headDim, window } = mixer;
    const groups = Math.max(1, kvHeads / tensor);
    add(((mixer.gated ? 2 : 1) * (heads / tensor) + 2 * groups) * headDim, hidden);
    add(hidden, (heads / tensor) * headDim);
    const flop = (4 * heads * headDim) / tensor;
    const token = 2 * groups * headDim * formats.cache;
    return { ...none, token, decodeFlop: flop, promptFlop: flop, ...(window !== undefined && { window }) };
  }
  if (mixer.kind === 'mla') {
    const { queryRank, kvRank, plain, rotary, value } = mixer;
    const heads = mixer.heads / tensor;
    const query = heads * (plain + rotary);
    if (queryRank > 0) {
      add(queryRank + kvRank + rotary, hidden);
      add(query, queryRank);
    } else add(query + kvRank + rotary, hidden);
    add(heads * (plain + value), kvRank);
    add(hidden, heads * value);
    const absorbed = 2 * heads * (2 * kvRank + rotary);
    const decodeRate = latentOf(compile, narrow);
    const token = (kvRank + rotary) * formats.cache;
    const { select } = mixer;
    if (!select) {
      return {
        ...none,
        token,
        decodeFlop: absorbed,
        decodeRate,
        promptFlop: 2 * heads * (plain + rotary + value),
      };
    }
    // Tokens that were picked are attended to in the compressed form, prompts too, in kernels of a fixed width that widen an
    // eight-bit cache and multiply in sixteen bits (FlashMLA's notes on sparse attention).
    const picked = latentOf(compile, 1);
    add(select.heads * select.width, queryRank || hidden);
    add(select.width + select.heads, hidden);
    const index = 2 * select.heads * select.width;
    return {
      ...none,
      token,
      decodeFlop: absorbed,
      decodeRate: picked,
      promptFlop: 0,
      fixedPrompt: (absorbed * select.tokens) / picked,
      window: select.tokens,
      index: { bytes: select.width, flop: index },
    };
  }
  return compileLinear(compile, mixer, products);
}

/** The same as the family and the engine reach it, never beyond the limit. */
function latentOf({ machine, constants, pace }: Compiling, narrow: number): number {
  const rate = latentRate(machine, narrow, constants) / (familyOf(constants, machine).latent * pace);
  return Math.min(constants.limits.latentMost * machine.peak.bf16 * narrow, rate);
}

/**
 * FLOP/s of attention over a compressed cache: every processor feeds it at its own pace, and the matrix units set a limit
 * that slow ones (H20) reach and fast ones do not.
 */
function latentRate(machine: Machine, narrow: number, { latentEach, limits }: ServingConstants): number {
  const peak = machine.peak.bf16 * narrow;
  // Ascend and TPU have few processors of many times the size; of chips nobody measured the processors are not known.
  if (machine.processors < 60 || machine.family === 'other') return limits.latentLarge * peak;
  const limit = limits.latentMost * peak;
  return 1 / smoothMaximum(1 / limit, 1 / (machine.processors * latentEach * narrow));
}

/** Linear mixers: projections, and a state that each token reads and writes. */
function compileLinear(
  compile: Compile,
  mixer: Exclude<Mixer, { kind: 'attention' } | { kind: 'mla' }>,
  products: Shape[],
): Core {
  const { model, placement, machine, constants, shape } = compile;
  const { tensor, formats } = placement;
  const [inner, into, state] =
    mixer.kind === 'mamba'
      ? [
          mixer.heads * mixer.headDim,
          2 * mixer.heads * mixer.headDim + 2 * mixer.groups * mixer.state + mixer.heads,
          mixer.state,
        ]
      : mixer.kind === 'delta'
        ? [
            mixer.valueHeads * mixer.valueDim,
            2 * mixer.keyHeads * mixer.keyDim + 2 * mixer.valueHeads * (mixer.valueDim + 1),
            mixer.keyDim,
          ]
        : [mixer.heads * mixer.headDim, 4 * mixer.heads * mixer.headDim, mixer.headDim];
  products.push(shape(into / tensor, model.hidden, formats.mixer));
  products.push(shape(model.hidden, inner / tensor, formats.mixer));
  const peak = machine.peak.bf16 * Math.min(constants.limits.reachMost, promptShare(compile));
  return {
    token: 0,
    decodeFlop: 0,
    promptFlop: 0,
    fixedFlop: (6 * inner * state) / tensor,
    fixedPrompt: 0,
    state: (2 * stateBytes(mixer)) / tensor,
    window: Number.POSITIVE_INFINITY,
    decodeRate: peak,
    promptRate: peak,
  };
}

function compileForward(
  { model, placement, shape, machine, constants, pace }: Compile,
  part: FeedForward,
  products: Shape[],
): Routed | undefined {
  const { tensor, data, expertParallel, formats } = placement;
  const { hidden } = model;
  const both = part.gated ? 2 : 1;
  const dense = (width: number) => {
    products.push(shape((both * width) / tensor, hidden, formats.dense));
    products.push(shape(hidden, width / tensor, formats.dense));
  };
  if (part.kind === 'dense') {
    dense(part.width);
    return undefined;
  }
  if (part.shared > 0) dense(part.shared);
  if (part.latent) {
    products.push(shape(part.latent, hidden, formats.dense), shape(hidden, part.latent, formats.dense));
  }
  const into = part.latent ?? hidden;
  const group = expertParallel ? tensor * data : 1;
  const width = expertParallel ? part.width : part.width / tensor;
  const nodes = Math.max(1, group / machine.domain);
  const held = Math.max(1, part.experts / group);
  const young = Math.exp(-constants.yearGrouped * (placement.year - 2025.5));
  return {
    experts: part.experts,
    active: part.active,
    held,
    hot: hottest(placement, { held, chips: group, constants }),
    hotNode: hottest(placement, { held: part.experts / nodes, chips: nodes, constants }),
    grouped: 1 + (constants.grouped - 1) * young * ahead(machine, constants),
    passes: constants.routedTraffic * young * pace,
    up: shape(both * width, into, formats.experts),
    down: shape(into, width, formats.experts),
    router: shape(part.experts, hidden, 'bf16'),
    into,
    nodes: Math.min(part.groupsActive ?? nodes, nodes),
  };
}
