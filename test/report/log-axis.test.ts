import fc from 'fast-check';
import { expect, it } from 'vitest';
import { logAxis } from '../../src/report/log-axis.ts';

it('spans whole decades around the values', () => {
  const axis = logAxis([1200, 58_000]);
  expect(axis.decades).toEqual([1000, 10_000, 100_000]);
  expect(axis.position(1000)).toBe(0);
  expect(axis.position(10_000)).toBeCloseTo(0.5, 12);
  expect(axis.position(100_000)).toBe(1);
});

it('keeps a decade where all values are one power of ten', () => {
  expect(logAxis([1000]).decades).toEqual([100, 1000]);
});

it('ignores what is nothing and shows five decades at most', () => {
  expect(logAxis([0, 0.2, 40, 2000], 1).decades).toEqual([10, 100, 1000, 10_000]);
  expect(logAxis([1e-9, 1]).decades).toHaveLength(6);
});

it('has an axis even for no values', () => {
  expect(logAxis([]).decades).toEqual([1, 10]);
});

it('places every value between 0 and 1, in order', () => {
  const value = fc.double({ min: 1e-12, max: 1e30, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), value, value, (values, p, q) => {
      const { position } = logAxis(values);
      const [low, high] = [position(Math.min(p, q)), position(Math.max(p, q))];
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(high);
    }),
  );
});
