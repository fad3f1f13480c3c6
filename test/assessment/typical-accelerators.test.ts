import { expect, it } from 'vitest';
import { planRun } from '../../src/assessment/plan.ts';
import { typicalAccelerators } from '../../src/assessment/typical-accelerators.ts';
import { world, yards } from './hubs.ts';

const plan = planRun(yards, world);
const [named, legal, domestic] = typicalAccelerators(plan);

it('are the named chip, and means over the kinds on offer', () => {
  expect(named.peak).toBeCloseTo(989.5e12, 0);
  for (const substitute of [legal, domestic]) {
    expect(substitute.peak).toBeLessThan(named.peak);
    expect(substitute.ratedW).toBeGreaterThan(300);
  }
});

it('are remembered for a plan', () => {
  expect(typicalAccelerators(plan)).toBe(typicalAccelerators(plan));
});
