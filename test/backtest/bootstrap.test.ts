import { expect, test } from 'vitest';
import { bootstrapMean, bootstrapSkill } from '../../src/backtest/bootstrap.ts';

test('the mean is that of all values, the interval that of resampled groups', () => {
  const groups = Array.from({ length: 40 }, (_, i) => [i % 2, i % 2]);
  const { value, low, high } = bootstrapMean(groups);
  expect(value).toBe(0.5);
  // Forty coins: the middle 90 % of the share of heads is 0.5 +- 1.645 x 0.079.
  expect(low).toBeGreaterThan(0.33);
  expect(low).toBeLessThan(0.42);
  expect(high).toBeGreaterThan(0.58);
  expect(high).toBeLessThan(0.67);
});

test('values of one group stay together', () => {
  const together = bootstrapMean([
    [0, 0, 0, 0],
    [1, 1, 1, 1],
  ]);
  expect([together.low, together.high]).toEqual([0, 1]);
});

test('is the same every time, and skips groups without a value', () => {
  const groups = [[0.2], [], [0.9, 0.1], [0.4]];
  expect(bootstrapMean(groups)).toEqual(bootstrapMean(groups));
  expect(bootstrapMean([[0.3], []])).toEqual({ value: 0.3, low: 0.3, high: 0.3 });
});

test('skill is one less the ratio of the sums, and moves with the hubs that are drawn', () => {
  const hub = (score: number, climate: number) => [{ score, climate }];
  const { value, low, high } = bootstrapSkill([hub(0.1, 0.2), hub(0.1, 0.4), [], hub(0.4, 0.4)]);
  expect(value).toBeCloseTo(1 - 0.6 / 1, 12);
  // The hubs' own skills are 0.5, 0.75 and 0; one draw in 27 is of the last alone.
  expect(low).toBeGreaterThan(0);
  expect(low).toBeLessThan(0.15);
  expect(high).toBeGreaterThan(value);
  const alike = bootstrapSkill([hub(0.1, 0.2), hub(0.2, 0.4)]);
  expect([alike.low, alike.high]).toEqual([0.5, 0.5]);
});
