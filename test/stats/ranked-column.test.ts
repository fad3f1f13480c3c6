import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankedColumn } from '../../src/stats/ranked-column.ts';

describe('a ranked column', () => {
  it('gives what lies at places of some draws in order, as often as they are asked for', () => {
    const column = rankedColumn(Float64Array.of(5, -1, 0, 5, 1e300));
    const draws = Uint32Array.of(4, 0, 1, 0, 3);
    expect(column.valuesAt(draws, [0, 1, 2, 3, 4])).toEqual([-1, 5, 5, 5, 1e300]);
    expect(column.valuesAt(draws, [4, 0])).toEqual([1e300, -1]);
    expect(column.valuesAt(Uint32Array.of(), [])).toEqual([]);
  });

  it('gives what sorting them gives, however many there are and however often it is asked', () => {
    const value = fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, 1)).map((one) => one + 0);
    const values = fc.array(value, { minLength: 1, maxLength: 1000, size: 'max' });
    fc.assert(
      fc.property(values, fc.array(fc.nat(), { size: 'large' }), (values, picks) => {
        const column = rankedColumn(Float64Array.from(values));
        const draws = Uint32Array.from(picks, (pick) => pick % values.length);
        const sorted = Float64Array.from(draws, (draw) => values[draw]!).sort();
        for (let again = 0; again < 2; again++) {
          expect(column.valuesAt(draws, [...sorted.keys()])).toEqual([...sorted]);
        }
      }),
    );
  });
});
