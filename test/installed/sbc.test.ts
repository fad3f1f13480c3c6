import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Chance } from '../../validation/sbc/chance.ts';
import { type Bug, bugs, type Ranks, ranksOf } from '../../validation/sbc/ranks.ts';
import { type Calibration, rankTests, reportOf } from '../../validation/sbc/report.ts';
import { simulate } from '../../validation/sbc/simulate.ts';
import { uniformity } from '../../validation/sbc/uniformity.ts';

const calibration = JSON.parse(readFileSync('validation/sbc/ranks.json', 'utf8')) as Calibration;
const least = (ranks: readonly Ranks[]): number =>
  Math.min(...rankTests(ranks).flatMap(({ chiSquare, kolmogorov }) => [chiSquare, kolmogorov]));

describe('the calibration on simulated hubs', () => {
  test('covers 300 hubs and more, with parameters, totals and the log likelihood', () => {
    expect(calibration.right.length).toBeGreaterThanOrEqual(300);
    const names = rankTests(calibration.right).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['realisation', 'namedShare', 'pool', 'accelerators', 'lit']),
    );
    expect(names).toContain('logLikelihood');
  });

  test('finds the ranks uniform: of 26 tests none is rarer than one in a thousand', () => {
    expect(least(calibration.right)).toBeGreaterThan(0.001);
  });

  test.each(Object.keys(bugs) as Bug[])('catches a planted bug: %s', (bug) => {
    expect(least(calibration.planted[bug])).toBeLessThan(1e-4);
  });

  test('is printed as the page of results', () => {
    expect(readFileSync('docs/validation.md', 'utf8')).toBe(reportOf(calibration));
  });

  test('is what the engine gives today: hubs inferred again rank alike', () => {
    const differences = [1, 2, 3].flatMap((index) => {
      const again = ranksOf(index);
      const before = calibration.right[index - 1]!;
      return (Object.keys(again) as (keyof Ranks)[]).map((name) => Math.abs(again[name] - before[name]));
    });
    expect(differences.reduce((a, b) => a + b, 0) / differences.length).toBeLessThan(0.04);
  });
});

describe('a simulated hub', () => {
  test('is a possible world, and the same for the same number', () => {
    const [one, again] = [simulate(new Chance(5, 'x')), simulate(new Chance(5, 'x'))];
    expect(again.truth).toEqual(one.truth);
    expect(one.model.sites.flatMap(({ items }) => items).length).toBeGreaterThan(10);
    for (let hub = 1; hub < 40; hub++) {
      const { truth } = simulate(new Chance(hub, 'y'));
      expect(truth.accelerators).toBeLessThanOrEqual(truth.pool);
      expect(Number.isFinite(truth.logLikelihood)).toBe(true);
    }
  });
});

describe('the chances it is drawn by', () => {
  const chance = new Chance(1, 'moments');
  const mean = (draw: () => number): number =>
    Array.from({ length: 40_000 }, draw).reduce((a, b) => a + b, 0) / 40_000;

  test('have the means of their distributions', () => {
    expect(mean(() => chance.normal())).toBeCloseTo(0, 1);
    expect(mean(() => chance.normal() ** 2)).toBeCloseTo(1, 1);
    expect(mean(() => chance.beta(3, 5))).toBeCloseTo(3 / 8, 2);
    expect(mean(() => chance.beta(14, 1.5) ** 2)).toBeCloseTo((14 * 15) / (15.5 * 16.5), 2);
    expect(mean(() => Number(chance.logitNormal(0.1, 0.6) < 0.1))).toBeCloseTo(0.05, 2);
    expect(mean(() => Number(chance.logitNormal(0.1, 0.6) > 0.6))).toBeCloseTo(0.05, 2);
    expect(mean(() => chance.choose([1, 0, 3]))).toBeCloseTo(1.5, 1);
    expect(mean(() => Number(chance.lognormal(2, 0.5) < Math.exp(2)))).toBeCloseTo(0.5, 1);
  });
});

describe('tests of uniformity', () => {
  const grid = Array.from({ length: 200 }, (_, i) => (i + 0.5) / 200);

  test('are content with a grid and not with what is bent', () => {
    expect(uniformity(grid).chiSquare).toBeCloseTo(1, 6);
    expect(uniformity(grid).kolmogorov).toBe(1);
    expect(uniformity(grid.map((x) => x ** 2)).kolmogorov).toBeLessThan(1e-6);
    expect(uniformity(grid.map((x) => 0.25 + x / 2)).chiSquare).toBeLessThan(1e-6);
  });

  test('give the p values of the tables', () => {
    // Chi-square 16.919 on 9 degrees of freedom: 5 %; counts 20 +- d in ten bins give d^2 / 2.
    const counts = [20, 20, 20, 20, 20, 20, 20, 20, 33, 7];
    const ranks = counts.flatMap((count, bin) => new Array<number>(count).fill((bin + 0.5) / 10));
    expect(uniformity(ranks).chiSquare).toBeCloseTo(0.0503, 3);
    // Of 100 values the largest distance is above 0.1340 once in twenty times (Stephens 1970).
    const shifted = Array.from({ length: 100 }, (_, i) => Math.min(1, (i + 0.5) / 100 + 0.129));
    expect(uniformity(shifted).kolmogorov).toBeCloseTo(0.05, 2);
  });
});
