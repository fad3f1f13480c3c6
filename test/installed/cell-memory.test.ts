import { expect, test } from 'vitest';
import { CellMemory, cellMemory } from '../../src/installed/cell-memory.ts';

test('sums in order', () => {
  const memory = new CellMemory();
  memory.restart(1000);
  const column = memory.floats(4);
  column.set([1e16, 1, -1e16, 3]);
  expect(memory.kernel.sum(column.byteOffset, 4)).toBe(1e16 + 1 - 1e16 + 3);
});

test('is one for all sites', () => {
  expect(cellMemory()).toBe(cellMemory());
});
