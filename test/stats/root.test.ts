import { expect, it } from 'vitest';
import { findRoot } from '../../src/stats/root.ts';

it('finds roots of smooth, flat and steep functions', () => {
  expect(findRoot((x) => x ** 3 - 2, [0, 2])).toBeCloseTo(2 ** (1 / 3), 12);
  expect(findRoot((x) => Math.cos(x) - x, [1, 0])).toBeCloseTo(0.7390851332151607, 12);
  expect(findRoot((x) => (x - 1e-8) ** 5, [-1, 3])).toBeCloseTo(1e-8, 3);
  expect(findRoot((x) => Math.atan(1e9 * (x - 0.3)), [0, 1])).toBeCloseTo(0.3, 12);
});

it('copes with infinite values', () => {
  expect(findRoot((x) => Math.log(x), [0, 8])).toBeCloseTo(1, 12);
  expect(findRoot((x) => (x < 5 ? Number.NEGATIVE_INFINITY : 1), [0, 8])).toBeCloseTo(5, 10);
});

it('returns an end that is a root, and needs a sign change', () => {
  expect(findRoot((x) => x, [0, 1])).toBe(0);
  expect(() => findRoot((x) => x * x + 1, [-1, 1])).toThrow('ST-N063');
  expect(() => findRoot(() => Number.NaN, [-1, 1])).toThrow('ST-N063');
});

it('needs far fewer evaluations than bisection', () => {
  let calls = 0;
  findRoot(
    (x) => {
      calls++;
      return Math.exp(x) - 3;
    },
    [0, 10],
  );
  expect(calls).toBeLessThan(15);
});
