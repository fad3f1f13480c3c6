import { describe, expect, it } from 'vitest';
import { told, translationOf } from '../../src/errors/told.ts';
import { divisorsOf, planFaults } from '../../src/training/check-plan.ts';
import { planOf } from '../../src/training/search.ts';
import { models, training } from './data.ts';

const model = models.get('gpt-3-175b')!;
const task = {
  model,
  machine: training.machines.get('a100-80')!,
  chips: 64,
  batch: 64,
  sequence: 2048,
  precision: 'bf16' as const,
  year: 2024,
};
const outer = { tensor: 8, pipeline: 8, context: 1, data: 1, expert: 1, microBatch: 1 };
const good = planOf(outer, task, '1f1b');
const codes = (change: object) => planFaults(model, { ...good, ...change }, 64).map(({ code }) => code);

describe('a plan', () => {
  it('that fits its chips has no faults', () => expect(codes({})).toEqual([]));
  it.each([
    ['a product that is not the number of chips', { data: 2 }, 'ST-T004'],
    ['heads that do not divide', { tensor: 64, pipeline: 1 }, 'ST-T004'],
    ['more stages than layers', { pipeline: 64, tensor: 1, chunks: 3 }, 'ST-T004'],
    ['a batch that cannot be dealt', { batch: 63, microBatch: 2 }, 'ST-T005'],
    ['no chips', { tensor: 0 }, 'ST-T006'],
    ['half a chip', { pipeline: 0.5 }, 'ST-T006'],
    ['what is not a number', { batch: Number.NaN }, 'ST-T006'],
    ['absurd sizes', { sequence: 1e30 }, 'ST-T006'],
  ])('with %s is refused', (_, change, code) => expect(codes(change)).toContain(code));
  it('is refused with the nearest that would do', () => {
    const [fault] = planFaults(model, { ...good, batch: 63, microBatch: 2 }, 64);
    expect(fault!.fix).toBe('Write a batch of 62 or 64.');
  });
});

it('is told in Chinese throughout', async () => {
  const zh = await translationOf('zh-CN');
  const changes = [
    ...[{ data: 2 }, { tensor: 64, pipeline: 1 }, { pipeline: 64, tensor: 1, chunks: 3 }],
    ...[{ batch: 63, microBatch: 2 }, { tensor: 0 }, { context: 3 }, { expert: 5 }, { shardGroup: 3 }],
  ];
  for (const change of changes) {
    const faults = told(planFaults(model, { ...good, ...change }, 64), zh);
    expect(faults.length, JSON.stringify(change)).toBeGreaterThan(0);
    for (const { what, fix, english } of faults) {
      expect(english).toBeUndefined();
      expect(what).toMatch(/\p{Script=Han}/u);
      expect(fix).toMatch(/\p{Script=Han}/u);
    }
  }
});

it('divisors are in order', () => expect(divisorsOf(36)).toEqual([1, 2, 3, 4, 6, 9, 12, 18, 36]));
