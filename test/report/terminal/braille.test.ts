import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowsFor, stackDots } from '../../../src/report/terminal/braille.ts';

/** Steps up, over all cells: dots of the left column of each bin. */
function leftDots(rows: readonly string[]): number {
  const bits = [0x01, 0x02, 0x04, 0x40];
  return rows
    .flatMap((row) => [...row])
    .reduce((sum, character) => {
      const pattern = character === ' ' ? 0 : character.codePointAt(0)! - 0x2800;
      return sum + bits.filter((bit) => pattern & bit).length;
    }, 0);
}

it('stacks equal values', () => {
  expect(stackDots([0, 0, 0, 0, 0], 3, 2)).toEqual(['⣀⣀⣀', '⣿⣿⣿']);
});

it('loses none where a stack is full', () => {
  expect(leftDots(stackDots(new Array(50).fill(0.5), 20, 2))).toBe(50);
});

it('draws as many steps for each value', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 50 }), (positions) => {
      const drawn = leftDots(stackDots(positions, 36, 2));
      expect(drawn % Math.max(1, positions.length)).toBe(0);
      expect(drawn).toBeGreaterThanOrEqual(positions.length === 0 ? 0 : 1);
    }),
    { numRuns: 30 },
  );
});

it('takes more rows for a tall stack, four at most', () => {
  expect(rowsFor([], 10)).toBe(2);
  expect(rowsFor(new Array(10).fill(0.2), 10)).toBe(3);
  expect(rowsFor(new Array(50).fill(0.2), 10)).toBe(4);
});
