import { describe, expect, test } from 'vitest';
import { roomyMemory } from './small-hub.ts';

const memory = roomyMemory();

function column(values: readonly number[]): Float64Array {
  const out = memory.floats(values.length);
  out.set(values);
  return out;
}

/** A cell of 512 particles whose weights, chips and compute go their own ways. */
const TRIED = 512;
const range = Array.from({ length: TRIED }, (_, i) => i);
interface Cell {
  tried: number;
  weight: Float64Array;
  wanted: Float64Array | null;
  chips: Float64Array;
  lit: Float64Array | null;
}
const cell = (change: Partial<Cell> = {}): Cell => ({
  tried: TRIED,
  weight: column(range.map((i) => 1 + (i % 7))),
  wanted: null,
  chips: column(range.map((i) => ((i * 193) % TRIED) * 10)),
  lit: null,
  ...change,
});

interface Kept {
  index: Uint16Array;
  weight: Float64Array;
}

function thinned(of: ReturnType<typeof cell>, size: number): Kept {
  const { weight, wanted, chips, lit, tried } = of;
  const kept = { index: memory.words(size), weight: memory.floats(size) };
  memory.kernel.thin(
    weight.byteOffset,
    wanted?.byteOffset ?? 0,
    chips.byteOffset,
    lit?.byteOffset ?? 0,
    ...([tried, size, memory.floats(4 * tried).byteOffset] as const),
    ...([kept.index.byteOffset, kept.weight.byteOffset] as const),
  );
  return kept;
}

const meanOf = ({ index, weight }: Kept, of: Float64Array) =>
  weight.reduce((sum, w, k) => sum + w * of[index[k]!]!, 0);

describe('a thinned cell', () => {
  test.each([
    ['by its own weights', {}],
    ['where global origins speak, too', { wanted: column(range.map((i) => (1 + (i % 7)) * (1 + (i % 3)))) }],
  ])('has the mean of the whole: %s', (_, change) => {
    const of = cell(change);
    const kept = thinned(of, 128);
    const total = of.weight.reduce((a, b) => a + b, 0);
    const exact = of.weight.reduce((sum, w, i) => sum + w * of.chips[i]!, 0) / total;
    expect(kept.weight.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(meanOf(kept, of.chips) / exact).toBeCloseTo(1, 1.5);
  });

  test('goes by chips in ascending order, and by compute where no chips run', () => {
    const byChips = cell();
    const chips = [...thinned(byChips, 128).index].map((i) => byChips.chips[i]!);
    expect(chips).toEqual([...chips].sort((a, b) => a - b));
    const lit = column(range.map((i) => (i * 71) % TRIED));
    const byLit = cell({ chips: column(range.map(() => 0)), lit });
    const compute = [...thinned(byLit, 128).index].map((i) => lit[i]!);
    expect(compute).toEqual([...compute].sort((a, b) => a - b));
    expect(new Set(compute).size).toBeGreaterThan(100);
  });

  test('keeps more of the few chips than weights alone would', () => {
    const of = cell();
    const few = [...thinned(of, 128).index].filter((i) => of.chips[i]! < 512).length;
    expect(few).toBeGreaterThan(128 / 10 + 10);
  });

  test('is the cell itself where it tries no more than it keeps, equals in their order', () => {
    const of = { ...cell(), tried: 128 };
    const kept = thinned(of, 128);
    expect([...kept.index]).toEqual(range.slice(0, 128));
    const alike = cell({ chips: column(range.map(() => 5)), weight: column(range.map(() => 1)) });
    const order = [...thinned(alike, 128).index];
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('has one particle of weight 1 where nothing is possible', () => {
    const kept = thinned(cell({ weight: column(range.map(() => 0)) }), 32);
    expect([kept.weight[0], kept.weight[1], kept.index[0]]).toEqual([1, 0, 0]);
  });
});
