import { describe, expect, it } from 'vitest';
import { effectiveSampleSize } from '../../src/stats/effective-sample-size.ts';
import { paretoSmoothed, paretoThreshold } from '../../src/stats/pareto-smoothing.ts';
import { normalisedLogWeights, sum } from '../../src/stats/weights.ts';
import fixture from '../fixtures/psis/psis.json' with { type: 'json' };

/** The ratios that the fixture's script makes too. */
function ratios(draws: number, tail: number): Float64Array {
  return Float64Array.from({ length: draws }, (_, i) => {
    const u = ((i + 1) * 0.6180339887498949) % 1;
    return -tail * Math.log(u) + 0.3 * Math.sin(7 * u);
  });
}

describe('Pareto smoothing', () => {
  it.each(fixture.cases)('agrees with loo for $draws draws of tail $tail', (expected) => {
    const raw = ratios(expected.draws, expected.tail);
    const result = paretoSmoothed(raw);
    expect(result.state).toBe('fitted');
    expect(result.k).toBeCloseTo(expected.k, 8);
    expect(result.tailLength).toBe(expected.tailLength);
    const smoothed = normalisedLogWeights(result.logWeights);
    for (const [i, draw] of expected.lastDraws.entries()) {
      expect(smoothed[draw]).toBeCloseTo(expected.logWeights[i]!, 8);
    }
    expect(sum(smoothed) / expected.logWeightSum).toBeCloseTo(1, 10);
    const size = effectiveSampleSize(expected.draws, { logWeights: smoothed });
    expect(size / expected.effectiveSampleSize).toBeCloseTo(1, 8);
    expect(result.reliable).toBe(expected.k < paretoThreshold(expected.draws));
  });

  it('keeps the offset and never exceeds the largest raw weight', () => {
    const raw = ratios(500, 0.8).map((x) => x - 4000);
    const { logWeights } = paretoSmoothed(raw);
    expect(Math.max(...logWeights)).toBeLessThanOrEqual(Math.max(...raw));
    // The tail is 68 long; the last of its quantiles exceeds the largest raw weight and is cut to it.
    expect(logWeights.filter((x, i) => x === raw[i]!).length).toBe(500 - 67);
  });

  it('names degenerate weights instead of fitting them', () => {
    const equal = paretoSmoothed(new Float64Array(1000));
    expect(equal).toMatchObject({ k: Number.NEGATIVE_INFINITY, state: 'bounded', reliable: true });
    const few = paretoSmoothed(ratios(20, 0.1));
    expect(few).toMatchObject({ k: Number.POSITIVE_INFINITY, state: 'too-few-draws', reliable: false });
    const dominated = new Float64Array(1000).fill(-5000);
    dominated[7] = 0;
    const one = paretoSmoothed(dominated);
    expect(one).toMatchObject({ k: Number.POSITIVE_INFINITY, state: 'dominated', reliable: false });
    expect(one.logWeights).toEqual(dominated);
    const impossible = new Float64Array(1000).fill(Number.NEGATIVE_INFINITY);
    impossible[0] = 1;
    impossible[1] = 2;
    expect(paretoSmoothed(impossible).state).toBe('dominated');
  });

  it('refuses weights that are no weights', () => {
    expect(() => paretoSmoothed(new Float64Array(0))).toThrow('ST-N050');
    expect(() => paretoSmoothed(new Float64Array(9), 0)).toThrow('ST-N055');
    expect(() => paretoSmoothed(Float64Array.of(0, Number.NaN))).toThrow('ST-N053');
    expect(() => paretoSmoothed(new Float64Array(100).fill(Number.NEGATIVE_INFINITY))).toThrow('ST-N054');
  });

  it('lets a heavier tail pass where there are more draws', () => {
    // Vehtari et al. 2024: S > 10^(1 / (1 - k)); about 2,200 draws at k = 0.7.
    expect(paretoThreshold(2155)).toBeCloseTo(0.7, 3);
    expect(paretoThreshold(100)).toBe(0.5);
    expect(paretoThreshold(1e6)).toBe(0.7);
  });
});
