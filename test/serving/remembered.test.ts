import { describe, expect, it } from 'vitest';
import { remembered } from '../../src/serving/remembered.ts';

describe('a remembered function', () => {
  it('works out a value once, and again after very many others', () => {
    let calls = 0;
    const square = remembered((x) => {
      calls++;
      return x * x;
    });
    expect([square(3), square(3), square(1.5)]).toEqual([9, 9, 2.25]);
    expect(calls).toBe(2);
    for (let x = 10; x < 1000; x++) square(x);
    const before = calls;
    expect(square(3)).toBe(9);
    expect(calls).toBe(before + 1);
  });
});
