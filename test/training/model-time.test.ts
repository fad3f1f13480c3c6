import { describe, expect, it } from 'vitest';
import { findModel } from '../../src/models/find.ts';
import type { LayerPlan } from '../../src/training/layer-work.ts';
import { modelTime } from '../../src/training/model-time.ts';
import { type Framework, plainSoftware } from '../../src/training/software.ts';
import { models, training } from './data.ts';

const { constants, machines } = training;
const llama = findModel(models, 'llama-3.1-8b')!;
const planFor = (framework: Framework, year = 2025): LayerPlan => ({
  tensor: 1,
  context: 1,
  expert: 1,
  expertTensor: 1,
  chunks: 1,
  microBatch: 1,
  sequence: 8192,
  precision: 'bf16',
  sequenceParallel: false,
  attention: 'flash',
  fused: true,
  expertOverlap: false,
  dropsTokens: false,
  year,
  software: { ...plainSoftware, framework },
});
const made = (framework: Framework, year = 2025) =>
  modelTime(llama, { plan: planFor(framework, year), machine: machines.get('h100-sxm5')!, constants });

describe('repeating a layer', () => {
  it('takes the whole forward pass in Megatron', () => {
    const { again, forwardSum } = made('megatron');
    expect(again.full).toBe(forwardSum);
  });

  it('leaves out the last product in JAX, and in PyTorch since the end of 2023', () => {
    for (const framework of ['jax', 'torch'] as const) {
      const { again, forwardSum } = made(framework);
      expect(again.full).toBeLessThan(0.9 * forwardSum);
      expect(again.full).toBeGreaterThan(0.5 * forwardSum);
    }
    const early = made('torch', 2023);
    expect(early.again.full).toBe(early.forwardSum);
  });
});

describe('predicting a further token', () => {
  it('takes a layer more, a product, and the output layer again', () => {
    const plain = { ...llama, furtherTokens: 0 };
    const on = { plan: planFor('megatron'), machine: machines.get('h100-sxm5')!, constants };
    const [without, one] = [0, 1].map((furtherTokens) => modelTime({ ...plain, furtherTokens }, on));
    expect(one!.layers).toBe(without!.layers + 1);
    expect(one!.head.forward).toBeCloseTo(2 * without!.head.forward, 12);
    const layer = without!.forwardSum / without!.layers;
    expect(one!.forwardSum - without!.forwardSum).toBeGreaterThan(layer);
    expect(one!.forwardSum - without!.forwardSum).toBeLessThan(1.5 * layer);
  });
});
