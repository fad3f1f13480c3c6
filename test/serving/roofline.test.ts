import { describe, expect, it } from 'vitest';
import { rooflineOf } from '../../src/serving/roofline.ts';
import { machines, models, shared, taskOf } from './known.ts';

const task = taskOf('llama-3.1-70b', { chip: 'h100-sxm5', count: 8 }, [1000, 500]);

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
  it('is not passed by a model of experts, of which a small batch visits few', () => {
    const placement = { ...shared, tensor: 8 };
    const machine = machines.get('h20')!;
    const few = rooflineOf({ ...task, model: models.get('deepseek-v3')!, machine }, placement);
    expect(few.length).toBeGreaterThan(2);
    for (const { rate, memory, compute } of few) expect(rate).toBeLessThan(Math.min(memory, compute));
  });
  it('is empty where nothing fits', () => {
    expect(rooflineOf({ ...task, model: models.get('llama-3.1-405b')! }, { ...shared, tensor: 1 })).toEqual(
      [],
    );
  });
});
