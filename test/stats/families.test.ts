import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SandtableError } from '../../src/errors/fault.ts';
import { beta } from '../../src/stats/beta.ts';
import type { Distribution } from '../../src/stats/distribution.ts';
import { gamma } from '../../src/stats/gamma.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { mixture } from '../../src/stats/mixture.ts';
import { normal, normalCdf, normalQuantile } from '../../src/stats/normal.ts';
import { triangular } from '../../src/stats/triangular.ts';
import { truncated } from '../../src/stats/truncated.ts';
import { uniform } from '../../src/stats/uniform.ts';
import scipy from '../fixtures/distributions/scipy.json' with { type: 'json' };

const make: Record<string, (...args: number[]) => Distribution> = {
  normal,
  lognormal,
  beta,
  gamma,
  uniform,
  triangular,
};

interface Described {
  mean: number;
  variance: number;
  quantiles: number[][];
  below: number[][];
  logDensity: number[][];
}

/** |actual - expected|, relative to `expected` or to `floor` where that is larger. */
function off(actual: number, expected: number, floor = 0): number {
  if (actual === expected) return 0;
  return Math.abs(actual - expected) / Math.max(Math.abs(expected), floor);
}

function worst(pairs: number[][], error: (at: number, expected: number) => number): number {
  return Math.max(...pairs.map(([at, expected]) => error(at!, expected!)));
}

function expectAgreement(distribution: Distribution, expected: Described, relative: number): void {
  const sd = Math.sqrt(expected.variance);
  expect(off(distribution.mean, expected.mean, sd)).toBeLessThan(relative);
  expect(off(distribution.variance, expected.variance)).toBeLessThan(relative);
  expect(worst(expected.quantiles, (p, x) => off(distribution.quantile(p), x))).toBeLessThan(relative);
  expect(worst(expected.below, (x, p) => off(distribution.cdf(x), p))).toBeLessThan(relative);
  expect(worst(expected.logDensity, (x, d) => off(distribution.logDensity(x), d, 1))).toBeLessThan(relative);
}

describe('families agree with SciPy out to 1e-6 in both tails', () => {
  test.each(scipy.families)('$family $args', ({ family, args, ...expected }) => {
    // SciPy's own cdf of a normal distribution 1e9 standard deviations from 0 has nine digits left.
    const relative = args[0] === -1e6 ? 1e-7 : 2e-10;
    expectAgreement(make[family]!(...args), expected, relative);
  });

  test.each(scipy.truncatedNormals)('normal $of between $low and $high', ({ of, low, high, ...expected }) => {
    const distribution = truncated(normal(of[0]!, of[1]!), low, high);
    expect(off(distribution.mean, expected.mean, 1)).toBeLessThan(2e-6);
    expect(off(distribution.variance, expected.variance)).toBeLessThan(2e-6);
    expect(worst(expected.quantiles, (p, x) => off(distribution.quantile(p), x))).toBeLessThan(1e-9);
    expect(worst(expected.below, (x, p) => off(distribution.cdf(x), p))).toBeLessThan(1e-9);
    expect(worst(expected.logDensity, (x, d) => off(distribution.logDensity(x), d, 1))).toBeLessThan(1e-9);
  });

  test.each(scipy.normalMixtures)('mixture of normals %#', ({ parts, mean, variance, quantiles }) => {
    const distribution = mixture(
      parts.map(([, m, s]) => normal(m!, s!)),
      parts.map(([w]) => w!),
    );
    expect(distribution.mean).toBeCloseTo(mean, 12);
    expect(distribution.variance).toBeCloseTo(variance, 10);
    expect(worst(quantiles, (p, x) => off(distribution.quantile(p), x, 1))).toBeLessThan(1e-9);
  });

  test('standard normal probabilities keep 13 digits down to 1e-300', () => {
    expect(worst(scipy.normalCdf, (z, p) => off(normalCdf(z), p))).toBeLessThan(2e-13);
  });

  test('standard normal quantiles invert probabilities', () => {
    for (const z of [-37, -20, -8, -5, -2, -0.4, 0, 0.4, 2, 5]) {
      expect(off(normalQuantile(normalCdf(z)), z, 1)).toBeLessThan(2e-10);
    }
  });
});

/** Any member of any family. */
const anyDistribution = fc.oneof(
  fc.tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), spread(1e3)).map(([m, s]) => normal(m, s)),
  fc.tuple(fc.double({ min: -10, max: 10, noNaN: true }), spread(3)).map(([m, s]) => lognormal(m, s)),
  fc.tuple(spread(500), spread(500)).map(([a, b]) => beta(a, b)),
  fc.tuple(spread(1e4), spread(1e3)).map(([a, s]) => gamma(a, s)),
);

function spread(max: number): fc.Arbitrary<number> {
  return fc.double({ min: 0.05, max, noNaN: true });
}

describe('every member of every family', () => {
  const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

  test('has quantiles that its cdf takes back', () => {
    fc.assert(
      fc.property(anyDistribution, probability, (distribution, p) => {
        const x = distribution.quantile(p);
        // Where p has moved less than x can be resolved, two neighbouring doubles must bracket it.
        const nearby = Math.abs(x) * 4e-16;
        const below = distribution.cdf(x - nearby);
        const above = distribution.cdf(x + nearby);
        expect(below).toBeLessThanOrEqual(p * (1 + 1e-9));
        expect(above).toBeGreaterThanOrEqual(p * (1 - 1e-9));
      }),
      { numRuns: 400 },
    );
  });

  test('has quantiles that rise with p', () => {
    fc.assert(
      fc.property(anyDistribution, probability, probability, (distribution, p, q) => {
        fc.pre(Math.abs(p - q) > 1e-9);
        const [low, high] = p < q ? [p, q] : [q, p];
        expect(distribution.quantile(low)).toBeLessThanOrEqual(distribution.quantile(high));
      }),
      { numRuns: 400 },
    );
  });

  test('finds the same quantile from any start', () => {
    fc.assert(
      fc.property(anyDistribution, probability, probability, (distribution, p, start) => {
        const x = distribution.quantile(p);
        const again = distribution.quantile(p, distribution.quantile(start));
        expect(Math.abs(again - x)).toBeLessThanOrEqual(1e-9 * Math.abs(x) + 1e-300);
      }),
      { numRuns: 400 },
    );
  });

  test('reaches the ends of its support at p = 0 and 1, and NaN past them', () => {
    fc.assert(
      fc.property(anyDistribution, (distribution) => {
        expect([distribution.quantile(0), distribution.quantile(1)]).toEqual(distribution.support);
        expect(distribution.quantile(-0.1)).toBeNaN();
        expect(distribution.quantile(1.1)).toBeNaN();
      }),
      { numRuns: 50 },
    );
  });
});

describe('arguments outside a family', () => {
  test.each([
    () => normal(0, 0),
    () => normal(Number.NaN, 1),
    () => lognormal(0, -1),
    () => beta(0, 1),
    () => gamma(1, Number.POSITIVE_INFINITY),
    () => uniform(5, 5),
    () => triangular(0, 6, 5),
    () => mixture([normal(0, 1)], [0]),
    () => mixture([], []),
    () => truncated(normal(0, 1), 2, 1),
    () => truncated(beta(2, 2), 3, 4),
  ])('%s is refused with what to write instead', (attempt) => {
    expect(attempt).toThrow(SandtableError);
  });
});
