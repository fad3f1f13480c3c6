import { expect, test } from 'vitest';
import { CellMemory, cellMemory } from '../../src/installed/cell-memory.ts';

test('gives columns one after the other, and all of them anew when it restarts', () => {
  const memory = new CellMemory();
  memory.restart(1000);
  const [a, b] = [memory.floats(3), memory.words(3)];
  expect(b.byteOffset).toBe(a.byteOffset + 24);
  expect(memory.bytes(5).byteOffset).toBe(b.byteOffset + 8);
  memory.restart(1000);
  expect(memory.floats(1).byteOffset).toBe(a.byteOffset);
});

test('writes records: doubles, then words', () => {
  const memory = new CellMemory();
  memory.restart(1000);
  const { buffer } = memory.floats(1);
  const at = memory.record({ doubles: [0.5, 2], words: [7, 8, 9] });
  expect([...new Float64Array(buffer, at, 2)]).toEqual([0.5, 2]);
  expect([...new Int32Array(buffer, at + 16, 3)]).toEqual([7, 8, 9]);
  expect(memory.record({})).toBe(at + 32);
});

test('grows when it restarts, and refuses more than was asked for rather than end the arrays it gave', () => {
  const memory = new CellMemory();
  memory.restart(8 * 100_000);
  expect(memory.floats(100_000).length).toBe(100_000);
  expect(() => memory.floats(1_000_000)).toThrow(RangeError);
});

test('is one for all sites', () => {
  expect(cellMemory()).toBe(cellMemory());
});
