import { describe, expect, it } from 'vitest';
import { rooflineOf } from '../../src/serving/roofline.ts';
import { servingTask } from '../../src/serving/serve.ts';
import { knowledge, machines, models, shared } from './known.ts';

const task = servingTask(
  {
    model: models.get('llama-3.1-70b')!,
    group: { machine: machines.get('h100-sxm5')!, count: 8 },
    load: { inputTokens: 1000, outputTokens: 500 },
  },
  knowledge,
);

describe('a roofline', () => {
  const points = rooflineOf(task, { ...shared, tensor: 4 });
  it('ends with the most sequences that fit, and rises', () => {
    expect(points.length).toBeGreaterThan(3);
    points.slice(1).forEach(({ rate }, i) => {
      expect(rate).toBeGreaterThan(points[i]!.rate);
    });
  });
  it('has a memory limit that small batches meet in proportion', () => {
    expect(points[1]!.memory / points[0]!.memory).toBeGreaterThan(1.8);
    expect(points[0]!.compute).toBe(points[1]!.compute);
  });
  it('is empty where nothing fits', () => {
    expect(rooflineOf({ ...task, model: models.get('llama-3.1-405b')! }, { ...shared, tensor: 1 })).toEqual(
      [],
    );
  });
});
