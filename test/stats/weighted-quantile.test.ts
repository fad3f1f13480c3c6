import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedOrder } from '../../src/stats/sorted-order.ts';
import { weightedQuantile, weightedQuantiles } from '../../src/stats/weighted-quantile.ts';
import fixture from '../fixtures/quantile/quantile.json' with { type: 'json' };

const x = Float64Array.from(fixture.x);
const w = Float64Array.from(fixture.w);

describe('weighted quantiles', () => {
  it('are R types 1 and 7 for equal weights', () => {
    expect([...weightedQuantiles(x, fixture.p)]).toEqual(fixture.type1);
    const linear = weightedQuantiles(x, fixture.p, { method: 'linear' });
    for (const [i, q] of fixture.type7.entries()) expect(linear[i]).toBeCloseTo(q, 10);
  });

  it('take integer weights as replications, and weights on any scale', () => {
    expect([...weightedQuantiles(x, fixture.p, { weights: w })]).toEqual(fixture.weightedInverse);
    const scaled = w.map((weight) => weight * 1e-7);
    expect([...weightedQuantiles(x, fixture.p, { weights: scaled })]).toEqual(fixture.weightedInverse);
    const logWeights = w.map((weight) => Math.log(weight) + 700);
    expect([...weightedQuantiles(x, fixture.p, { logWeights })]).toEqual(fixture.weightedInverse);
  });

  it('average the inverse cdf in the linear method', () => {
    const linear = weightedQuantiles(x, fixture.p, { weights: w, method: 'linear' });
    // The fixture integrates on a grid of 2e6 points.
    for (const [i, q] of fixture.weightedLinear.entries()) expect(linear[i]).toBeCloseTo(q, 4);
  });

  it.each(['inverse', 'linear'] as const)(
    'sort only what is needed without changing the %s result',
    (method) => {
      const shapes: Array<(u: number, i: number) => number> = [
        (u) => Math.exp(6 * (u - 0.5)) / u,
        (u) => 1000 + u,
        (u) => (u < 0.6 ? 0 : u * 1e5),
        (u) => Math.tan(3.1 * (u - 0.5)),
        (u) => Math.round(u * 5) - 2,
        () => 4,
        (_, i) => -i,
        (u) => (u > 0.9 ? Number.POSITIVE_INFINITY : u),
      ];
      for (const shape of shapes) {
        const values = Float64Array.from({ length: 20_000 }, (_, i) =>
          shape(((i + 1) * 0.6180339887498949) % 1, i),
        );
        const weights = values.map((_, i) => ((i * 0.7548776662466927) % 1) ** 4);
        const p = [0, 0.001, 0.05, 0.5, 0.95, 0.999, 1];
        const all = weightedQuantiles(values, p, { weights, method, order: sortedOrder(values) });
        const some = weightedQuantiles(values, p, { weights, method });
        for (let i = 0; i < p.length; i++) {
          if (Number.isFinite(all[i]!)) expect(some[i]! - all[i]!).toBeCloseTo(0, 6);
          else expect(some[i]).toBe(all[i]);
        }
      }
    },
  );

  it('invert the weighted cdf, whatever the draws', () => {
    const draws = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 4 })), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(draws, fc.double({ min: 0, max: 1, noNaN: true }), (pairs, p) => {
        const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
        fc.pre(total > 0);
        const values = Float64Array.from(pairs, ([value]) => value);
        const weights = Float64Array.from(pairs, ([, weight]) => weight);
        const q = weightedQuantile(values, p, { weights });
        const below = pairs.filter(([value]) => value < q).reduce((sum, [, weight]) => sum + weight, 0);
        const upTo = pairs.filter(([value]) => value <= q).reduce((sum, [, weight]) => sum + weight, 0);
        expect(upTo / total).toBeGreaterThanOrEqual(p - 1e-12);
        expect(below / total).toBeLessThan(p + 1e-12 || 1e-12);
        expect(upTo).toBeGreaterThan(below);
      }),
    );
  });

  it('ignore draws of weight zero at the ends', () => {
    const weights = Float64Array.of(0, 1, 1, 0);
    const values = Float64Array.of(-9, 1, 2, 9);
    expect([...weightedQuantiles(values, [0, 1], { weights })]).toEqual([1, 2]);
    expect([...weightedQuantiles(values, [0, 1], { weights, method: 'linear' })]).toEqual([1, 2]);
  });

  it('refuse empty columns, NaN and probabilities outside 0 to 1', () => {
    expect(() => weightedQuantile(new Float64Array(0), 0.5)).toThrow('ST-N050');
    expect(() => weightedQuantile(Float64Array.of(1, Number.NaN), 0.5)).toThrow('ST-N051');
    expect(() => weightedQuantile(x, 1.01)).toThrow('ST-N055');
    expect(() => weightedQuantile(x, Number.NaN)).toThrow('ST-N055');
  });
});
