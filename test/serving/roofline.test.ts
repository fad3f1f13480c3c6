import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../src/serving/formats.ts';
import { arithmeticSeconds, rooflineOf } from '../../src/serving/roofline.ts';
import { machines, models, shared, spread, taskOf } from './known.ts';

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
  it('counts absorbed attention in the format it runs in, as one can do by hand', () => {
    const [model, machine] = [models.get('deepseek-v3')!, machines.get('h20')!];
    const seconds = arithmeticSeconds(
      { model, machine, context: 4608 },
      { formats: formatsFor(model, 'fp8') },
    );
    // Matrices of DeepSeek-V3 are 71.4 GFLOP a token at 296 TFLOP/s, its output layer 1.85 at 148; 128 heads multiply with
    // 512 + 512 + 64 numbers of each of 4,608 tokens in each of 61 layers, at 148.
    const attention = 61 * 2 * 128 * (2 * 512 + 64) * 4608;
    expect(attention).toBeCloseTo(78.3e9, -8);
    expect(1 / seconds).toBeCloseTo(1 / (71.4e9 / 296e12 + (1.85e9 + attention) / 148e12), -0.5);
    expect(1 / seconds).toBeGreaterThan(1270);
    expect(1 / seconds).toBeLessThan(1290);
  });
  it('is not passed where tokens are guessed ahead, of which a step writes several', () => {
    const guessed = { ...spread, guessed: 2, accepted: 0.8, engine: 'own' as const };
    const task = taskOf('deepseek-v3', { chip: 'h800-sxm', count: 16 }, [4096, 1024]);
    const [none] = rooflineOf(task, spread);
    const points = rooflineOf(task, guessed);
    for (const { rate, memory, compute } of points) expect(rate).toBeLessThan(Math.min(memory, compute));
    // Three are computed for the 1 + 0.8 + 0.64 that are kept.
    expect(points[0]!.compute / none!.compute).toBeCloseTo(2.44 / 3, 10);
  });
});
