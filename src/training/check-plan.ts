import { error, type Fault } from '../errors/fault.ts';
import { type Architecture, layerCount } from '../models/architecture.ts';
import type { Plan } from './plan.ts';

const most = 1e9;

/** Fields of a plan that are whole numbers, as messages call them. */
const counted = {
  tensor: 'tensor degree',
  pipeline: 'pipeline degree',
  chunks: 'number of pieces a stage',
  data: 'number of copies',
  context: 'context degree',
  expert: 'expert degree',
  expertTensor: 'tensor degree of experts',
  microBatch: 'micro-batch',
  batch: 'batch',
  sequence: 'sequence',
} as const;

/**
 * Everything that makes a plan impossible for a model on some chips: ST-T006 for sizes that are no whole numbers, ST-T004
 * for degrees that do not divide what they split, ST-T005 for a batch that copies cannot share equally.
 */
export function planFaults(model: Architecture, plan: Plan, chips: number): Fault[] {
  const sizes = (Object.keys(counted) as (keyof typeof counted)[]).flatMap((field) => {
    const value = plan[field];
    if (Number.isInteger(value) && value >= 1 && value <= most) return [];
    const what = `The ${counted[field]} is ${String(value)}.`;
    return [error('ST-T006', what, `Write a whole number from 1 to 1e9.`)];
  });
  if (sizes.length > 0) return sizes;
  return [...degreeFaults(model, plan, chips), ...batchFaults(plan)];
}

function degreeFaults(model: Architecture, plan: Plan, chips: number): Fault[] {
  const { tensor, pipeline, data, context, expert, expertTensor, chunks } = plan;
  const faults: Fault[] = [];
  const impossible = (what: string, fix: string) => faults.push(error('ST-T004', what, fix));
  const product = tensor * pipeline * data * context;
  if (product !== chips) {
    const rest = chips / (tensor * pipeline * context);
    const fix = Number.isInteger(rest)
      ? `Write dp ${rest}.`
      : `Choose degrees whose product divides ${chips}.`;
    impossible(
      `tp ${tensor} x pp ${pipeline} x cp ${context} x dp ${data} is ${product} chips, not ${chips}.`,
      fix,
    );
  }
  // The embedding table and the output layer may stand for a layer each.
  const layers = layerCount(model) + 2;
  if (pipeline * chunks > layers) {
    const what = `${pipeline} stages of ${chunks} pieces need more than the ${layers - 2} layers of ${model.name}.`;
    impossible(what, `Choose at most ${layers} pieces in all.`);
  }
  for (const { mixer, feedForward } of model.layers) {
    const heads = mixer && 'heads' in mixer ? mixer.heads : undefined;
    if (heads !== undefined && heads % tensor !== 0) {
      impossible(`${heads} heads cannot be split over tp ${tensor}.`, nearest(heads, tensor, 'tp'));
      break;
    }
    if (feedForward?.kind === 'experts' && feedForward.experts % expert !== 0) {
      const { experts } = feedForward;
      impossible(`${experts} experts cannot be spread over ep ${expert}.`, nearest(experts, expert, 'ep'));
      break;
    }
  }
  const spread = data * context * tensor;
  if (spread % (expert * expertTensor) !== 0) {
    const what = `ep ${expert} x etp ${expertTensor} does not divide the ${spread} chips of a stage.`;
    impossible(what, nearest(spread / expertTensor, expert, 'ep'));
  }
  // Parts of a sequence within a tensor group are padded, as PaLM's twelve are (arXiv 2204.02311); those of a context group are not.
  if (plan.sequence % context !== 0) {
    impossible(
      `A sequence of ${plan.sequence} tokens cannot be split over cp ${context}.`,
      'Choose a power of two.',
    );
  }
  if (plan.shardGroup > 0 && data % plan.shardGroup !== 0) {
    impossible(
      `${data} copies cannot share in groups of ${plan.shardGroup}.`,
      nearest(data, plan.shardGroup, 'a group of'),
    );
  }
  return faults;
}

/** The divisors of a number on both sides of what was wanted. */
function nearest(whole: number, wanted: number, name: string): string {
  const divisors = divisorsOf(whole);
  const below = divisors.filter((one) => one < wanted).at(-1);
  const above = divisors.find((one) => one > wanted);
  return `Write ${name} ${[below, above].filter((one) => one !== undefined).join(' or ')}.`;
}

/** The divisors of a whole number, in order. */
export function divisorsOf(whole: number): number[] {
  const small: number[] = [];
  const large: number[] = [];
  for (let one = 1; one * one <= whole; one++) {
    if (whole % one !== 0) continue;
    small.push(one);
    if (one * one !== whole) large.unshift(whole / one);
  }
  return [...small, ...large];
}

function batchFaults({ batch, data, microBatch, pipeline, schedule }: Plan): Fault[] {
  const count = batch / (data * microBatch);
  if (Number.isInteger(count)) {
    if (schedule !== 'interleaved' || count % pipeline === 0 || count > pipeline) return [];
    const what = `${count} micro-batches cannot be interleaved over ${pipeline} stages.`;
    return [error('ST-T005', what, `Choose a batch of at least ${data * microBatch * pipeline} sequences.`)];
  }
  const step = data * microBatch;
  const below = Math.floor(batch / step) * step;
  const what = `A batch of ${batch} sequences cannot be dealt to ${data} copies in micro-batches of ${microBatch}.`;
  const fix = `Write a batch of ${[below, below + step].filter((one) => one > 0).join(' or ')}.`;
  return [error('ST-T005', what, fix)];
}
