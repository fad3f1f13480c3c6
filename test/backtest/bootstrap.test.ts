import { expect, test } from 'vitest';
import { bootstrapMean } from '../../src/backtest/bootstrap.ts';

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
