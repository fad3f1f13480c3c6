import type { Architecture, FeedForward, LayerRun, Mixer } from '../models/architecture.ts';
import { seenTokens } from '../models/flop.ts';
import { collectiveTime, spanTime } from './collective.ts';
import type { Constants, FamilyFactors } from './constants.ts';
import { gemmTime, type Product, smoothMaximum } from './gemm.ts';
import { formatOf, type Machine, operandBytes, type Precision } from './machine.ts';
import type { Attention } from './plan.ts';
import type { Software } from './software.ts';

/** What a layer's time depends on: the part of a plan that one micro-batch on one chip sees. */
export interface LayerPlan {
  tensor: number;
  context: number;
  expert: number;
  expertTensor: number;
  /** Pieces of a stage: with several, the work of others can hide an exchange. */
  chunks: number;
  microBatch: number;
  sequence: number;
  precision: Precision;
  sequenceParallel: boolean;
  tensorExposed?: boolean;
  attention: Attention;
  fused: boolean;
  expertOverlap: boolean;
  dropsTokens: boolean;
  capacity?: number;
  keepsResults?: boolean;
  graphs?: 'part' | 'full';
  year: number;
  software?: Software;
}

/** Seconds of one pass of one micro-batch through one layer on one chip. */
export interface PassTime {
  gemm: number;
  attention: number;
  /** Norms, activations, casts, permutations: what moves memory. */
  memory: number;
  /** Exchange within the tensor group, not hidden. */
  tensor: number;
  context: number;
  expert: number;
  /** What the host needs to launch the kernels. */
  host: number;
}

export interface LayerTime {
  forward: PassTime;
  backward: PassTime;
  /** What selective recomputation repeats of the forward pass [s]. */
  again: number;
  /** The last product of the forward pass, whose result the backward pass does not need [s]. */
  last: number;
}

/** Context of the functions below. */
interface Work {
  model: Architecture;
  plan: LayerPlan;
  machine: Machine;
  constants: Constants;
  /** Tokens that each tensor group sees of a micro-batch. */
  tokens: number;
  /** Tokens of them whose norms and residuals this chip computes. */
  ownTokens: number;
  forward: PassTime;
  backward: PassTime;
  again: number;
  last: number;
}

/** Time of one layer of a run, for one micro-batch. */
export function layerTime(
  model: Architecture,
  run: LayerRun,
  { plan, machine, constants }: { plan: LayerPlan; machine: Machine; constants: Constants },
): LayerTime {
  const tokens = (plan.microBatch * plan.sequence) / plan.context;
  const work: Work = {
    model,
    plan,
    machine,
    constants,
    tokens,
    ownTokens: plan.sequenceParallel ? tokens / plan.tensor : tokens,
    forward: nothing(),
    backward: nothing(),
    again: 0,
    last: 0,
  };
  if (run.mixer) mixerTime(work, run.mixer);
  if (run.feedForward) forwardTime(work, run.feedForward);
  const launched = launchedShare(work);
  work.forward.host *= launched;
  work.backward.host *= launched;
  return { forward: work.forward, backward: work.backward, again: work.again, last: work.last };
}

/** Share of the launches that the host makes one by one. */
function launchedShare({ plan, machine, constants }: Work): number {
  if (machine.compiled || plan.graphs === 'full') return 0;
  return plan.graphs === 'part' ? constants.hostGraphed : 1;
}

function nothing(): PassTime {
  return { gemm: 0, attention: 0, memory: 0, tensor: 0, context: 0, expert: 0, host: 0 };
}

/** Sum of a pass: what runs on the chip, or what the host needs to launch it, whichever is slower. */
export function passSum(pass: PassTime): number {
  const chip = pass.gemm + pass.attention + pass.memory + pass.tensor + pass.context + pass.expert;
  return smoothMaximum(chip, pass.host);
}

