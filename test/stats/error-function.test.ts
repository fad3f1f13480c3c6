import { expect, test } from 'vitest';
import { erfc } from '../../src/stats/error-function.ts';

/** Of C's erfc, by Python's math module. */
const published = [
  [0, 1.0],
  [0.1, 0.8875370839817152],
  [0.25, 0.7236736098317631],
  [0.5, 0.4795001221869535],
  [0.84375, 0.23277433876765835],
  [1, 0.15729920705028513],
  [1.2, 0.08968602177036465],
  [1.25, 0.07709987174354177],
  [2, 0.004677734981047265],
  [2.857142857142857, 5.331231138832279e-5],
  [3, 2.2090496998585438e-5],
  [5, 1.5374597944280351e-12],
  [10, 2.088487583762545e-45],
  [20, 5.3958656116079005e-176],
  [26, 5.663192408856143e-296],
] as const;

test.each(published)('erfc(%d) is that of the C library to 1e-13', (x, value) => {
  expect(Math.abs(erfc(x) / value - 1)).toBeLessThan(1e-13);
});

test('falls without a jump where one approximation follows another', () => {
  for (const x of [0.25, 0.84375, 1.25, 1 / 0.35]) {
    const [before, after] = [erfc(x * (1 - 1e-13)), erfc(x)];
    expect(before).toBeGreaterThanOrEqual(after);
    expect(before / after - 1).toBeLessThan(1e-11);
  }
  expect(erfc(Number.POSITIVE_INFINITY)).toBe(0);
});
