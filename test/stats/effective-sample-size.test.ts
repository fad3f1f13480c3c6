import { expect, it } from 'vitest';
import { effectiveSampleSize, meanPrecision } from '../../src/stats/effective-sample-size.ts';

it('counts equal weights fully and one dominant weight once', () => {
  expect(effectiveSampleSize(5)).toBe(5);
  expect(effectiveSampleSize(3, { weights: Float64Array.of(1e-300, 0, 0) })).toBe(1);
  expect(effectiveSampleSize(2, { logWeights: Float64Array.of(-5000, -5000 + Math.log(3)) })).toBeCloseTo(
    16 / 10,
    12,
  );
});

it('gives the textbook error of a plain mean', () => {
  const values = Float64Array.of(1, 2, 3, 6);
  const { mean, standardError, effectiveSampleSize: size } = meanPrecision(values);
  expect(mean).toBe(3);
  expect(standardError).toBeCloseTo(Math.sqrt(14 / 4 / 4), 12);
  expect(size).toBeCloseTo(4, 12);
});

it('gives the delta-method error of a weighted mean', () => {
  const values = Float64Array.of(0, 10);
  const {
    mean,
    standardError,
    effectiveSampleSize: size,
  } = meanPrecision(values, { weights: Float64Array.of(3, 1) });
  expect(mean).toBeCloseTo(2.5, 12);
  // 0.75^2 * 2.5^2 + 0.25^2 * 7.5^2 = 7.03125; variance 18.75
  expect(standardError ** 2).toBeCloseTo(7.03125, 12);
  expect(size).toBeCloseTo(18.75 / 7.03125, 12);
});

it('finds a constant column exactly known', () => {
  expect(meanPrecision(Float64Array.of(4, 4), { weights: Float64Array.of(3, 1) })).toEqual({
    mean: 4,
    standardError: 0,
    effectiveSampleSize: 2,
  });
});
