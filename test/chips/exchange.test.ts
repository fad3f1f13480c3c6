import { describe, expect, it } from 'vitest';
import { inYuan, yuanPerDollar } from '../../src/chips/exchange.ts';
import { parseQuantity } from '../../src/units/parse.ts';
import { catalogue, day } from './data.ts';

describe('yuanPerDollar', () => {
  it('reproduces printed pairs: 344bn CNY as 47.5bn USD, 600bn CNY as 84bn USD', () => {
    expect(344 / yuanPerDollar(catalogue.exchange, day('2024-05-27'))).toBeCloseTo(47.5, 1);
    expect(600 / yuanPerDollar(catalogue.exchange, day('2025-06-15'))).toBeCloseTo(84, 0);
  });

  it('is flat outside its dates and between neighbours inside', () => {
    expect(yuanPerDollar(catalogue.exchange, 0)).toBe(6.8);
    expect(yuanPerDollar(catalogue.exchange, 40_000)).toBe(6.98);
    const inside = yuanPerDollar(catalogue.exchange, day('2025-01-01'));
    expect(inside).toBeGreaterThan(7.14);
    expect(inside).toBeLessThan(7.24);
  });
});

describe('inYuan', () => {
  it('leaves yuan alone and converts dollars', () => {
    const rates = catalogue.exchange;
    expect(inYuan(parseQuantity('3 CNY'), rates, 0).mean).toBe(3);
    expect(inYuan(parseQuantity('3 USD'), rates, 0).mean).toBeCloseTo(20.4, 9);
  });
});
