import { describe, expect, it } from 'vitest';
import { logitNormal } from '../../src/stats/logit-normal.ts';

describe('logitNormal', () => {
  const shares = logitNormal(0.05, 0.45);

  it('has the given middle 90 %', () => {
    expect(shares.quantile(0.05)).toBeCloseTo(0.05, 12);
    expect(shares.quantile(0.95)).toBeCloseTo(0.45, 12);
  });

  it('has a cdf that undoes its quantiles, out to 1e-6', () => {
    for (const p of [1e-6, 0.01, 0.3, 0.5, 0.9, 1 - 1e-6]) {
      expect(shares.cdf(shares.quantile(p)) / p).toBeCloseTo(1, 9);
    }
    expect(shares.cdf(0)).toBe(0);
    expect(shares.cdf(1)).toBe(1);
  });

  it('has a density that integrates to one and to its moments', () => {
    const steps = 200_000;
    let [mass, mean, square] = [0, 0, 0];
    for (let i = 0; i < steps; i++) {
      const x = (i + 0.5) / steps;
      const weight = Math.exp(shares.logDensity(x)) / steps;
      mass += weight;
      mean += x * weight;
      square += x * x * weight;
    }
    expect(mass).toBeCloseTo(1, 6);
    expect(shares.mean).toBeCloseTo(mean, 4);
    expect(shares.variance).toBeCloseTo(square - mean * mean, 4);
    expect(shares.logDensity(1.5)).toBe(-Infinity);
  });
});
