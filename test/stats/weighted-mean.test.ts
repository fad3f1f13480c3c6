import { expect, it } from 'vitest';
import { weightedCorrelation, weightedMean, weightedVariance } from '../../src/stats/weighted-mean.ts';

const x = Float64Array.of(1, 2, 4);
const weights = Float64Array.of(2, 1, 1);

it('equals the moments of the replicated column', () => {
  expect(weightedMean(x, { weights })).toBe(2);
  expect(weightedVariance(x, { weights })).toBe(1.5);
  const y = Float64Array.of(3, 1, 0);
  // Replicated: x 1,1,2,4 and y 3,3,1,0: covariance -1.5, variances 1.5 and 1.6875.
  expect(weightedCorrelation(x, y, { weights })).toBeCloseTo(-1.5 / Math.sqrt(1.5 * 1.6875), 12);
});

it('keeps a perfect correlation within one', () => {
  expect(
    weightedCorrelation(
      x,
      x.map((v) => 3 * v + 0.1),
    ),
  ).toBeCloseTo(1, 12);
  expect(
    weightedCorrelation(
      x,
      x.map((v) => 3 * v + 0.1),
    ),
  ).toBeLessThanOrEqual(1);
});

it('has no correlation with a constant', () => {
  expect(() => weightedCorrelation(x, Float64Array.of(0.1, 0.1, 0.1))).toThrow('ST-N056');
  expect(() => weightedCorrelation(x, Float64Array.of(1, 2))).toThrow('ST-N052');
});
