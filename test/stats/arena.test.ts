import { expect, test } from 'vitest';
import { Arena } from '../../src/stats/arena.ts';

test('holds what was put where it says, zeros elsewhere', () => {
  const arena = new Arena();
  const bytes = arena.put(Uint8Array.of(1, 2, 3));
  const room = arena.room(24);
  const part = arena.put(Float64Array.of(0.5, 1.5, 2.5).subarray(1));
  const large = arena.put(new Int32Array(100_000).fill(-7));
  const { memory, free } = arena.open();
  expect([bytes, room, part, large, free].every((at) => at % 16 === 0)).toBe(true);
  expect([...new Uint8Array(memory.buffer, bytes, 4)]).toEqual([1, 2, 3, 0]);
  expect([...new Float64Array(memory.buffer, room, 3)]).toEqual([0, 0, 0]);
  expect([...new Float64Array(memory.buffer, part, 2)]).toEqual([1.5, 2.5]);
  expect(new Int32Array(memory.buffer, large, 100_000).every((value) => value === -7)).toBe(true);
  expect(memory.buffer.byteLength).toBeGreaterThanOrEqual(free);
});

test('leaves the first page to the compiler', () => {
  expect(new Arena().room(1)).toBe(65536);
});