/** Adds a product to both passes: once forward, once for each of its operands backward. */
function multiply(work: Work, { m, n, k, groups }: Omit<Product, 'each'>, precision?: Precision): number {
  const { machine, constants, plan } = work;
  const { format, peak } = formatOf(machine, precision ?? plan.precision);
  const chip = { peak, bandwidth: machine.bandwidth, processors: machine.processors };
  const width = operandBytes[format];
  const family = familyOf(constants, machine);
  const factor = groups === undefined ? 1 : 1 + groupLoss(work, groups);
  const curve = { ...machine.large[format], loss: format === 'bf16' ? family.gemm : family.narrow };
  const grouped = groups === undefined ? {} : { groups };
  const once = factor * gemmTime(chip, curve, { m, n, k, each: width, ...grouped });
  const inputs = factor * gemmTime(chip, curve, { m, n: k, k: n, each: width, ...grouped });
  const weights = factor * gemmTime(chip, curve, { m: k, n, k: m, each: width, ...grouped });
  work.forward.gemm += once;
  work.backward.gemm += inputs + weights;
  if (format !== 'bf16') {
    const count = groups ?? 1;
    const each = (3 * constants.cast * aged(constants.yearSoftware, plan.year)) / machine.bandwidth;
    const cast = count * m * k * each;
    const castBack = count * m * n * each;
    work.forward.memory += cast;
    work.backward.memory += castBack;
  }
  return once;
}

/**
 * How much longer a group of small products takes than one large one; kernels for it are young and get better. Compilers
 * of whole programs lay experts of equal capacity out as one product.
 */
function groupLoss({ constants, machine, plan }: Work, groups: number): number {
  if (machine.compiled && plan.dropsTokens) return 0;
  return (
    (constants.groupedLoss - 1) *
    (1 - 1 / groups ** 2) *
    agedExperts(constants.yearGrouped, constants, plan.year)
  );
}

/** The factors of a family of chips, or those of chips nobody measured. */
export function familyOf(constants: Constants, machine: Machine): FamilyFactors {
  return constants.family[machine.family] ?? constants.family.other!;
}

/** Adds traffic of `bytes` forward; backward, kernels read the gradient besides, a quarter to a half more. */
function move(work: Work, bytes: number, pieces = 1): number {
  const { constants, machine, plan } = work;
  const joined = plan.fused ? 1 : constants.unfused;
  const traffic = bytes * constants.traffic * joined;
  const time = traffic / machine.bandwidth + pieces * 3e-6;
  work.forward.memory += time;
  work.backward.memory += 1.35 * time;
  return time;
}

/**
 * Software gets better at hiding and joining: a factor that falls with the years. What came before 2023 differs by what
 * it computes (attention that is written, parts that are not joined), not by a slower pace of everything.
 */
export function aged(rate: number, year: number): number {
  return Math.exp(-rate * (Math.max(2023, year) - 2024));
}

/** Adds what the tensor group exchanges around one part of a layer. */
function exchangeTensor(work: Work): void {
  const { plan, machine, model, tokens, constants } = work;
  if (plan.tensor === 1) return;
  const bytes = 2 * tokens * model.hidden;
  const span = { chips: plan.tensor, stride: 1, bytes, constants };
  const { link } = familyOf(constants, machine);
  const beside = link * (1 - besideWeights(work));
  if (!plan.sequenceParallel) {
    const all = sumTime(machine, span);
    work.forward.tensor += link * all;
    work.backward.tensor += beside * all;
    return;
  }
  const gather = spanTime(machine, machine.gather, span);
  const reduce = spanTime(machine, machine.reduce, span);
  const hidden = piecewiseShare(work);
  work.forward.tensor += link * (1 - hidden) * (gather + reduce);
  work.backward.tensor +=
    link * (1 - hidden) * gather + Math.min(beside, link * (1 - hidden)) * (gather + reduce);
}

/** Time of a sum over the tensor group that each of its chips receives whole. */
function sumTime(machine: Machine, span: Parameters<typeof spanTime>[2]): number {
  if (machine.reduceAll && span.chips <= machine.domain) {
    return collectiveTime(machine.reduceAll, span.chips, 2 * span.bytes);
  }
  return spanTime(machine, machine.gather, span) + spanTime(machine, machine.reduce, span);
}

