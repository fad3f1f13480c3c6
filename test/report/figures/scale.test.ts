import { expect, it } from 'vitest';
import { linear, logarithmic, roundEnds, roundValues } from '../../../src/report/figures/scale.ts';

it('leads ends to ends and the middle to the middle, by steps or by factors', () => {
  expect([0, 5, 10].map(linear([0, 10], [100, 300]))).toEqual([100, 200, 300]);
  const log = logarithmic([1, 100], [0, 2]);
  expect([1, 10, 100].map((value) => log(value))).toEqual(
    [0, 1, 2].map((value) => expect.closeTo(value, 12)),
  );
});

it('holds what is beyond its ends to them, none among it', () => {
  expect([-5, 50].map(linear([0, 10], [0, 1]))).toEqual([0, 1]);
  expect([0, 1e9].map(logarithmic([1, 100], [8, 2]))).toEqual([8, 2]);
  expect(linear([3, 3], [0, 1])(3)).toBe(0.5);
});

it('finds round values and round ends', () => {
  expect(roundValues([0, 97], 5)).toEqual([0, 20, 40, 60, 80]);
  expect(roundEnds([0, 97], 5)).toEqual([0, 100]);
});
