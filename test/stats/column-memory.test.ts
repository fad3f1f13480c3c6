import { expect, test } from 'vitest';
import { entriesWasm } from '../../src/installed/entries.wasm.ts';
import { ColumnMemory } from '../../src/stats/column-memory.ts';

interface Adding {
  add(values: number, entries: number, n: number, out: number): void;
}

function roomy(bytes: number): ColumnMemory<Adding> {
  const memory = new ColumnMemory<Adding>(entriesWasm);
  memory.restart(bytes);
  return memory;
}

test('gives columns one after the other, and takes them back down to a mark', () => {
  const memory = roomy(1000);
  const [a, b] = [memory.floats(3), memory.words(3)];
  const mark = memory.mark();
  const c = memory.bytes(5);
  expect(b.byteOffset).toBe(a.byteOffset + 24);
  expect(c.byteOffset).toBe(b.byteOffset + 8);
  memory.release(mark);
  expect(memory.floats(1).byteOffset).toBe(c.byteOffset);
});

test('grows when it restarts, and refuses more than was asked for rather than end the arrays it gave', () => {
  const memory = roomy(8 * 100_000);
  expect(memory.floats(100_000).length).toBe(100_000);
  expect(() => memory.floats(1_000_000)).toThrow(RangeError);
});

test('copies what is put into it, for its kernel to work on', () => {
  const memory = roomy(1000);
  const values = memory.put(Float64Array.of(0, 1, 2, 3).subarray(1));
  const entries = memory.words(2);
  entries.set([2, 0]);
  const out = memory.floats(2);
  out.set([10, 20]);
  memory.kernel.add(values, entries.byteOffset, 2, out.byteOffset);
  expect([...out]).toEqual([13, 21]);
});

test('writes records: doubles, then words', () => {
  const memory = roomy(1000);
  const { buffer } = memory.floats(1);
  const at = memory.record({ doubles: [0.5, 2], words: [7, 8, 9] });
  expect([...new Float64Array(buffer, at, 2)]).toEqual([0.5, 2]);
  expect([...new Int32Array(buffer, at + 16, 3)]).toEqual([7, 8, 9]);
  expect(memory.record({})).toBe(at + 32);
});
