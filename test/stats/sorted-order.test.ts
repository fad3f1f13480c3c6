import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ascending, largestOrder, sortedOrder } from '../../src/stats/sorted-order.ts';

function slowOrder(values: Float64Array): number[] {
  return [...values.keys()].sort((a, b) =>
    values[a]! < values[b]! ? -1 : values[a]! > values[b]! ? 1 : a - b,
  );
}

it('sorts any numbers, ties in their original order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true })), (list) => {
      const values = Float64Array.from(list);
      const order = slowOrder(values);
      expect([...sortedOrder(values)]).toEqual(order);
      expect([...ascending(values)]).toEqual(order.map((at) => values[at]!));
    }),
  );
});

it('tells apart numbers that differ in the last bits only', () => {
  const values = Float64Array.from({ length: 500 }, (_, i) => 1 + ((i * 367) % 500) * Number.EPSILON);
  for (const column of [values, values.map((x) => -x)]) {
    expect([...sortedOrder(column)]).toEqual(slowOrder(column));
  }
});

it('puts zero and minus zero on a par', () => {
  expect([...sortedOrder(Float64Array.of(0, -0, 0, -1))]).toEqual([3, 0, 1, 2]);
});

it('finds the largest as sorting all would, ties and all', () => {
  const some = fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, -0, 1, 2, -Infinity));
  fc.assert(
    fc.property(fc.array(some, { minLength: 1 }), fc.nat(), (list, wish) => {
      const values = Float64Array.from(list);
      const count = 1 + (wish % list.length);
      expect([...largestOrder(values, count)]).toEqual(slowOrder(values).slice(-count));
    }),
  );
  const many = Float64Array.from({ length: 20_000 }, (_, i) => Math.log(((i * 0.618) % 1) + 1e-3));
  expect([...largestOrder(many, 425)]).toEqual(slowOrder(many).slice(-425));
});
