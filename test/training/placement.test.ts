import { describe, expect, it } from 'vitest';
import { parametersOf } from '../../src/models/parameters.ts';
import { densest, headOf, placementOf, sharedBy, updatedBy } from '../../src/training/placement.ts';
import { planOf } from '../../src/training/search.ts';
import { models, training } from './data.ts';

const model = models.get('deepseek-v3')!;
const task = {
  model,
  machine: training.machines.get('h800-sxm')!,
  chips: 2048,
  batch: 15360,
  sequence: 4096,
  precision: 'fp8' as const,
  year: 2025,
};
const plan = planOf(
  { tensor: 1, pipeline: 16, context: 1, data: 128, expert: 64, microBatch: 1 },
  task,
  '1f1b',
);

describe('parameters on a chip', () => {
  const counts = parametersOf(model);

  it('are all of the model and of its module for a further token, shared out', () => {
    const placed = placementOf(counts, plan);
    const layers = 16 * (placed.dense + 64 * placed.experts);
    expect(layers).toBeCloseTo(counts.layers + counts.further.dense + counts.further.experts, -3);
  });

  it('hold a copy of the embedding table at the end where a module reads it there', () => {
    expect(headOf(counts, { pipeline: 16 })).toBe(counts.head + counts.embedding);
    expect(headOf(counts, { pipeline: 1 })).toBe(counts.head);
    expect(headOf(parametersOf({ ...model, furtherTokens: 0 }), { pipeline: 16 })).toBe(counts.head);
  });

  it('are most where the larger end lies, or both on one stage', () => {
    const placed = placementOf(counts, plan);
    expect(densest(placed, plan) - placed.dense).toBe(placed.head);
    expect(densest(placed, { pipeline: 1 }) - placed.dense).toBe(placed.embedding + placed.head);
  });
});

describe('parameters that a chip updates', () => {
  const shared = { dense: 800, experts: 640, denseGroup: 16, expertGroup: 4 };

  it('are all of its own where nothing is shared', () => {
    expect(updatedBy(shared, { shard: 0, shardGroup: 0 })).toBe(1440);
  });

  it('are its share among all copies, those of experts among fewer', () => {
    expect(updatedBy(shared, { shard: 1, shardGroup: 8 })).toBe(800 / 16 + 640 / 4);
  });

  it('are its share in a group where weights are shared in groups', () => {
    expect(updatedBy(shared, { shard: 3, shardGroup: 2 })).toBe(800 / 2 + 640 / 2);
    expect(updatedBy(shared, { shard: 3, shardGroup: 8 })).toBe(800 / 8 + 640 / 4);
    expect(sharedBy(shared)).toBe(updatedBy(shared, { shard: 3, shardGroup: 0 }));
  });
});
