import { sortedOrder } from './sorted-order.ts';

/** A column that is sorted once; where any of its draws lie in ascending order is then found without sorting them. */
export interface RankedColumn {
  /**
   * Values at some places of some draws in ascending order.
   *
   * @param draws indices into the column, any of them more than once
   * @param places from 0, below the number of draws, in any order
   */
  valuesAt(draws: Uint32Array, places: readonly number[]): number[];
}

/** Ranks of a block are counted together, so that a place is looked for block by block: this many bits of a rank. */
const BLOCK = 8;

/**
 * Sorts a column.
 *
 * @param values one per draw, no NaN
 */
export function rankedColumn(values: Float64Array): RankedColumn {
  const order = sortedOrder(values);
  const ranks = new Uint32Array(order.length);
  for (let r = 0; r < order.length; r++) ranks[order[r]!] = r;
  // How often each rank, and each block of ranks, is among the draws: counted anew each time in the same memory.
  const times = new Uint32Array(order.length);
  const blocks = new Uint32Array((order.length >>> BLOCK) + 1);
  const rankAt = (place: number): number => {
    let before = 0;
    let block = 0;
    while (before + blocks[block]! <= place) before += blocks[block++]!;
    let rank = block << BLOCK;
    while (before + times[rank]! <= place) before += times[rank++]!;
    return rank;
  };
  return {
    valuesAt: (draws, places) => {
      times.fill(0);
      blocks.fill(0);
      for (let i = 0; i < draws.length; i++) {
        const rank = ranks[draws[i]!]!;
        times[rank]!++;
        blocks[rank >>> BLOCK]!++;
      }
      return places.map((place) => values[order[rankAt(place)]!]!);
    },
  };
}
