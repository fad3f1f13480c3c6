import { describe, expect, test } from 'vitest';
import { brier, brierOfClasses, crps, crpsOfFraction, logScore } from '../../src/backtest/scores.ts';
import { classOf, FRACTIONS } from '../../src/backtest/targets.ts';

describe('scores', () => {
  test('are 0 for what was known and grow with the surprise', () => {
    expect(brier(1, true)).toBe(0);
    expect(brier(0.3, true)).toBeCloseTo(0.49, 12);
    expect(brierOfClasses([0, 1, 0, 0], 1)).toBe(0);
    expect(brierOfClasses([0.25, 0.25, 0.25, 0.25], 1)).toBeCloseTo(0.75, 12);
  });

  test('reward honesty: the expected score is least at the true probability', () => {
    const expected = (p: number) => 0.3 * brier(p, true) + 0.7 * brier(p, false);
    expect(expected(0.3)).toBeLessThan(expected(0.2));
    expect(expected(0.3)).toBeLessThan(expected(0.4));
  });

  test('take no forecast beyond 99 % at its word', () => {
    expect(logScore(0)).toBeCloseTo(-Math.log(0.01), 12);
    expect(logScore(1)).toBeCloseTo(-Math.log(0.99), 12);
  });

  test('CRPS is the distance of a sure forecast, and the integral of (F - H)^2 of another', () => {
    expect(crps([0.4], [1], 1)).toBeCloseTo(0.6, 12);
    expect(crps([0, 1], [0.5, 0.5], 1)).toBeCloseTo(0.25, 12);
    expect(crps([0, 1], [0.5, 0.5], 0.5)).toBeCloseTo(0.25, 12);
  });

  test('fractions fall into classes that cover them', () => {
    expect(classOf(0)).toBe(0);
    expect(classOf(0.05)).toBe(1);
    expect(classOf(0.051)).toBe(2);
    expect(classOf(1)).toBe(FRACTIONS.length - 1);
    const none = FRACTIONS.map((_, i) => Number(i === 0));
    expect(crpsOfFraction(none, 0)).toBe(0);
    expect(crpsOfFraction(none, 1)).toBe(1);
  });
});
