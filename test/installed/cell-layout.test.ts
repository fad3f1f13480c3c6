import { expect, test } from 'vitest';
import { CELL_SIZES, CELL_STARTS, ENTRIES, NAMED_LIT } from '../../src/installed/cell-layout.ts';
import { LIT, NAMED, states } from '../../src/installed/world.ts';

test('entries of a pace are its cells, one a state, one after the other', () => {
  expect(CELL_SIZES.length).toBe(states.length);
  CELL_SIZES.forEach((size, s) => {
    expect(CELL_STARTS[s]! + size).toBe(CELL_STARTS[s + 1] ?? ENTRIES);
  });
});

test('the two cells with named chips lie side by side', () => {
  expect(states[NAMED_LIT]).toEqual({ destiny: LIT, route: NAMED, full: false });
  expect(states[NAMED_LIT + 1]).toEqual({ destiny: LIT, route: NAMED, full: true });
});
