import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SandtableError } from '../../src/errors/fault.ts';
import { fromQuantiles, type QuantilePoint } from '../../src/stats/from-quantiles.ts';
import { normalQuantile } from '../../src/stats/normal.ts';
import { distributionOf, fromInterval90 } from '../../src/stats/spread-distribution.ts';
import { uniform } from '../../src/stats/uniform.ts';

describe('fromInterval90', () => {
  test('is lognormal with 90 % between two positive ends', () => {
    // Squiggle: `5 to 10` has mean 7.229...: mu = ln sqrt(50), sigma = ln 2 / 3.2897.
    const d = fromInterval90(5, 10);
    expect(d.quantile(0.05)).toBeCloseTo(5, 10);
    expect(d.quantile(0.95)).toBeCloseTo(10, 10);
    expect(d.mean).toBeCloseTo(Math.sqrt(50) * Math.exp((Math.log(2) / 3.289707253902945) ** 2 / 2), 10);
  });

  test('is normal where an end is not above 0', () => {
    const d = fromInterval90(-1, 3);
    expect(d.mean).toBe(1);
    expect(d.quantile(0.95)).toBeCloseTo(3, 12);
  });

  test('refuses ends in the wrong order', () => {
    expect(() => fromInterval90(3, 3)).toThrow(SandtableError);
    expect(() => fromInterval90(3, 2)).toThrow(/ST-N002/);
  });
});

describe('fromQuantiles', () => {
  const risingPoints = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 6 }),
      fc.array(fc.double({ min: 0.1, max: 2, noNaN: true }), { minLength: 6, maxLength: 6 }),
      fc.double({ min: -8, max: 4, noNaN: true }),
    )
    .map(([percents, steps, start]) => {
      const values = steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, start));
      return percents.sort((a, b) => a - b).map((percent, i): QuantilePoint => [percent / 100, values[i]!]);
    });

  test('goes through its points, rises, and its cdf takes every quantile back', () => {
    fc.assert(
      fc.property(risingPoints, fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (points, p) => {
        const d = fromQuantiles(points);
        for (const [at, x] of points) expect(Math.abs(d.quantile(at) - x)).toBeLessThan(1e-9);
        expect(Math.abs(d.cdf(d.quantile(p)) - p)).toBeLessThan(1e-9);
        expect(d.quantile(p * 0.99)).toBeLessThan(d.quantile(p));
      }),
    );
  });

  test('has the density that its cdf rises with', () => {
    const d = fromQuantiles([
      [0.05, 2.5],
      [0.5, 3],
      [0.95, 4],
    ]);
    for (const x of [1.5, 2.4, 2.7, 3.2, 3.9, 5]) {
      const slope = (d.cdf(x * (1 + 1e-6)) - d.cdf(x * (1 - 1e-6))) / (2e-6 * x);
      expect(Math.exp(d.logDensity(x)) / slope).toBeCloseTo(1, 5);
    }
  });

  test('is the lognormal or normal distribution that the points come from', () => {
    const percents = [0.05, 0.5, 0.95];
    const normalOnes = fromQuantiles(percents.map((p) => [p, -2 + 3 * normalQuantile(p)] as const));
    expect(normalOnes.mean).toBeCloseTo(-2, 9);
    expect(normalOnes.variance).toBeCloseTo(9, 9);
    expect(normalOnes.quantile(1e-6)).toBeCloseTo(-2 + 3 * normalQuantile(1e-6), 9);
    const lognormalOnes = fromQuantiles(
      percents.map((p) => [p, Math.exp(1 + 0.7 * normalQuantile(p))] as const),
    );
    expect(lognormalOnes.mean).toBeCloseTo(Math.exp(1 + 0.49 / 2), 8);
    expect(lognormalOnes.variance).toBeCloseTo(Math.exp(2 + 0.49) * Math.expm1(0.49), 7);
  });

  test('has mean and variance of its quantile function', () => {
    for (const points of [
      [
        [0.05, 2.5],
        [0.5, 3],
        [0.95, 4],
      ],
      [
        [0.1, -1],
        [0.5, 0],
        [0.6, 1],
        [0.95, 8],
      ],
    ] as QuantilePoint[][]) {
      const d = fromQuantiles(points);
      let [mean, square] = [0, 0];
      const n = 1 << 18;
      for (let i = 0; i < n; i++) {
        const x = d.quantile((i + 0.5) / n);
        mean += x / n;
        square += (x * x) / n;
      }
      expect(d.mean / mean).toBeCloseTo(1, 5);
      expect(d.variance / (square - mean * mean)).toBeCloseTo(1, 3);
    }
  });

  test('refuses points that do not rise', () => {
    for (const points of [
      [[0.5, 1]],
      [
        [0.1, 2],
        [0.9, 2],
      ],
      [
        [0.9, 1],
        [0.1, 2],
      ],
      [
        [0, 1],
        [0.5, 2],
      ],
    ]) {
      expect(() => fromQuantiles(points as unknown as QuantilePoint[])).toThrow(SandtableError);
    }
  });
});

describe('distributionOf', () => {
  test('reads every form that says enough', () => {
    expect(distributionOf({ form: 'exact', value: 7 }).quantile(0.3)).toBe(7);
    expect(distributionOf({ form: 'interval', low: 20e3, high: 40e3 }).quantile(0.95)).toBeCloseTo(40e3, 5);
    const estimate = distributionOf({ form: 'estimate', best: 3, low: 2.5, high: 4 });
    expect([0.05, 0.5, 0.95].map((p) => Number(estimate.quantile(p).toFixed(9)))).toEqual([2.5, 3, 4]);
    expect(distributionOf({ form: 'family', family: 'beta', args: [2, 8] }).mean).toBeCloseTo(0.2, 12);
    expect(distributionOf({ form: 'family', family: 'triangular', args: [0, 1, 5] }).mean).toBe(2);
  });

  test('refuses a bound and an unknown, unless told what they mean', () => {
    expect(() => distributionOf({ form: 'bound', low: 60e3 })).toThrow(/ST-N003.*over 60000/);
    expect(() => distributionOf({ form: 'unknown' })).toThrow(/ST-N004/);
    const read = distributionOf({ form: 'bound', low: 5 }, { bound: ({ low }) => uniform(low!, low! * 2) });
    expect(read.support).toEqual([5, 10]);
    expect(distributionOf({ form: 'unknown' }, { unknown: () => uniform(0, 1) }).mean).toBe(0.5);
  });

  test('refuses the wrong number of arguments with the form to write', () => {
    expect(() => distributionOf({ form: 'family', family: 'beta', args: [2] })).toThrow(/beta\(a, b\)/);
  });
});
