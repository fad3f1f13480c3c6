import { describe, expect, it } from 'vitest';
import { findModel } from '../../src/models/find.ts';
import { aged, type LayerPlan, layerTime } from '../../src/training/layer.ts';
import { models, training } from './data.ts';

const { constants, machines } = training;
const qwen = findModel(models, 'qwen3-30b-a3b')!;
const plan: LayerPlan = {
  tensor: 1,
  context: 1,
  expert: 8,
  expertTensor: 1,
  chunks: 1,
  microBatch: 1,
  sequence: 4096,
  precision: 'bf16',
  sequenceParallel: false,
  attention: 'tuned',
  fused: true,
  expertOverlap: false,
  dropsTokens: false,
  year: 2026,
};
const layer = (change: Partial<LayerPlan> = {}, chip = 'gb200') =>
  layerTime(qwen, qwen.layers.at(-1)!, {
    plan: { ...plan, ...change },
    machine: machines.get(chip)!,
    constants,
  });

describe('a layer of experts', () => {
  it('waits for its host, less from recorded graphs, not at all when the whole step is one', () => {
    const host = (graphs?: 'part' | 'full') => layer(graphs ? { graphs } : {}).forward.host;
    expect(host()).toBeGreaterThan(host('part'));
    expect(host('part')).toBeGreaterThan(0);
    expect(host('full')).toBe(0);
  });

  it('waits longer the more experts a chip holds', () => {
    expect(layer({ expert: 1 }).forward.host).toBeGreaterThan(layer({ expert: 128 }).forward.host);
  });

  it('never waits on a TPU, whose compiler makes one program of a step', () => {
    expect(layer({}, 'tpu-v5p').forward.host).toBe(0);
  });
});

it('software gets better from 2023 on, and is not slower before', () => {
  expect(aged(0.3, 2026)).toBeLessThan(aged(0.3, 2024));
  expect(aged(0.3, 2020)).toBe(aged(0.3, 2023));
});
