import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median } from '../../src/chips/figure.ts';
import { price, pricePerDenseP } from '../../src/chips/price.ts';
import { catalogue, day } from './data.ts';

const middle = (name: string, text: string, channel: 'official' | 'grey' | 'lease' | 'world') =>
  price(catalogue, name, { day: day(text), channel })!.quantile(0.5);
const width = (at: number) => {
  const x = price(catalogue, 'h100', { day: at, channel: 'grey' })!;
  return Math.log(x.quantile(0.95) / x.quantile(0.05));
};

describe('price', () => {
  it('reproduces the hardware price of a P on the Chinese market: 329 to 379 thousand CNY for H100 in mid-2024', () => {
    const perP = pricePerDenseP(catalogue, 'h100', { day: day('2024-06-15'), channel: 'grey' })!;
    expect(perP.quantile(0.5)).toBeGreaterThan(329e3);
    expect(perP.quantile(0.5)).toBeLessThan(379e3);
  });

  it('reproduces 291 thousand CNY for H200 in January 2026', () => {
    const perP = pricePerDenseP(catalogue, 'h200', { day: day('2026-01-22'), channel: 'grey' })!;
    expect(perP.quantile(0.5) / 291e3).toBeCloseTo(1, 2);
  });

  it('reproduces a lease of 90,000 CNY a P and year, and 8 x 75,000 CNY a month', () => {
    expect(middle('h800', '2024-01-15', 'lease') / 90_000).toBeCloseTo(1, 2);
    expect(middle('h100', '2025-03-15', 'lease') / ((75_000 / 8) * 12)).toBeCloseTo(1, 1);
  });

  it('adds the rest of a server to bare chips', () => {
    // 27,000 USD for a chip and 1.4m CNY for eight on a baseboard, with host and network about 0.22m to 0.26m CNY.
    expect(middle('h200', '2026-01-14', 'official')).toBeGreaterThan(200e3);
    expect(middle('h200', '2026-01-14', 'official')).toBeLessThan(280e3);
  });

  it('spreads away from its quotes as the square root of time', () => {
    const quote = day('2024-06-15');
    const variance = (days: number) => width(quote + days) ** 2;
    const growth = (variance(400) - variance(200)) / (variance(200) - variance(0));
    expect(growth).toBeCloseTo(1, 1);
    const drift = median(catalogue.pricing.drift.quantity)!;
    const sigma = (variance(400) - variance(0)) / (2 * 1.6449) ** 2;
    expect(sigma).toBeCloseTo((drift ** 2 * 400) / 365.25, 2);
  });

  it('lies between two quotes it interpolates', () => {
    const ends = [middle('b300', '2025-12-16', 'grey'), middle('b300', '2026-06-15', 'grey')];
    const between = middle('b300', '2026-03-15', 'grey');
    expect(between).toBeGreaterThan(Math.min(...ends));
    expect(between).toBeLessThan(Math.max(...ends));
    expect(between / Math.sqrt(ends[0]! * ends[1]!)).toBeCloseTo(1, 2);
  });

  it('uses nothing published later, and says so where nothing is left', () => {
    const options = { day: day('2025-06-01'), channel: 'official' as const };
    const early = price(catalogue, 'h20', { ...options, asOf: day('2025-06-01') })!;
    const late = price(catalogue, 'h20', options)!;
    expect(early.quantile(0.5)).not.toBe(late.quantile(0.5));
    expect(price(catalogue, 'h200', { ...options, asOf: day('2025-06-01') })).toBeUndefined();
    expect(price(catalogue, 'h100', { ...options })).toBeUndefined();
  });

  it('is positive, finite and ordered for every quoted chip on any day', () => {
    const quoted = [...new Set(catalogue.quotes.map(({ chip, channel }) => `${chip} ${channel}`))];
    fc.assert(
      fc.property(fc.constantFrom(...quoted), fc.integer({ min: 18_000, max: 22_000 }), (key, at) => {
        const [chip, channel] = key.split(' ') as [string, 'official'];
        const [low, mid, high] = [0.05, 0.5, 0.95].map((p) =>
          price(catalogue, chip, { day: at, channel })!.quantile(p),
        );
        expect(low! > 0 && low! < mid! && mid! < high! && high! < 1e9).toBe(true);
      }),
    );
  });
});
