import { describe, expect, it } from 'vitest';
import { parametersOf } from '../../src/models/parameters.ts';
import { inFlight, layerBytes, memoryUse } from '../../src/training/memory.ts';
import { planOf } from '../../src/training/search.ts';
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
    expect(of('half')).toBe(of('none') / 2);
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
