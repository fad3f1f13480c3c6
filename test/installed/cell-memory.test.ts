import { expect, test } from 'vitest';
import { CellMemory, cellMemory } from '../../src/installed/cell-memory.ts';

test('is one for all sites', () => {
  expect(cellMemory()).toBeInstanceOf(CellMemory);
  expect(cellMemory()).toBe(cellMemory());
});
