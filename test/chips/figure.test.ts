import { describe, expect, it } from 'vitest';
import { coherent, median, present } from '../../src/chips/figure.ts';
import { parseQuantity } from '../../src/units/parse.ts';

describe('coherent', () => {
  it('is in the coherent unit, and undefined for the unknown', () => {
    expect(coherent(parseQuantity('10.2 kW'))!.mean).toBe(10_200);
    expect(coherent(parseQuantity('unknown'))).toBeUndefined();
    expect(median(parseQuantity('280 to 400 TFLOP/s'))! / 1e12).toBeCloseTo(Math.sqrt(280 * 400), 6);
  });
});

describe('median', () => {
  it.each(['10.2 kW', '989.4 TFLOP/s', '0.3', '5 %', '141 GB'])(
    'of %s is that of its distribution',
    (text) => {
      const quantity = parseQuantity(text);
      expect(median(quantity)).toBe(coherent(quantity)!.quantile(0.5));
    },
  );
});

describe('present', () => {
  it('drops keys without a value only', () => {
    expect(present({ a: 1, b: undefined, c: null, d: 0 })).toEqual({ a: 1, c: null, d: 0 });
  });
});
