import { expect, test } from 'vitest';
import { ENTRIES } from '../../src/installed/cell-layout.ts';
import { CellMemory } from '../../src/installed/cell-memory.ts';
import { bytesOfRoom, tableRoom } from '../../src/installed/table-room.ts';

test.each([
  { paces: 0, own: 2, shared: 1, sums: 0, outcomes: 0 },
  { paces: 1, own: 0, shared: 0, sums: 0, outcomes: 0 },
  { paces: 5, own: 3, shared: 2, sums: 4, outcomes: 1 },
])('has a column for everything, in no more memory than told: %o', (shape) => {
  const memory = new CellMemory();
  memory.restart(bytesOfRoom(shape));
  const room = tableRoom(memory, shape);
  const { own, shared, sums, outcomes } = room;
  expect({
    ...{ paces: room.paces, own: own.length, shared: shared.length },
    ...{ sums: sums.length, outcomes: outcomes.length },
  }).toEqual(shape);
  for (const column of [room.weight, room.compute, room.particles, ...own, ...outcomes]) {
    expect(column.length).toBe(shape.paces * ENTRIES);
  }
});
