import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Highest, rateAt, stepUpTo } from '../../src/serving/highest.ts';

describe('rates that are tried', () => {
  it('are thirty-two for each doubling', () => {
    expect(rateAt(32) / rateAt(0)).toBe(2);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (rate) => {
        const step = stepUpTo(rate);
        return rateAt(step) <= rate && rateAt(step + 1) > rate;
      }),
    );
    for (const step of [-500, -1, 0, 7, 640]) expect(stepUpTo(rateAt(step))).toBe(step);
  });
});

describe('the highest rate that is kept', () => {
  const most = 100;
  const step = fc.integer({ min: stepUpTo(most) - 200, max: stepUpTo(most) });

  it('is found wherever the search begins and whatever was asked before', () => {
    fc.assert(
      fc.property(step, step, fc.array(step, { maxLength: 4 }), (limit, from, before) => {
        const highest = new Highest(most, (rate) => (rate <= rateAt(limit) ? rate : undefined));
        for (const one of before) expect(highest.keeps(one)).toBe(one <= limit);
        expect(highest.found(from)).toEqual({ step: limit, made: rateAt(limit) });
      }),
    );
  });

  it('takes few tries where the search begins near it, and none twice', () => {
    fc.assert(
      fc.property(step, fc.integer({ min: -3, max: 3 }), (limit, off) => {
        const tries: number[] = [];
        const highest = new Highest(most, (rate) => {
          tries.push(rate);
          return rate <= rateAt(limit) ? rate : undefined;
        });
        highest.found(limit + off);
        highest.found(limit + off);
        expect(new Set(tries).size).toBe(tries.length);
        expect(tries.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('is not looked for beyond what is enough', () => {
    const highest = new Highest(most, (rate) => rate);
    expect(highest.found(10, 20)!.step).toBe(20);
    expect(highest.found(10)!.step).toBe(stepUpTo(most));
  });

  it('is none where a small part of the most is too much', () => {
    const none = new Highest(most, () => undefined);
    expect(none.found(0)).toBeUndefined();
    expect(rateAt(none.missed - 1)).toBe(0);
  });
});
