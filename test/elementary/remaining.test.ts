import { expect, test } from 'vitest';
import { remaining } from '../../src/elementary/remaining.ts';

test.each([
  [0.5, 3, 0.125],
  [0.25, 0, 1],
  [1, 0, 1],
  [1, 2.5, 0],
  [0, 1e9, 1],
  [1e-12, 1e12, Math.exp(-1)],
])('what is left when %d is taken %d times', (part, n, share) => {
  expect(remaining(part, n)).toBeCloseTo(share, 11);
});
