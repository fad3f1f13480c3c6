import { collectiveTime, spanTime } from './collective.ts';
import { familyOf, hiddenShare, type Work } from './layer-work.ts';
import type { Machine } from './machine.ts';
import { forLargeRuns } from './software.ts';

/** Adds what the tensor group exchanges around one part of a layer. */
export function exchangeTensor(work: Work): void {
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
  return forLargeRuns(plan.software?.framework) && !plan.tensorExposed && plan.year > megatronOverlaps
    ? constants.tensorBeside
    : 0;
}

/** Transformer Engine, since 2023, cuts a product and the exchange around it into pieces that overlap; compilers do likewise. */
const piecesOverlap = 2023;

function piecewiseShare({ plan, constants }: Work): number {
  if (plan.tensorExposed || plan.year < piecesOverlap) return 0;
  return hiddenShare(constants.tensorHidden, constants.yearHidden, plan.year);
}
