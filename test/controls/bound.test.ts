import { describe, expect, it } from 'vitest';
import {
  all,
  any,
  exactly,
  holds,
  parseBound,
  representatives,
  surelyHolds,
} from '../../src/controls/bound.ts';

describe('a bound', () => {
  it('is read with its sign and unit', () => {
    expect(parseBound('>= 4800', 'tpp')).toEqual({ sign: '>=', value: 4800 });
    expect(parseBound('< 6500 GB/s', 'bandwidth')).toEqual({ sign: '<', value: 6500 });
  });

  it('is refused without unit, with another, or without sign', () => {
    for (const text of ['>= 600', '>= 600 TB/s', '600 GB/s', '=> 600 GB/s', '>= -600 GB/s']) {
      expect(parseBound(text, 'io'), text).toMatchObject({ code: 'ST-K004' });
    }
  });

  it('differs from its neighbour on the limit only', () => {
    const on = (sign: '>=' | '>' | '<=' | '<') =>
      [4799, 4800, 4801].map((value) => holds({ sign, value: 4800 }, value));
    expect(on('>=')).toEqual([false, true, true]);
    expect(on('>')).toEqual([false, false, true]);
    expect(on('<=')).toEqual([true, true, false]);
    expect(on('<')).toEqual([true, false, false]);
  });

  it('is unknown of a value that straddles it', () => {
    expect(surelyHolds({ sign: '>=', value: 10 }, { low: 9, high: 11 })).toBeNull();
    expect(surelyHolds({ sign: '>=', value: 10 }, { low: 10, high: Infinity })).toBe(true);
    expect(surelyHolds({ sign: '<', value: 10 }, exactly(10))).toBe(false);
  });
});

describe('representatives', () => {
  it('stand for every stretch, the limit on its own side', () => {
    const limits = [{ sign: '>=', value: 5 } as const, { sign: '>', value: 7 } as const];
    const values = representatives({ low: 0, high: 100 }, limits);
    expect(values).toHaveLength(3);
    expect(values[1]).toBe(5);
    expect(values[2]).toBeGreaterThan(7);
    expect(values[2]).toBeLessThan(7.000001);
  });

  it('are the value itself where it is known', () => {
    expect(representatives(exactly(3), [{ sign: '>=', value: 3 }])).toEqual([3]);
  });
});

it('what is unknown loses to what is sure', () => {
  expect([all([true, null]), all([false, null]), any([true, null]), any([false, null])]).toEqual([
    null,
    false,
    true,
    null,
  ]);
});
