import { expect, test } from 'vitest';
import { CellMemory, cellMemory } from '../../src/installed/cell-memory.ts';

test('gives columns one after the other, and takes them back down to a mark', () => {
  const memory = new CellMemory();
  memory.restart(1000);
  const [a, b] = [memory.floats(3), memory.words(3)];
  const mark = memory.mark();
  const c = memory.bytes(5);
  expect(b.byteOffset).toBe(a.byteOffset + 24);
  expect(c.byteOffset).toBe(b.byteOffset + 8);
  memory.release(mark);
  expect(memory.floats(1).byteOffset).toBe(c.byteOffset);
});

test('grows when it restarts, and refuses more than was asked for rather than end the arrays it gave', () => {
  const memory = new CellMemory();
  memory.restart(8 * 100_000);
  expect(memory.floats(100_000).length).toBe(100_000);
  expect(() => memory.floats(1_000_000)).toThrow(RangeError);
});

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