/** Megatron, since September 2021, exchanges the gradient of an input while it multiplies that of the weights. */
const megatronOverlaps = 2021.67;

/** Share of the backward exchange that the product for the gradient of the weights hides. */
function besideWeights({ plan, constants }: Work): number {
  const megatron = (plan.software?.framework ?? 'megatron') === 'megatron';
  return megatron && !plan.tensorExposed && plan.year > megatronOverlaps ? constants.tensorBeside : 0;
}

/** Transformer Engine, since 2023, cuts a product and the exchange around it into pieces that overlap; compilers do likewise. */
const piecesOverlap = 2023;

function piecewiseShare({ plan, constants }: Work): number {
  if (plan.tensorExposed || plan.year < piecesOverlap) return 0;
  return hiddenShare(constants.tensorHidden, constants.yearHidden, plan.year);
}

/** The same for what experts add, which got better faster after the first quarter of 2026. */
export function agedExperts(rate: number, constants: Constants, year: number): number {
  return aged(rate, year) * Math.exp(-constants.yearLate * Math.max(0, year - 2026.3));
}

/** A hidden share that grows with the years, between 0 and 0.95. */
export function hiddenShare(share: number, rate: number, year: number): number {
  const odds = (share / (1 - share)) * Math.exp(rate * (year - 2024));
  return Math.min(0.95, odds / (1 + odds));
}

function mixerTime(work: Work, mixer: Mixer): void {
  const { model, plan, tokens, ownTokens, constants, machine } = work;
  const { hidden } = model;
  move(work, 16 * ownTokens * hidden, 2);
  exchangeTensor(work);
  const host = constants.hostDense * (plan.fused ? 1 : 1.5) * aged(constants.yearSoftware, plan.year);
  work.forward.host += host;
  work.backward.host += 1.5 * host;
  const t = plan.tensor;
  switch (mixer.kind) {
    case 'attention': {
      const { heads, kvHeads, headDim } = mixer;
      const groups = Math.max(1, kvHeads / t);
      const width = ((mixer.gated ? 2 : 1) * heads) / t + 2 * groups;
      multiply(work, { m: tokens, n: width * headDim, k: hidden });
      multiply(work, { m: tokens, n: hidden, k: (heads * headDim) / t });
      move(work, 4 * tokens * width * headDim);
      attend(work, { heads: heads / t, width: 2 * headDim, window: mixer.window });
      exchangeContext(work, 2 * 2 * groups * headDim);
      break;
    }
    case 'mla': {
      const { heads, queryRank, kvRank, plain, rotary, value } = mixer;
      const query = (heads / t) * (plain + rotary);
      if (queryRank > 0) {
        multiply(work, { m: ownTokens, n: queryRank, k: hidden });
        work.again += multiply(work, { m: tokens, n: query, k: queryRank });
      } else multiply(work, { m: tokens, n: query, k: hidden });
      multiply(work, { m: ownTokens, n: kvRank + rotary, k: hidden });
      work.again += multiply(work, { m: tokens, n: (heads / t) * (plain + value), k: kvRank });
      multiply(work, { m: tokens, n: hidden, k: (heads / t) * value });
      work.again += move(work, 6 * tokens * (query + (heads / t) * (plain + value)), 3);
      attend(work, { heads: heads / t, width: plain + rotary + value });
      exchangeContext(work, 2 * (heads / t) * (plain + rotary + value));
      break;
    }
    default: {
      recurrent(work, mixer);
    }
  }
  function exchangeContext(of: Work, bytesEach: number): void {
    if (plan.context === 1) return;
    const bytes = of.tokens * plan.context * bytesEach;
    const time = spanTime(machine, machine.gather, { chips: plan.context, stride: t, bytes, constants });
    const exposed = 1 - constants.contextHidden;
    of.forward.context += time * exposed;
    of.backward.context += 2 * time * exposed;
  }
}

