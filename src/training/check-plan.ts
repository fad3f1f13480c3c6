import { error, type Fault } from '../errors/fault.ts';
import { either, type Message, say, type Value } from '../errors/message.ts';
import { type Architecture, layerCount } from '../models/architecture.ts';
import type { Plan } from './plan.ts';

const most = 1e9;

/** Fields of a plan that are whole numbers, as messages call them. */
const counted = {
  tensor: say('tensor degree'),
  pipeline: say('pipeline degree'),
  chunks: say('number of pieces a stage'),
  data: say('number of copies'),
  context: say('context degree'),
  expert: say('expert degree'),
  expertTensor: say('tensor degree of experts'),
  microBatch: say('micro-batch'),
  batch: say('batch'),
  sequence: say('sequence'),
} as const;

/**
 * Everything that makes a plan impossible for a model on some chips: ST-T006 for sizes that are no whole numbers, ST-T004
 * for degrees that do not divide what they split, ST-T005 for a batch that copies cannot share equally.
 */
export function planFaults(model: Architecture, plan: Plan, chips: number): Fault[] {
  const sizes = (Object.keys(counted) as (keyof typeof counted)[]).flatMap((field) => {
    const value = plan[field];
    if (Number.isInteger(value) && value >= 1 && value <= most) return [];
    const what = say('The {name} is {value}.', { name: counted[field], value: String(value) });
    return [
      error('ST-T006', what, say('Write a whole number from {least} to {most}.', { least: 1, most: '1e9' })),
    ];
  });
  if (sizes.length > 0) return sizes;
  return [...degreeFaults(model, plan, chips), ...batchFaults(plan)];
}

function degreeFaults(model: Architecture, plan: Plan, chips: number): Fault[] {
  const { tensor, pipeline, data, context, expert, expertTensor, chunks } = plan;
  const faults: Fault[] = [];
  const impossible = (what: Message, fix: Message) => faults.push(error('ST-T004', what, fix));
  const product = tensor * pipeline * data * context;
  if (product !== chips) {
    const rest = chips / (tensor * pipeline * context);
    const fix = Number.isInteger(rest)
      ? say('Write {degrees}.', { degrees: `dp ${rest}` })
      : say('Choose degrees whose product divides {chips}.', { chips });
    impossible(
      say('{degrees} is {product} chips, not {chips}.', {
        degrees: `tp ${tensor} x pp ${pipeline} x cp ${context} x dp ${data}`,
        ...{ product, chips },
      }),
      fix,
    );
  }
  // The embedding table and the output layer may stand for a layer each.
  const layers = layerCount(model) + 2;
  if (pipeline * chunks > layers) {
    const what = say('{pipeline} stages of {chunks} pieces need more than the {layers} layers of {model}.', {
      ...{ pipeline, chunks },
      ...{ layers: layers - 2, model: model.name },
    });
    impossible(what, say('Choose at most {layers} pieces in all.', { layers }));
  }
  for (const { mixer, feedForward } of model.layers) {
    const heads = mixer && 'heads' in mixer ? mixer.heads : undefined;
    if (heads !== undefined && heads % tensor !== 0) {
      impossible(
        say('{heads} heads cannot be split over tp {tensor}.', { heads, tensor }),
        nearest(heads, tensor, 'tp'),
      );
      break;
    }
    if (feedForward?.kind === 'experts' && feedForward.experts % expert !== 0) {
      const { experts } = feedForward;
      impossible(
        say('{experts} experts cannot be spread over ep {expert}.', { experts, expert }),
        nearest(experts, expert, 'ep'),
      );
      break;
    }
  }
  const spread = data * context * tensor;
  if (spread % (expert * expertTensor) !== 0) {
    const what = say('{degrees} does not divide the {chips} chips of a stage.', {
      degrees: `ep ${expert} x etp ${expertTensor}`,
      chips: spread,
    });
    impossible(what, nearest(spread / expertTensor, expert, 'ep'));
  }
  // Parts of a sequence within a tensor group are padded, as PaLM's twelve are (arXiv 2204.02311); those of a context group are not.
  if (plan.sequence % context !== 0) {
    impossible(
      say('A sequence of {tokens} tokens cannot be split over cp {context}.', {
        ...{ tokens: plan.sequence, context },
      }),
      say('Choose a power of two.'),
    );
  }
  if (plan.shardGroup > 0 && data % plan.shardGroup !== 0) {
    impossible(
      say('{data} copies cannot share in groups of {group}.', { data, group: plan.shardGroup }),
      nearest(data, plan.shardGroup, say('a group of')),
    );
  }
  return faults;
}

/** The divisors of a number on both sides of what was wanted. */
function nearest(whole: number, wanted: number, name: Value): Message {
  const divisors = divisorsOf(whole);
  const below = divisors.filter((one) => one < wanted).at(-1);
  const above = divisors.find((one) => one > wanted);
  return say('Write {name} {values}.', {
    name,
    values: either([below, above].filter((one) => one !== undefined)),
  });
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
    const what = say('{count} micro-batches cannot be interleaved over {pipeline} stages.', {
      ...{ count, pipeline },
    });
    const least = data * microBatch * pipeline;
    return [error('ST-T005', what, say('Choose a batch of at least {least} sequences.', { least }))];
  }
  const step = data * microBatch;
  const below = Math.floor(batch / step) * step;
  const what = say(
    'A batch of {batch} sequences cannot be dealt to {data} copies in micro-batches of {microBatch}.',
    { batch, data, microBatch },
  );
  const fix = say('Write a batch of {values}.', {
    values: either([below, below + step].filter((one) => one > 0)),
  });
  return [error('ST-T005', what, fix)];
}
