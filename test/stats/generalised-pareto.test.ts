import { describe, expect, it } from 'vitest';
import { fitGeneralisedPareto, generalisedParetoQuantile } from '../../src/stats/generalised-pareto.ts';

function quantiles(k: number, sigma: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) =>
    generalisedParetoQuantile({ k, sigma }, (i + 0.5) / count),
  );
}

describe('the generalised Pareto distribution', () => {
  it.each([-0.3, 0.2, 0.5, 0.9])('is found again from its quantiles at k = %f', (k) => {
    const fit = fitGeneralisedPareto(quantiles(k, 3, 5000));
    // The prior pulls k by 10 (0.5 - k) / 5010 towards 0.5.
    expect(fit.k).toBeCloseTo((5000 * k + 5) / 5010, 1);
    expect(Math.abs(fit.k - k)).toBeLessThan(0.02);
    expect(fit.sigma / 3).toBeCloseTo(1, 1);
  });

  it('does not depend on the unit', () => {
    const [small, large] = [1e-200, 1e200].map((unit) => fitGeneralisedPareto(quantiles(0.4, unit, 200)));
    expect(small!.k).toBeCloseTo(large!.k, 9);
  });

  it('has the exponential distribution between light and heavy tails', () => {
    expect(generalisedParetoQuantile({ k: 0, sigma: 2 }, 0.5)).toBeCloseTo(2 * Math.LN2, 12);
    expect(generalisedParetoQuantile({ k: 1e-9, sigma: 2 }, 0.5)).toBeCloseTo(2 * Math.LN2, 6);
    // k = 1: cdf 1 - 1 / (1 + x).
    expect(generalisedParetoQuantile({ k: 1, sigma: 1 }, 0.75)).toBeCloseTo(3, 12);
  });

  it('is not fitted to four excesses, or to zeros', () => {
    expect(fitGeneralisedPareto(Float64Array.of(1, 2, 3, 4)).k).toBe(Number.POSITIVE_INFINITY);
    expect(fitGeneralisedPareto(Float64Array.of(0, 0, 0, 0, 0, 1)).k).toBe(Number.POSITIVE_INFINITY);
    expect(fitGeneralisedPareto(new Float64Array(0)).k).toBe(Number.POSITIVE_INFINITY);
  });
});
