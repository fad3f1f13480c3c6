import type { Architecture } from '../models/architecture.ts';
import { furtherLayers } from '../models/further.ts';
import type { Constants } from './constants.ts';
import { gemmTime } from './gemm.ts';
import { layerTime, passSum } from './layer.ts';
import type { LayerPlan, LayerTime, PassTime } from './layer-work.ts';
import { type Machine, productChip } from './machine.ts';

/** Seconds of one micro-batch through all layers of a model, on the chips of one stage after another. */
export interface ModelTime {
  /** Both passes of all layers, by what takes the time; `host` is what waits for the host besides. */
  forward: PassTime;
  backward: PassTime;
  /** Sums of the passes. */
  forwardSum: number;
  backwardSum: number;
  /** What recomputation adds to the backward pass. */
  again: { selective: number; half: number; full: number };
  /** Output layer and loss, both passes. */
  head: { forward: number; backward: number };
  layers: number;
}

/** Time of a whole model for one micro-batch; what a search computes once for many plans. */
export function modelTime(
  model: Architecture,
  on: { plan: LayerPlan; machine: Machine; constants: Constants },
): ModelTime {
  const forward = empty();
  const backward = empty();
  let [forwardSum, backwardSum, selective, last, spared, layers] = [0, 0, 0, 0, 0, 0];
  for (const run of model.layers) {
    const time = layerTime(model, run, on);
    add(forward, time.forward, run.count);
    add(backward, time.backward, run.count);
    forwardSum += run.count * passSum(time.forward);
    backwardSum += run.count * passSum(time.backward);
    selective += run.count * time.again;
    last += run.count * time.last;
    spared += run.count * time.spared;
    layers += run.count;
  }
  const further = model.furtherTokens;
  const head = headTime(model, on);
  if (further > 0) {
    const { time, mix } = furtherTime(model, on);
    add(forward, time.forward, further);
    add(backward, time.backward, further);
    forwardSum += further * (passSum(time.forward) + mix);
    backwardSum += further * (passSum(time.backward) + 2 * mix);
    forward.gemm += further * mix;
    backward.gemm += 2 * further * mix;
    selective += further * time.again;
    layers += further;
  }
  return {
    forward,
    backward,
    forwardSum,
    backwardSum,
    again: { selective, half: forwardSum / 2, full: forwardSum - spared - (stopsEarly(on.plan) ? last : 0) },
    head: { forward: (1 + further) * head.forward, backward: (1 + further) * head.backward },
    layers,
  };
}

/** PyTorch 2.1, of October 2023: torch.utils.checkpoint stops early unless told otherwise (set_checkpoint_early_stop). */
const torchStopsEarly = 2023.8;

/**
 * Compilers of whole programs, and PyTorch's checkpoints since the end of 2023, stop repeating a layer once all that its
 * backward pass needs is there again; Megatron and DeepSpeed repeat it to its end.
 */
function stopsEarly({ software, year }: LayerPlan): boolean {
  return software?.framework === 'jax' || (software?.framework === 'torch' && year > torchStopsEarly);
}

/**
 * What a module that predicts a further token takes: a layer, and a product that joins a state with the
 * embedding of the next token; its output layer is that of the model (DeepSeek-V3, arXiv 2412.19437, section 2.2).
 */
function furtherTime(
  model: Architecture,
  on: { plan: LayerPlan; machine: Machine; constants: Constants },
): { time: LayerTime; mix: number } {
  const { plan, machine, constants } = on;
  const tokens = (plan.microBatch * plan.sequence) / plan.context;
  const family = constants.family[machine.family] ?? constants.family.other!;
  const chip = productChip(machine, machine.peak.bf16);
  const curve = { ...machine.large.bf16, loss: family.gemm };
  const shape = { m: tokens, n: model.hidden / plan.tensor, k: 2 * model.hidden, each: 2 };
  return { time: layerTime(model, furtherLayers(model)[0]!, on), mix: gemmTime(chip, curve, shape) };
}

function empty(): PassTime {
  return { gemm: 0, attention: 0, memory: 0, tensor: 0, context: 0, expert: 0, host: 0 };
}

const parts = ['gemm', 'attention', 'memory', 'tensor', 'context', 'expert'] as const;

function add(sum: PassTime, one: PassTime, count: number): void {
  for (const part of parts) sum[part] += count * one[part];
  const chip = parts.reduce((all, part) => all + one[part], 0);
  sum.host += count * (passSum(one) - chip);
}

/** The output layer in BF16, and the softmax over the vocabulary in four bytes. */
function headTime(
  model: Architecture,
  { plan, machine, constants }: { plan: LayerPlan; machine: Machine; constants: Constants },
): { forward: number; backward: number } {
  const tokens = (plan.microBatch * plan.sequence) / plan.context;
  const family = constants.family[machine.family] ?? constants.family.other!;
  const chip = productChip(machine, machine.peak.bf16);
  const [m, n, k] = [tokens, model.vocab / plan.tensor, model.hidden];
  const curve = { ...machine.large.bf16, loss: family.gemm };
  const product = (a: number, b: number, c: number) => gemmTime(chip, curve, { m: a, n: b, k: c, each: 2 });
  const loss = (12 * tokens * n * constants.traffic) / machine.bandwidth;
  return { forward: product(m, n, k) + loss, backward: product(m, k, n) + product(k, n, m) + loss };
}
