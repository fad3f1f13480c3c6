import { describe, expect, it } from 'vitest';
import {
  addFeature,
  coefficients,
  emptyFactor,
  explainedVariance,
  gramMatrix,
  momentsWith,
  shrink,
  standardised,
} from '../../src/stats/least-squares.ts';

const weights = Float64Array.of(0.1, 0.2, 0.3, 0.2, 0.2);
const raw = [
  Float64Array.of(1, 2, 3, 4, 7),
  Float64Array.of(2, 0, 1, 5, 3),
  // The sum of the two before.
  Float64Array.of(3, 2, 4, 9, 10),
  new Float64Array(5).fill(0.1),
];
const features = raw.map((feature) => standardised(feature, weights));
const outcome = raw[0]!.map((x, i) => 2 * x - 3 * raw[1]![i]! + 5);
const equations = { gram: gramMatrix(features, weights), moments: momentsWith(outcome, features, weights) };

describe('least squares', () => {
  it('recovers a linear outcome exactly and leaves out what is determined', () => {
    const factor = emptyFactor();
    for (let feature = 0; feature < 4; feature++) addFeature(factor, equations, feature);
    expect(factor.features).toEqual([0, 1]);
    const slopes = coefficients(factor);
    const deviation = (x: Float64Array): number => {
      const mean = x.reduce((sum, v, i) => sum + weights[i]! * v, 0);
      return Math.sqrt(x.reduce((sum, v, i) => sum + weights[i]! * (v - mean) ** 2, 0));
    };
    expect(slopes[0]! / deviation(raw[0]!)).toBeCloseTo(2, 10);
    expect(slopes[1]! / deviation(raw[1]!)).toBeCloseTo(-3, 10);
    expect(explainedVariance(factor)).toBeCloseTo(deviation(outcome) ** 2, 10);
  });

  it('explains with one feature the squared covariance', () => {
    const factor = emptyFactor();
    addFeature(factor, equations, 1);
    expect(explainedVariance(factor)).toBeCloseTo(equations.moments[1]! ** 2, 12);
  });

  it('takes features back', () => {
    const factor = emptyFactor();
    addFeature(factor, equations, 0);
    const alone = explainedVariance(factor);
    addFeature(factor, equations, 1);
    shrink(factor, 1);
    expect(explainedVariance(factor)).toBe(alone);
    addFeature(factor, equations, 2);
    expect(factor.features).toEqual([0, 2]);
  });
});
