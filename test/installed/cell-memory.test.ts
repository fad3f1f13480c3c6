import { expect, test } from 'vitest';
import { cellMemory } from '../../src/installed/cell-memory.ts';

test('is one for all sites', () => {
  expect(cellMemory()).toBe(cellMemory());
});