/** Attention proper: flash attention by its arithmetic, attention that writes its scores by its traffic, too. */
function attend(
  work: Work,
  { heads, width, window }: { heads: number; width: number; window?: number | undefined },
): void {
  const { plan, machine, constants, tokens } = work;
  const { peak } = formatOf(machine, 'bf16');
  const factor = familyOf(constants, machine).attention;
  if (plan.attention !== 'written') {
    const padded = Math.ceil(width / (2 * machine.lanes)) * 2 * machine.lanes;
    const seen = seenTokens(plan.sequence, window);
    // Short rows leave the matrix units of attention half empty.
    const scores = heads * (seen + constants.attentionHalf) * tokens * factor;
    const flop = 2 * padded * scores;
    const tuned = plan.attention === 'tuned' ? constants.attentionTuned : 1;
    // Both passes take an exponential of each score, by units that did not grow as those for matrices did.
    const softmax = constants.exponential * machine.exponential * scores;
    const forward = (flop / constants.attentionForward + softmax) / (peak * tuned) + 8e-6;
    const backward = ((2.5 * flop) / constants.attentionBackward + softmax) / (peak * tuned) + 1.6e-5;
    work.forward.attention += forward;
    work.backward.attention += backward;
    return;
  }
  // Rows that do not begin at a multiple of 16 bytes leave the fast path of the matrix units.
  const unaligned = (width / 2) % 8 === 0 ? 1 : 3;
  const flop = 2 * heads * width * plan.sequence * tokens * unaligned;
  const scores = heads * tokens * plan.sequence;
  const softmax = (scores * constants.softmax * (plan.fused ? 1 : constants.unfused)) / machine.bandwidth;
  const forward = flop / (peak * constants.attentionWritten) + softmax;
  work.forward.attention += forward;
  work.backward.attention += (2 * flop) / (peak * constants.attentionWritten) + softmax;
  work.again += forward;
}

/** Linear recurrences: projections, and a chunked scan. */
function recurrent(work: Work, mixer: Exclude<Mixer, { kind: 'attention' } | { kind: 'mla' }>): void {
  const { model, plan, tokens, machine, constants } = work;
  const t = plan.tensor;
  const { inner, into, state } =
    mixer.kind === 'mamba'
      ? {
          inner: mixer.heads * mixer.headDim,
          into: 2 * mixer.heads * mixer.headDim + 2 * mixer.groups * mixer.state + mixer.heads,
          state: mixer.state,
        }
      : mixer.kind === 'delta'
        ? {
            inner: mixer.valueHeads * mixer.valueDim,
            into: 2 * mixer.keyHeads * mixer.keyDim + 2 * mixer.valueHeads * (mixer.valueDim + 1),
            state: mixer.keyDim,
          }
        : { inner: mixer.heads * mixer.headDim, into: 4 * mixer.heads * mixer.headDim, state: mixer.headDim };
  multiply(work, { m: tokens, n: into / t, k: model.hidden });
  multiply(work, { m: tokens, n: model.hidden, k: inner / t });
  move(work, (12 * tokens * into) / t, 4);
  // The scan is bound by memory: its inputs and outputs, and a state of four bytes for each chunk of 128 tokens.
  const bytes = (tokens * inner * (12 + (8 * state) / 128)) / t;
  const forward = bytes / (machine.bandwidth * constants.scan) + 2e-5;
  work.forward.attention += forward;
  work.backward.attention += 2.5 * forward;
}

function forwardTime(work: Work, part: FeedForward): void {
  const { model, plan, tokens, ownTokens } = work;
  if (!model.parallel) move(work, 16 * ownTokens * model.hidden, 2);
  if (part.kind === 'dense') {
    // Parallel parts share a norm, a sum and an exchange (Chowdhery et al. 2022, arXiv 2204.02311, section 2).
    if (!model.parallel) exchangeTensor(work);
    work.last = denseForward(work, part.width / plan.tensor, { gated: part.gated, tokens });
    const host =
      work.constants.hostDense * (plan.fused ? 0.6 : 0.9) * aged(work.constants.yearSoftware, plan.year);
    work.forward.host += host;
    work.backward.host += 1.5 * host;
    return;
  }
  expertForward(work, part);
}

