import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankedColumn } from '../../src/stats/ranked-column.ts';

describe('a ranked column', () => {
  it('gives the values at some draws in order, as often as they are asked for', () => {
    const column = rankedColumn(Float64Array.of(5, -1, 0, 5, 1e300));
    expect([...column.sortedAt(Uint32Array.of(4, 0, 1, 0, 3))]).toEqual([-1, 5, 5, 5, 1e300]);
    expect([...column.sortedAt(Uint32Array.of())]).toEqual([]);
  });

  it('gives what sorting them gives, however often it is asked', () => {
    const value = fc.double({ noNaN: true }).map((one) => one + 0);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.array(fc.nat()), (values, picks) => {
        const column = rankedColumn(Float64Array.from(values));
        const draws = Uint32Array.from(picks, (pick) => pick % values.length);
        const sorted = Float64Array.from(draws, (draw) => values[draw]!).sort();
        for (let again = 0; again < 2; again++) expect(column.sortedAt(draws)).toEqual(sorted);
      }),
    );
  });
});
