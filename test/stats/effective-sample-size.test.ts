import { expect, it } from 'vitest';
import { effectiveSampleSize } from '../../src/stats/effective-sample-size.ts';

it('counts equal weights fully and one dominant weight once', () => {
  expect(effectiveSampleSize(5)).toBe(5);
  expect(effectiveSampleSize(3, { weights: Float64Array.of(1e-300, 0, 0) })).toBe(1);
  expect(effectiveSampleSize(2, { logWeights: Float64Array.of(-5000, -5000 + Math.log(3)) })).toBeCloseTo(
    16 / 10,
    12,
  );
});
