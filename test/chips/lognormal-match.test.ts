import { describe, expect, it } from 'vitest';
import { logMoments, productOf, sumMoments } from '../../src/chips/lognormal-match.ts';
import { point } from '../../src/stats/discrete.ts';
import { gamma } from '../../src/stats/gamma.ts';
import { lognormal } from '../../src/stats/lognormal.ts';

describe('logMoments', () => {
  it('is exact for lognormals and points', () => {
    expect(logMoments(lognormal(3, 0.7)).mu).toBeCloseTo(3, 9);
    expect(logMoments(lognormal(3, 0.7)).variance).toBeCloseTo(0.49, 6);
    expect(logMoments(point(5))).toEqual({
      mu: expect.closeTo(Math.log(5), 12),
      variance: expect.closeTo(0, 12),
    });
  });

  it('finds digamma and trigamma for a gamma', () => {
    // E log X = psi(3) = 3/2 - gamma_Euler, var log X = pi^2/6 - 5/4 for gamma(3, 1).
    const { mu, variance } = logMoments(gamma(3, 1));
    expect(mu).toBeCloseTo(1.5 - 0.5772156649, 5);
    expect(variance).toBeCloseTo(Math.PI ** 2 / 6 - 1.25, 5);
  });
});

describe('productOf', () => {
  it('is exact for lognormals with powers', () => {
    const product = productOf([
      { of: lognormal(1, 0.3) },
      { of: lognormal(0.5, 0.4), power: -1 },
      { of: point(10) },
    ]);
    expect(Math.log(product.quantile(0.5))).toBeCloseTo(0.5 + Math.log(10), 6);
    expect(Math.log(product.quantile(0.95) / product.quantile(0.5))).toBeCloseTo(1.6448536 * 0.5, 5);
  });
});

describe('sumMoments', () => {
  it('keeps mean and variance of the sum', () => {
    const terms = [lognormal(1, 0.5), lognormal(2, 0.8), lognormal(0, 1)];
    const { mu, variance } = sumMoments([
      { mu: 1, variance: 0.25 },
      { mu: 2, variance: 0.64 },
      { mu: 0, variance: 1 },
    ]);
    const sum = lognormal(mu, Math.sqrt(variance));
    expect(sum.mean).toBeCloseTo(
      terms.reduce((all, one) => all + one.mean, 0),
      9,
    );
    expect(sum.variance).toBeCloseTo(
      terms.reduce((all, one) => all + one.variance, 0),
      6,
    );
  });

  it('changes nothing for one term', () => {
    expect(sumMoments([{ mu: 2, variance: 0.3 }])).toEqual({
      mu: expect.closeTo(2, 9),
      variance: expect.closeTo(0.3, 9),
    });
  });
});
