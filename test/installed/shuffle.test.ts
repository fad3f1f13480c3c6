import { describe, expect, test } from 'vitest';
import { orderCount, orders } from '../../src/installed/shuffle.ts';

const order = (o: number) => orders.subarray(32 * o, 32 * (o + 1));

describe('the orders of a shuffle', () => {
  test('hold every place once, and are not the same', () => {
    for (let o = 0; o < orderCount; o++) {
      expect(new Set(order(o)).size).toBe(32);
      expect(Math.max(...order(o))).toBe(31);
    }
    expect(new Set(Array.from({ length: orderCount }, (_, o) => order(o).join()))).toHaveLength(orderCount);
  });

  test('turned all ways, put every value at every place equally often', () => {
    for (const place of [0, 17, 31]) {
      const seen = new Uint32Array(32);
      for (let o = 0; o < orderCount; o++) for (let t = 0; t < 32; t++) seen[order(o)[place]! ^ t]!++;
      expect(new Set(seen)).toEqual(new Set([orderCount]));
    }
  });

  test('leave values at two places as unrelated as 256 orders can', () => {
    let product = 0;
    for (let o = 0; o < orderCount; o++) {
      for (let t = 0; t < 32; t++) product += ((order(o)[3]! ^ t) - 15.5) * ((order(o)[20]! ^ t) - 15.5);
    }
    const variance = (32 * 32 - 1) / 12;
    // Without replacement the correlation is -1/31.
    expect(Math.abs(product / (32 * orderCount) / variance + 1 / 31)).toBeLessThan(4 / Math.sqrt(orderCount));
  });
});
