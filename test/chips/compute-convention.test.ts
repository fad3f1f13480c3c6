import { describe, expect, it } from 'vitest';
import { computePerP, densePerP, readings } from '../../src/chips/compute-convention.ts';
import { catalogue, day } from './data.ts';

const match = (id: string) => catalogue.convention.matches.find((one) => one.id === id)!;

describe('what one P means', () => {
  it('is one dense FP16 H100 in two filings: 1,979P for 2,000P and 2,026P for 2,048P', () => {
    expect(densePerP(catalogue, match('nyocor-changji')) / 1e15).toBeCloseTo(0.99, 2);
    expect(densePerP(catalogue, match('jinji')) / 1e15).toBeCloseTo(0.99, 2);
  });

  it('is the sparse rate in one contract', () => {
    expect(densePerP(catalogue, match('lotus')) / 1e15).toBeCloseTo(0.5, 2);
  });

  it('weighs readings by priors and matches, and sums to 1', () => {
    const all = readings(catalogue);
    expect(all.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(all.map(({ id, matches }) => [id, matches.length])).toEqual([
      ['dense-fp16', 3],
      ['sparse-fp16', 1],
      ['dense-8bit', 0],
      ['sparse-8bit', 0],
    ]);
    expect(all[0]!.weight).toBeCloseTo((1 + 3) / (2 + 4), 12);
  });

  it('uses only notices published by the date', () => {
    const early = readings(catalogue, { asOf: day('2023-12-31') });
    expect(early.flatMap(({ matches }) => matches)).toEqual(['lotus']);
  });

  it('is a distribution with its mode near 1e15 and a quarter of its mass near half of that', () => {
    const perP = computePerP(catalogue);
    expect(perP.cdf(0.8e15) - perP.cdf(0.4e15)).toBeCloseTo(0.3, 2);
    expect(perP.quantile(0.5)).toBeGreaterThan(0.9e15);
    expect(perP.mean / 1e15).toBeCloseTo(0.825, 2);
  });
});
