import { describe, expect, test } from 'vitest';
import { SandtableError } from '../../src/errors/fault.ts';
import { discrete, point } from '../../src/stats/discrete.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { mixture } from '../../src/stats/mixture.ts';
import { scaled } from '../../src/stats/scaled.ts';
import { truncated } from '../../src/stats/truncated.ts';

describe('discrete', () => {
  const die = discrete([1, 2, 3, 4, 5, 6]);

  test('has the moments of a die', () => {
    expect(die.mean).toBeCloseTo(3.5, 12);
    expect(die.variance).toBeCloseTo(35 / 12, 12);
  });

  test('has the smallest value that reaches p as quantile', () => {
    const coin = discrete([1, 0], [0.25, 0.75]);
    expect([0, 0.5, 0.75, 0.7500001, 1].map((p) => coin.quantile(p))).toEqual([0, 0, 0, 1, 1]);
    expect([-1, 0, 0.5, 1, 2].map(coin.cdf)).toEqual([0, 0.75, 0.75, 1, 1]);
    expect(coin.logDensity(1)).toBe(Math.log(0.25));
    expect(coin.logDensity(0.5)).toBe(-Infinity);
  });

  test('joins equal values and leaves out impossible ones', () => {
    const joined = discrete([2, 1, 2, 9], [1, 2, 1, 0]);
    expect(joined.atoms).toEqual([1, 2]);
    expect(joined.cdf(1)).toBe(0.5);
    expect(joined.support).toEqual([1, 2]);
  });

  test('refuses lists that do not fit', () => {
    expect(() => discrete([1, 2], [1])).toThrow(SandtableError);
    expect(() => discrete([])).toThrow(SandtableError);
    expect(() => discrete([1, Number.NaN])).toThrow(SandtableError);
  });

  test('cut to a range is the die given that range', () => {
    expect(truncated(die, 2, 4).mean).toBeCloseTo(3, 12);
    expect(truncated(die, 2, 4).atoms).toEqual([2, 3, 4]);
  });
});

describe('a mixture with atoms', () => {
  const maybe = mixture([point(0), lognormal(1, 0.5)], [0.3, 0.7]);

  test('is the atom up to its probability and the rest beyond', () => {
    expect(maybe.quantile(0.1)).toBe(0);
    expect(maybe.quantile(0.3)).toBe(0);
    expect(maybe.quantile(0.65)).toBeCloseTo(Math.exp(1), 9);
    expect(maybe.cdf(0)).toBeCloseTo(0.3, 12);
    expect(maybe.logDensity(0)).toBeCloseTo(Math.log(0.3), 12);
    expect(maybe.logDensity(2)).toBeCloseTo(Math.log(0.7) + lognormal(1, 0.5).logDensity(2), 12);
    expect(maybe.discrete).toBe(false);
  });

  test('is a sorted list of atoms where all parts are discrete', () => {
    const both = mixture([discrete([1, 3]), point(2)], [0.5, 0.5]);
    expect(both.discrete).toBe(true);
    expect([0.1, 0.25, 0.5, 0.75, 0.8, 1].map((p) => both.quantile(p))).toEqual([1, 1, 2, 2, 3, 3]);
    expect(both.variance).toBeCloseTo(0.5, 12);
  });

  test('of one part is that part', () => {
    const only = lognormal(0, 1);
    expect(mixture([only, point(5)], [1, 0])).toBe(only);
  });

  test('takes a change of unit', () => {
    const inKilo = scaled(maybe, 1e-3);
    expect(inKilo.quantile(0.2)).toBe(0);
    expect(inKilo.quantile(0.9)).toBeCloseTo(maybe.quantile(0.9) / 1e3, 12);
    expect(inKilo.cdf(0.002)).toBeCloseTo(maybe.cdf(2), 12);
    expect(inKilo.logDensity(0)).toBeCloseTo(Math.log(0.3), 12);
    expect(inKilo.logDensity(0.002)).toBeCloseTo(maybe.logDensity(2) + Math.log(1e3), 12);
    expect(inKilo.mean).toBeCloseTo(maybe.mean / 1e3, 12);
    expect(inKilo.variance).toBeCloseTo(maybe.variance / 1e6, 12);
  });
});
