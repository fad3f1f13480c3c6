import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Term, tiltedLogWeights, tiltedToLikelihood, tiltedTotal } from '../../src/stats/tilting.ts';

function term(values: number[], probabilities: number[], count?: number): Term {
  const logWeights = Float64Array.from(probabilities, (p) => Math.log(p) + 3);
  return { values: Float64Array.from(values), logWeights, ...(count === undefined ? {} : { count }) };
}

const sites = [
  term([0, 1000, 5000], [0.5, 0.3, 0.2]),
  term([0, 20_000], [0.9, 0.1]),
  term([100, 700, 700, 3000], [0.25, 0.25, 0.25, 0.25]),
];

/** Every joint value of the terms with its probability. */
function enumerated(terms: readonly Term[]): Array<{ total: number; p: number }> {
  return terms.reduce<Array<{ total: number; p: number }>>(
    (worlds, { values, logWeights }) => {
      const weights = [...logWeights].map((logWeight) => Math.exp(logWeight));
      const sum = weights.reduce((a, b) => a + b);
      return worlds.flatMap(({ total, p }) =>
        weights.map((w, i) => ({ total: total + values[i]!, p: (p * w) / sum })),
      );
    },
    [{ total: 0, p: 1 }],
  );
}

function exact(
  terms: readonly Term[],
  lambda: number,
): { mean: number; variance: number; logNormaliser: number } {
  const worlds = enumerated(terms).map(({ total, p }) => ({ total, w: p * Math.exp(-lambda * total) }));
  const z = worlds.reduce((sum, { w }) => sum + w, 0);
  const mean = worlds.reduce((sum, { total, w }) => sum + w * total, 0) / z;
  const variance = worlds.reduce((sum, { total, w }) => sum + w * (total - mean) ** 2, 0) / z;
  return { mean, variance, logNormaliser: Math.log(z) };
}

describe('the tilted total', () => {
  it.each([-2e-4, 0, 1e-5, 3e-4, 4e-3])('equals enumeration at lambda %f', (lambda) => {
    const expected = exact(sites, lambda);
    const total = tiltedTotal(sites, lambda);
    expect(total.mean / expected.mean).toBeCloseTo(1, 12);
    expect(total.variance / expected.variance).toBeCloseTo(1, 10);
    expect(total.logNormaliser).toBeCloseTo(expected.logNormaliser, 10);
  });

  it('is the plain sum at lambda zero', () => {
    const { mean, logNormaliser } = tiltedTotal(sites, 0);
    expect(mean).toBeCloseTo(1300 + 2000 + 1125, 9);
    expect(logNormaliser).toBeCloseTo(0, 12);
    const logs = tiltedLogWeights(sites[0]!, 0);
    expect(Math.exp(logs[2]!)).toBeCloseTo(0.2, 12);
  });

  it('counts terms that are alike', () => {
    const many = tiltedTotal([term([0, 50], [0.6, 0.4], 27)], 0.01);
    const listed = tiltedTotal(
      Array.from({ length: 27 }, () => term([0, 50], [0.6, 0.4])),
      0.01,
    );
    expect(many.mean).toBeCloseTo(listed.mean, 9);
    expect(many.variance).toBeCloseTo(listed.variance, 9);
    expect(many.logNormaliser).toBeCloseTo(listed.logNormaliser, 9);
  });

  it('falls as lambda rises', () => {
    const lambda = fc.double({ min: -1e-3, max: 1e-3, noNaN: true });
    fc.assert(
      fc.property(lambda, lambda, (a, b) => {
        fc.pre(a < b);
        const [high, low] = [tiltedTotal(sites, a), tiltedTotal(sites, b)];
        expect(low.mean).toBeLessThanOrEqual(high.mean * (1 + 1e-12));
      }),
    );
  });

  it('survives tilts that underflow', () => {
    expect(tiltedTotal(sites, 1e3)).toMatchObject({ mean: 100, variance: 0 });
    expect(tiltedTotal(sites, -1e3).mean).toBe(28_000);
  });
});

describe('the tilt to a likelihood', () => {
  const pool = { mean: 2000, sd: 400 };
  const slope = (total: number): number => (pool.mean - total) / pool.sd ** 2;

  it('solves the saddlepoint condition', () => {
    const { lambda, mean } = tiltedToLikelihood(sites, slope);
    expect(lambda).toBeGreaterThan(0);
    expect(lambda + slope(mean)).toBeCloseTo(0, 12);
    expect(exact(sites, lambda).mean).toBeCloseTo(mean, 6);
  });

  it('weights tilted draws back to the exact evidence', () => {
    const { lambda, logNormaliser } = tiltedToLikelihood(sites, slope);
    const likelihood = (total: number): number => Math.exp(-(((total - pool.mean) / pool.sd) ** 2) / 2);
    const evidence = enumerated(sites).reduce((sum, { total, p }) => sum + p * likelihood(total), 0);
    const tilted = sites.map((site) => ({ ...site, logWeights: tiltedLogWeights(site, lambda) }));
    const viaTilt = enumerated(tilted).reduce(
      (sum, { total, p }) => sum + p * Math.exp(logNormaliser + lambda * total) * likelihood(total),
      0,
    );
    expect(viaTilt / evidence).toBeCloseTo(1, 10);
  });

  it('does not press where the pool is no limit', () => {
    expect(tiltedToLikelihood(sites, () => 0).lambda).toBe(0);
    const soft = (total: number): number => -1 / (1 + Math.exp(-(total - 1e6) / 1e3)) / 1e3;
    expect(Math.abs(tiltedToLikelihood(sites, soft).lambda)).toBeLessThan(1e-12);
  });

  it('presses harder the smaller the pool', () => {
    const prices = [4000, 3000, 2000, 1000].map(
      (mean) => tiltedToLikelihood(sites, (total) => (mean - total) / 400 ** 2).lambda,
    );
    expect([...prices].sort((a, b) => a - b)).toEqual(prices);
  });

  it('names a likelihood that excludes every total', () => {
    expect(() => tiltedToLikelihood(sites, () => Number.NEGATIVE_INFINITY)).toThrow('ST-N058');
    expect(() => tiltedToLikelihood(sites, () => Number.NaN)).toThrow('ST-N058');
  });
});

it('refuses terms without values or weight', () => {
  expect(() => tiltedTotal([], 0)).toThrow('ST-N050');
  expect(() => tiltedTotal([term([], [])], 0)).toThrow('ST-N050');
  expect(() => tiltedTotal([term([1, Number.NaN], [0.5, 0.5])], 0)).toThrow('ST-N051');
  expect(() => tiltedTotal([term([1, 2], [0.5])], 0)).toThrow('ST-N052');
  expect(() => tiltedTotal([term([1, 2], [0, 0])], 0)).toThrow('ST-N054');
  expect(() => tiltedTotal(sites, Number.NaN)).toThrow('ST-N055');
  expect(() => tiltedTotal([term([1, 2], [1, 1], -1)], 0)).toThrow('ST-N055');
});
