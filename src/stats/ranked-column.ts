import { sortedOrder } from './sorted-order.ts';

/** A column that is sorted once; any of its draws are then sorted by their ranks, which are small whole numbers. */
export interface RankedColumn {
  /**
   * Values at some draws, ascending.
   *
   * @param draws indices into the column, any of them more than once
   */
  sortedAt(draws: Uint32Array): Float64Array;
}

/**
 * Sorts a column.
 *
 * @param values one per draw, no NaN
 */
export function rankedColumn(values: Float64Array): RankedColumn {
  const order = sortedOrder(values);
  const ascending = new Float64Array(order.length);
  const ranks = new Uint32Array(order.length);
  for (let r = 0; r < order.length; r++) {
    ascending[r] = values[order[r]!]!;
    ranks[order[r]!] = r;
  }
  return {
    sortedAt: (draws) => {
      const some = new Uint32Array(draws.length);
      for (let i = 0; i < draws.length; i++) some[i] = ranks[draws[i]!]!;
      const sorted = new Float64Array(draws.length);
      const inOrder = sortedBelow(some, order.length);
      for (let i = 0; i < sorted.length; i++) sorted[i] = ascending[inOrder[i]!]!;
      return sorted;
    },
  };
}

const DIGIT = 9;
const DIGITS = 1 << DIGIT;

/** Whole numbers below a bound in order: radix sort, one pass for every digit of the bound; the numbers are overwritten. */
function sortedBelow(numbers: Uint32Array, bound: number): Uint32Array {
  let [from, to]: [Uint32Array, Uint32Array] = [numbers, new Uint32Array(numbers.length)];
  const starts = new Uint32Array(DIGITS + 1);
  for (let shift = 0; bound > 2 ** shift; shift += DIGIT) {
    starts.fill(0);
    for (let i = 0; i < from.length; i++) starts[((from[i]! >>> shift) & (DIGITS - 1)) + 1]!++;
    for (let digit = 1; digit < DIGITS; digit++) starts[digit]! += starts[digit - 1]!;
    for (let i = 0; i < from.length; i++) to[starts[(from[i]! >>> shift) & (DIGITS - 1)]!++] = from[i]!;
    [from, to] = [to, from];
  }
  return from;
}
