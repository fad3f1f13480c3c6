import { expect, it } from 'vitest';
import { rankCorrelation, weightedRanks } from '../../src/stats/rank-correlation.ts';
import fixture from '../fixtures/quantile/quantile.json' with { type: 'json' };

const x = Float64Array.from(fixture.x);
const y = Float64Array.from(fixture.y);

it('is Spearman as R computes it, ties and replications included', () => {
  expect(rankCorrelation(x, y)).toBeCloseTo(fixture.spearman, 12);
  expect(rankCorrelation(x, y, { weights: Float64Array.from(fixture.w) })).toBeCloseTo(
    fixture.weightedSpearman,
    12,
  );
});

it('does not change under monotone transformations', () => {
  expect(
    rankCorrelation(
      x.map((v) => Math.exp(v / 50)),
      y.map((v) => v ** 3),
    ),
  ).toBeCloseTo(fixture.spearman, 12);
});

it('ranks ties by their middle', () => {
  expect([...weightedRanks(Float64Array.of(5, 1, 5), Float64Array.of(1, 1, 1))]).toEqual([2, 0.5, 2]);
});

it('refuses a constant column', () => {
  expect(() => rankCorrelation(x, new Float64Array(10))).toThrow('ST-N056');
});
