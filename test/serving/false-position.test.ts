import { describe, expect, it } from 'vitest';
import { zeroOf } from '../../src/serving/false-position.ts';

const near = { low: 0, high: 10, enough: () => 1e-9 };

describe('the zero of a rising function', () => {
  it('is found where the function is a line, and where it bends', () => {
    expect(zeroOf((x) => 2 * x - 3, near)).toBeCloseTo(1.5, 8);
    expect(zeroOf((x) => x * x - 50, near)).toBeCloseTo(Math.sqrt(50), 6);
    expect(zeroOf((x) => Math.max(x - 1, 8 * x - 40), near)).toBeCloseTo(1, 6);
  });
  it('is an end where all of it is above or below', () => {
    expect(zeroOf((x) => x + 1, near)).toBe(0);
    expect(zeroOf((x) => x - 11, near)).toBe(10);
  });
  it('takes few calls where the function is nearly a line', () => {
    let calls = 0;
    const counted = (x: number) => {
      calls++;
      return x + 0.001 * x * x - 3;
    };
    zeroOf(counted, near);
    expect(calls).toBeLessThan(8);
  });
});
