import { remaining } from '../elementary/remaining.ts';
import type { FeedForward } from '../models/architecture.ts';
import { collectiveTime } from './collective.ts';
import { aged, agedExperts, familyOf, hiddenShare, move, multiply, spare, type Work } from './layer-work.ts';
import type { Dispatch } from './plan.ts';
import { exchangeTensor } from './tensor-exchange.ts';

/** Adds what a layer takes for the part that each token passes by itself: dense, or experts with their exchange. */
export function feedForwardTime(work: Work, part: FeedForward): void {
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
  spare(work, 'into', multiply(work, { m: tokens, n: (gated ? 2 : 1) * width, k: hidden }));
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
  const up = multiply(work, { m: copies / held, n: (part.gated ? 2 : 1) * width, k: into, groups: held });
  spare(work, 'into', up);
  const down = multiply(work, { m: copies / held, n: into, k: width, groups: held });
  // The weighting of results needs them in the backward pass.
  if (plan.kept?.includes('results')) work.last = down;
  move(work, (part.gated ? 6 : 4) * copies * width);
  const dispatch = dispatchOf(plan, machine);
  const joined = dispatch === 'nodes' || dispatch === 'fused';
  const permute = constants.permute * (dispatch === 'fused' ? constants.permuteJoined : 1);
  move(work, permute * 2 * copies * into * agedExperts(0, constants, plan.year), 4);
  const sent = exchangeExperts(work, { copies: own * part.active, into, part });
  const young = agedExperts(0, constants, plan.year) * (joined ? constants.exchangeJoined : 1);
  const link = familyOf(constants, machine).link * young;
  const exposed = link * exposedExchange(work);
  work.forward.expert += sent * exposed;
  work.backward.expert += sent * exposed;
  const waits = (plan.dropsTokens ? constants.hostDropped : 1) * (joined ? constants.hostJoined : 1);
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

/** Recipes of Megatron use HybridEP since the end of 2025. */
const usuallyJoined = 2025.8;

/** Compilers of whole programs send what a node needs, by exchanges that they do not join with anything. */
function dispatchOf({ dispatch, year }: Work['plan'], { compiled }: Work['machine']): Dispatch | 'compiled' {
  if (compiled) return 'compiled';
  return dispatch ?? (year > usuallyJoined ? 'fused' : 'copies');
}

/** Dispatch and combine: within the fast links, and beyond them for each copy, or once for each node that a token reaches. */
function exchangeExperts(
  { plan, machine, constants }: Work,
  { copies, into, part }: { copies: number; into: number; part: Extract<FeedForward, { kind: 'experts' }> },
): number {
  const n = plan.expert;
  if (n === 1) return 0;
  const span = Math.min(n, Math.max(1, Math.floor(machine.domain / plan.expertTensor)));
  const groups = n / span;
  const bytes = copies * into * 2;
  const alone = dispatchOf(plan, machine) === 'copies';
  const near = alone ? bytes / groups : bytes;
  const inside = collectiveTime(machine.exchange, span, near * (span - 1 > 0 ? 1 : 0));
  if (groups <= 1) return 2 * inside;
  const reached = Math.min(part.groupsActive ?? groups, groups * (1 - remaining(1 / groups, part.active)));
  const sent = alone ? copies : (copies / part.active) * reached;
  const beyond = sent * (1 - 1 / groups) * into * 2;
  const outside = constants.networkStart * groups + beyond / (machine.network * constants.exchangeNetwork);
  return 2 * (Math.max(inside, outside) + 0.3 * Math.min(inside, outside));
}