/** @returns time of its last product, forward [s] */
function denseForward(
  work: Work,
  width: number,
  { gated, tokens }: { gated: boolean; tokens: number },
): number {
  const { hidden } = work.model;
  multiply(work, { m: tokens, n: (gated ? 2 : 1) * width, k: hidden });
  work.again += move(work, (gated ? 6 : 4) * tokens * width);
  return multiply(work, { m: tokens, n: hidden, k: width });
}

function expertForward(work: Work, part: Extract<FeedForward, { kind: 'experts' }>): void {
  const { model, plan, machine, constants, tokens } = work;
  const own = tokens / plan.tensor;
  const into = part.latent ?? model.hidden;
  if (part.shared > 0) {
    exchangeTensor(work);
    denseForward(work, part.shared / plan.tensor, { gated: part.gated, tokens });
  }
  multiply(work, { m: own, n: part.experts, k: model.hidden }, 'bf16');
  if (part.latent) {
    multiply(work, { m: own, n: part.latent, k: model.hidden });
    multiply(work, { m: own, n: model.hidden, k: part.latent });
  }
  const copies = own * part.active * plan.expertTensor * (plan.capacity ?? 1);
  const held = Math.max(1, part.experts / plan.expert);
  const width = part.width / plan.expertTensor;
  multiply(work, { m: copies / held, n: (part.gated ? 2 : 1) * width, k: into, groups: held });
  const down = multiply(work, { m: copies / held, n: into, k: width, groups: held });
  // The weighting of results needs them in the backward pass.
  if (plan.keepsResults) work.last = down;
  move(work, (part.gated ? 6 : 4) * copies * width);
  move(work, constants.permute * 2 * copies * into * agedExperts(0, constants, plan.year), 4);
  const sent = exchangeExperts(work, { copies: own * part.active, into, part });
  const link = familyOf(constants, machine).link * agedExperts(0, constants, plan.year);
  const exposed = link * exposedExchange(work);
  work.forward.expert += sent * exposed;
  work.backward.expert += sent * exposed;
  const waits = plan.dropsTokens ? constants.hostDropped : 1;
  const slow = familyOf(constants, machine).host;
  const launches = constants.hostExperts + constants.hostHeld * held;
  const host = launches * waits * slow * agedExperts(constants.yearExperts, constants, plan.year);
  work.forward.host += host;
  work.backward.host += 1.5 * host;
  if (plan.expertTensor > 1) {
    const bytes = 2 * copies * into;
    const time =
      collectiveTime(machine.gather, plan.expertTensor, bytes) +
      collectiveTime(machine.reduce, plan.expertTensor, bytes);
    work.forward.tensor += time;
    work.backward.tensor += time;
  }
}

/** Share of the exchange of experts that other work cannot hide: only a pipeline of several pieces has such work. */
function exposedExchange({ plan, constants }: Work): number {
  if (plan.expertOverlap) return constants.expertOverlapped;
  const hidden = hiddenShare(constants.expertHidden, constants.yearExpertHidden, plan.year);
  return plan.chunks > 1 ? 1 - hidden : 1;
}

/** Dispatch and combine: within the fast links, and beyond them once for each node that a token reaches. */
function exchangeExperts(
  { plan, machine, constants }: Work,
  { copies, into, part }: { copies: number; into: number; part: Extract<FeedForward, { kind: 'experts' }> },
): number {
  const n = plan.expert;
  if (n === 1) return 0;
  const span = Math.min(n, Math.max(1, Math.floor(machine.domain / plan.expertTensor)));
  const groups = n / span;
  const bytes = copies * into * 2;
  const inside = collectiveTime(machine.exchange, span, bytes * (span - 1 > 0 ? 1 : 0));
  if (groups <= 1) return 2 * inside;
  const reached = Math.min(part.groupsActive ?? groups, groups * (1 - (1 - 1 / groups) ** part.active));
  const beyond = (copies / part.active) * reached * (1 - 1 / groups) * into * 2;
  const outside = constants.networkStart * groups + beyond / (machine.network * constants.exchangeNetwork);
  return 2 * (Math.max(inside, outside) + 0.3 * Math.min(inside, outside));
}
