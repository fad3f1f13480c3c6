import type { Architecture, LayerRun, Mixer } from '../models/architecture.ts';
import { seenTokens } from '../models/flop.ts';
import { spanTime } from './collective.ts';
import type { Constants } from './constants.ts';
import { feedForwardTime } from './feed-forward.ts';
import { smoothMaximum } from './gemm.ts';
import {
  aged,
  familyOf,
  type LayerPlan,
  type LayerTime,
  move,
  multiply,
  type PassTime,
  spare,
  type Work,
} from './layer-work.ts';
import { formatOf, type Machine } from './machine.ts';
import { exchangeTensor } from './tensor-exchange.ts';

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
    spared: 0,
  };
  if (run.mixer) mixerTime(work, run.mixer);
  if (run.feedForward) feedForwardTime(work, run.feedForward);
  if (run.feedForward?.kind === 'experts') shareProcessors(work);
  const launched = launchedShare(work);
  work.forward.host *= launched;
  work.backward.host *= launched;
  return {
    forward: work.forward,
    backward: work.backward,
    again: work.again,
    last: work.last,
    spared: work.spared,
  };
}

/**
 * Exchanges that run beside products and cross the network hold processors that forward tokens from one kind of link to
 * the other: 20 of 132 at DeepSeek (arXiv 2412.19437, section 3.2.2).
 */
function shareProcessors({ plan, machine, constants, forward, backward }: Work): void {
  if (!plan.expertOverlap || plan.expert * plan.expertTensor <= machine.domain) return;
  const slower = machine.processors / Math.max(1, machine.processors - constants.exchangeProcessors);
  for (const pass of [forward, backward]) {
    pass.gemm *= slower;
    pass.attention *= slower;
  }
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
      const products = multiply(work, { m: tokens, n: width * headDim, k: hidden });
      spare(work, 'qkv', products);
      spare(work, 'kv', (products * 2 * groups) / width);
      spare(work, 'out', multiply(work, { m: tokens, n: hidden, k: (heads * headDim) / t }));
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
        const up = multiply(work, { m: tokens, n: query, k: queryRank });
        work.again += up;
        spare(work, 'qkv', up);
      } else spare(work, 'qkv', multiply(work, { m: tokens, n: query, k: hidden }));
      multiply(work, { m: ownTokens, n: kvRank + rotary, k: hidden });
      const keys = multiply(work, { m: tokens, n: (heads / t) * (plain + value), k: kvRank });
      work.again += keys;
      spare(work, 'qkv', keys);
      spare(work, 'kv', keys);
      spare(work, 'out', multiply(work, { m: tokens, n: hidden, k: (heads / t) * value }));
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
    spare(work, 'context', forward);
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
