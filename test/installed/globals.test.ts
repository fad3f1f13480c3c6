import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bound,
  emptyPoint,
  FIRST_ORIGIN,
  FULL_SHARE,
  globalsOf,
  logLevelPrior,
  logPrior,
  logPriors,
  NAMED_SHARE,
  PACE,
  POOL,
  REALISATION,
  unbound,
} from '../../src/installed/globals.ts';
import { presets } from '../../src/installed/presets.ts';
import { beta } from '../../src/stats/beta.ts';
import { smallHub } from './small-hub.ts';

const model = smallHub({
  sites: [{ claimed: 1000 }],
  pool: [30_000, 0.4],
  origins: [
    [6, 2],
    [2, 3],
  ],
});
const globals = globalsOf(model);

describe('the variables that all sites share', () => {
  test('stand where their positions say', () => {
    const names = globals.continuous.map(({ name }) => name);
    expect(names[REALISATION]).toBe('realisation');
    expect(names[FULL_SHARE]).toBe('fullShare');
    expect(names[NAMED_SHARE]).toBe('namedShare');
    expect(names[POOL]).toBe('pool');
    expect(globals.levels[PACE]!.name).toBe('pace');
    expect(globals.levels[FIRST_ORIGIN]!.name).toBe('reliability/origin-0');
    expect(emptyPoint(globals)).toEqual({ x: new Float64Array(4), level: new Uint8Array(3) });
  });

  test('go to the unbounded scale and back', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-8, max: 1 - 1e-8, noNaN: true }), (share) => {
        expect(bound('logit', unbound('logit', share))).toBeCloseTo(share, 12);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), (pool) => {
        expect(bound('log', unbound('log', pool)) / pool).toBeCloseTo(1, 12);
      }),
    );
  });

  test('are never a share of exactly 0 or 1', () => {
    expect(bound('logit', -1000)).toBeGreaterThan(0);
    expect(bound('logit', 1000)).toBeLessThan(1);
  });
});

describe('the prior on the unbounded scale', () => {
  test.each(presets)('integrates to 1 in every variable (%s)', (preset) => {
    const x = Float64Array.of(0.5, 0.4, 0.3, 30_000);
    globals.continuous.forEach(({ scale, prior }, i) => {
      const centre = unbound(scale, prior[preset].quantile(0.5));
      const width = 0.01;
      const others = logPrior(globals, x, preset) - marginal(x[i]!, i);
      let sum = 0;
      for (let y = centre - 30; y < centre + 30; y += width) {
        const moved = x.slice();
        moved[i] = bound(scale, y);
        sum += Math.exp(logPrior(globals, moved, preset) - others) * width;
      }
      expect(sum).toBeCloseTo(1, 4);
    });

    /** Log density of one variable on the unbounded scale, by hand. */
    function marginal(value: number, i: number): number {
      const { scale, prior } = globals.continuous[i]!;
      const slope = scale === 'log' ? value : value * (1 - value);
      return prior[preset].logDensity(value) + Math.log(slope);
    }
  });

  test('is the same by preset and of all presets at once', () => {
    const x = Float64Array.from(globals.continuous, ({ prior }) => prior.neutral.quantile(0.3));
    const all = new Float64Array(presets.length);
    logPriors(globals, x, all);
    expect([...all]).toEqual(presets.map((preset) => logPrior(globals, x, preset)));
  });

  test('gives every combination of levels the same probability', () => {
    expect(Math.exp(logLevelPrior(globals, Uint8Array.of(0, 0, 0)))).toBeCloseTo(1 / 25, 12);
    expect(Math.exp(logLevelPrior(globals, Uint8Array.of(0, 4, 2)))).toBeCloseTo(1 / 25, 12);
  });
});

test('five levels of a reliability stand for its distribution', () => {
  const levels = globals.levels[FIRST_ORIGIN]!;
  const exact = beta(6, 2);
  const mean = (f: (r: number) => number) =>
    levels.values.reduce((sum, r, i) => sum + levels.weights[i]! * f(r), 0);
  expect(mean((r) => r)).toBeCloseTo(exact.mean, 2);
  // Three items of one origin, two that speak for a state and one against it: E[product] within 2 %.
  const product = (r: number) => (3 * r + 1 - r) ** 2 * (0.4 * r + 1 - r);
  let integral = 0;
  for (let i = 0; i < 2000; i++) integral += product(exact.quantile((i + 0.5) / 2000)) / 2000;
  expect(Math.abs(mean(product) / integral - 1)).toBeLessThan(0.02);
});
