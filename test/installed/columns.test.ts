import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arraysOf, type Columns, emptyColumns, joinColumns } from '../../src/installed/columns.ts';

const shape = { globals: ['realisation', 'pace'], sites: 2, items: 3, outcomes: [2, 3] };

/** Columns whose every entry tells its array and its draw. */
function numbered(from: number, draws: number): Columns {
  const columns = emptyColumns({ from, draws }, shape);
  arraysOf(columns).forEach(({ values }, a) => {
    for (let d = 0; d < draws; d++)
      values[d] = values instanceof Uint8Array ? (from + d) % 200 : 1000 * a + from + d;
  });
  return columns;
}

describe('columns', () => {
  test('hold an array for every quantity, named once', () => {
    const names = arraysOf(numbered(0, 4)).map(({ name }) => name);
    // 3 presets, 2 globals, accelerators, 3 routes, tilt; 1 + 3 + 4 + 3 a site; 3 items; 2 + 3 outcomes.
    expect(names.length).toBe(3 + 2 + 5 + 2 * 11 + 3 + 5);
    expect(new Set(names).size).toBe(names.length);
  });

  test('have as many entries as draws', () => {
    expect(arraysOf(numbered(0, 7)).every(({ values }) => values.length === 7)).toBe(true);
  });

  test('join, however they were split, to what one range holds', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 6 });
    fc.assert(
      fc.property(cuts, fc.integer({ min: 0, max: 500 }), (at, from) => {
        const ends = [0, ...at.sort((a, b) => a - b), 100];
        const parts = ends.slice(1).map((end, i) => numbered(from + ends[i]!, end - ends[i]!));
        const joined = joinColumns(parts);
        expect(joined.from).toBe(from);
        expect(arraysOf(joined)).toEqual(arraysOf(numbered(from, 100)));
      }),
      { numRuns: 30 },
    );
  });
});
