import { describe, expect, it } from 'vitest';
import { parametersOf } from '../../src/models/parameters.ts';
import { inFlight, layerBytes, memoryUse, seenBy } from '../../src/training/memory.ts';
import { planOf } from '../../src/training/search.ts';
import { plainSoftware } from '../../src/training/software.ts';
import { layersOfStage } from '../../src/training/stage-memory.ts';
import { models, numbers, training } from './data.ts';

const model = models.get('megatron-22b')!;
const task = {
  model,
  machine: training.machines.get('a100-80')!,
  chips: 8,
  batch: 4,
  sequence: 2048,
  precision: 'bf16' as const,
  year: 2022,
};
const plan = planOf({ tensor: 8, pipeline: 1, context: 1, data: 1, expert: 1, microBatch: 4 }, task, '1f1b');

describe('activations', () => {
  it('of a layer are those of Korthikanti et al. 2022, table 2, within their dropout masks', () => {
    const [h, a, s, t] = [6144, 64, 2048, 8];
    const bytes = layerBytes(model, model.layers[0]!, plan);
    expect(bytes / ((h * (34 + (5 * a * s) / h)) / t)).toBeCloseTo(1, 1);
  });
  it('shrink with recomputation', () => {
    const of = (recompute: 'none' | 'selective' | 'half' | 'full') =>
      layerBytes(model, model.layers[0]!, { ...plan, recompute });
    expect(of('selective')).toBeLessThan(of('none'));
    expect(of('full')).toBeLessThan(of('selective'));
    expect(of('half')).toBeLessThan(of('none'));
  });
  it('of every second product are those that TorchTitan saves of Llama 3.1 8B', () => {
    const llama = models.get('llama-3.1-8b')!;
    const one = { ...plan, tensor: 1, sequenceParallel: false, attention: 'flash' as const };
    const kept = layerBytes(llama, llama.layers[0]!, { ...one, recompute: 'half' });
    // Input, queries, values, output of attention, one projection of the feed-forward part, and its output.
    expect(kept).toBe(2 * (4096 + 4096 + 1024 + 4096 + 14336 + 4096));
  });
  it('of experts that are done again are their input', () => {
    const qwen = models.get('qwen-3-235b-a22b')!;
    const again = { ...plainSoftware, expertsAgain: true };
    const of = (software = plainSoftware) =>
      layerBytes(qwen, qwen.layers[0]!, { ...plan, tensor: 4, attention: 'tuned', software });
    // Attention keeps 2 x 4,096 twice and its heads; experts only their 2 x 4,096 bytes of input.
    const attention = (4 * 4096 + 2 * (2 * 64 + 2 * 4) * 128) / 4;
    expect(of(again)).toBe(attention + (2 * 4096) / 4);
    expect(of(again)).toBeLessThan(0.4 * of());
  });
});

it('schedules keep what their papers say in flight', () => {
  const base = { stages: 8, microBatches: 64 };
  expect(inFlight({ schedule: '1f1b', chunks: 1 }, base, 0)).toBe(8);
  expect(inFlight({ schedule: '1f1b', chunks: 1 }, base, 7)).toBe(1);
  expect(inFlight({ schedule: 'gpipe', chunks: 1 }, base, 0)).toBe(64);
  expect(inFlight({ schedule: 'interleaved', chunks: 2 }, base, 0)).toBe(8 + 7 / 2);
  expect(inFlight({ schedule: 'dualpipe', chunks: 1 }, base, 0)).toBe(9);
});

it('sharing spreads the states over the copies', () => {
  const counts = parametersOf(model);
  const of = (shard: 0 | 1 | 2 | 3) =>
    memoryUse({
      model,
      counts,
      plan: { ...plan, tensor: 1, data: 8, microBatch: 1, batch: 8, shard },
      constants: numbers.memory,
    });
  expect(of(1).optimiser).toBeCloseTo(of(0).optimiser / 8, -3);
  expect(of(2).gradients).toBeCloseTo(of(0).gradients / 8, -3);
  expect(of(3).weights).toBeLessThan(of(0).weights);
  const parts = Object.entries(of(3)).filter(([name]) => name !== 'total');
  expect(parts.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeCloseTo(of(3).total, -1);
});

it('a measurement sees what is allocated, reserved, or all of the device', () => {
  const used = memoryUse({ model, counts: parametersOf(model), plan, constants: numbers.memory });
  const { overhead, total } = used;
  expect(seenBy('device', used, numbers.memory)).toBe(total);
  expect(seenBy('allocated', used, numbers.memory)).toBe(total - overhead);
  expect(seenBy('reserved', used, numbers.memory)).toBe(total - numbers.memory.runtime);
});

describe('stages', () => {
  const deepseek = models.get('deepseek-v3')!;
  const of = (stage?: number, pipeline = 16) => {
    const spread = { ...plan, tensor: 1, pipeline, data: 2, expert: 2, batch: 64, microBatch: 1 };
    const input = {
      model: deepseek,
      counts: parametersOf(deepseek),
      plan: spread,
      constants: numbers.memory,
    };
    return memoryUse(input, stage);
  };
  it('hold the layers that they hold: the first ones of DeepSeek-V3 have no experts', () => {
    expect(of(0).weights).toBeLessThan(0.2 * of(1).weights);
  });
  it.each([16, 32, 61])('of %i are compared: the fullest one is at least as full as each', (pipeline) => {
    const most = of(undefined, pipeline).total;
    for (let stage = 0; stage < pipeline; stage++) {
      expect(most).toBeGreaterThanOrEqual(of(stage, pipeline).total);
    }
  });
  it('share out all layers, the ends no more than the middle', () => {
    for (const [layers, count] of [
      [61, 16],
      [126, 8],
      [94, 8],
      [12, 12],
      [7, 4],
    ] as const) {
      const each = Array.from({ length: count }, (_, i) => layersOfStage(layers, count, i));
      expect(each.reduce((sum, one) => sum + one.count, 0)).toBe(layers);
      for (const [i, one] of each.entries()) {
        expect(one.from).toBe(each.slice(0, i).reduce((sum, before) => sum + before.count, 0));
      }
    }
  });
});

it('a module for a further token takes memory at the end of the pipeline: what joins it, embeddings, logits', () => {
  const of = (furtherTokens: number) => {
    const model = { ...models.get('deepseek-v3')!, furtherTokens };
    const spread = { ...plan, tensor: 1, pipeline: 16, data: 2, expert: 2, batch: 64, microBatch: 1 };
    return memoryUse({ model, counts: parametersOf(model), plan: spread, constants: numbers.memory }, 15);
  };
  const [none, one] = [of(0), of(1)];
  // Its layer takes the place of one of the model, which moves to the stage before.
  const [h, v] = [7168, 129280];
  expect(one.weights - none.weights).toBeCloseTo(2 * (v * h + 2 * h * h + 3 * h), -3);
  expect(one.buffers).toBeGreaterThan(1.5 * none.buffers);
});
