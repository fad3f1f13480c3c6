import { describe, expect, it } from 'vitest';
import { planFaults } from '../../src/training/check-plan.ts';
import { evaluate } from '../../src/training/evaluate.ts';
import { searchPlans } from '../../src/training/search.ts';
import { trainOn } from '../../src/training/train.ts';
import { models, numbers, training } from './data.ts';

const task = {
  model: models.get('gpt-3-175b')!,
  machine: training.machines.get('a100-80')!,
  chips: 64,
  batch: 128,
  sequence: 2048,
  precision: 'bf16' as const,
  year: 2024,
};
const found = searchPlans(task, numbers, { top: 5 });

describe('a search', () => {
  it('ranks its plans by the time that evaluating them alone gives', () => {
    for (const { plan, seconds, memory } of [...found.best, ...found.front]) {
      const { step, memory: used } = evaluate(task.model, plan, { machine: task.machine, numbers });
      expect(seconds).toBeCloseTo(step.total, 9);
      expect(memory / used.total).toBeCloseTo(1, 9);
      expect(planFaults(task.model, plan, task.chips)).toEqual([]);
    }
    const times = found.best.map(({ seconds }) => seconds);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  });

  it('finds nothing faster than its best by trying all plans of a part of the space one by one', () => {
    const space = { tensor: [8], microBatch: [1] };
    const part = searchPlans(task, numbers, { space, top: 1e5 });
    expect(part.best.length).toBe(part.fitting);
    expect(part.best[0]!.seconds).toBeGreaterThanOrEqual(found.best[0]!.seconds);
  });

  it('keeps a front on which faster plans need more memory', () => {
    for (const [i, one] of found.front.entries()) {
      const next = found.front[i + 1];
      if (next) expect(next.memory).toBeLessThan(one.memory);
      if (next) expect(next.seconds).toBeGreaterThan(one.seconds);
    }
  });

  it('stops when told to', () => {
    const { stopped, counted } = searchPlans(task, numbers, { watch: () => false });
    expect(stopped).toBe(true);
    expect(counted).toBeLessThan(found.counted);
  });

  it('tells the share of what it has looked at', () => {
    const shares: number[] = [];
    searchPlans(task, numbers, { watch: (share) => shares.push(share) > 0 });
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares.at(-1)).toBeGreaterThan(0.7);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it('moves states to the host only where it is told to, or where nothing fits without', () => {
    expect(found.best.every(({ plan }) => plan.hosted === undefined)).toBe(true);
    const group = { machine: training.machines.get('h100-sxm5')!, count: 8 };
    const big = { model: models.get('llama-3.1-70b')!, group, sequence: 4096, precision: 'bf16' as const };
    const { plan, found: all } = trainOn(big, training);
    expect(plan.hosted).toBeDefined();
    expect(all!.fitting).toBeGreaterThan(0);
    const roomy = { ...big, model: models.get('llama-3.1-8b')! };
    expect(trainOn(roomy, training).plan.hosted).toBeUndefined();
    expect(trainOn({ ...roomy, host: 'states' }, training).plan.hosted).toBeUndefined();
  });
});
