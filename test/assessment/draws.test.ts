import { describe, expect, it } from 'vitest';
import {
  coarser,
  columnAt,
  dotsOf,
  estimateOf,
  middle90,
  placesIn,
  quantileOf,
  THINNED,
  thinnedDraws,
  union,
  weightOf,
} from '../../src/assessment/draws.ts';
import type { Posterior } from '../../src/installed/infer.ts';
import { byPreset } from '../../src/installed/presets.ts';
import { normalQuantile } from '../../src/stats/normal.ts';
import { stream, uniforms } from '../../src/stats/random.ts';

// Draws of a standard normal in x; the weights exp(s x), normalised, make it a normal around s.
const DRAWS = 65_536;
const shift = { sceptic: -0.5, neutral: 0, believer: 0.5 };
const u = new Float64Array(DRAWS);
uniforms(stream(1, 'test/draws'), 0, u);
const x = u.map((p) => normalQuantile(p));
const weights = byPreset((preset) => {
  const raw = x.map((value) => Math.exp(shift[preset] * value));
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
});
const posterior = { columns: { draws: DRAWS }, weights } as unknown as Posterior;
const thinned = thinnedDraws(posterior);

describe('thinned draws', () => {
  it.each(['sceptic', 'neutral', 'believer'] as const)('keep the quantiles of the %s', (preset) => {
    const sorted = columnAt(x, thinned[preset]).sort();
    expect(thinned[preset].length).toBe(THINNED);
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      expect(Math.abs(quantileOf(sorted, p) - shift[preset] - normalQuantile(p))).toBeLessThan(0.05);
    }
  });

  it('take every fourth where there are many figures', () => {
    const few = coarser(thinned.believer);
    expect(few.length).toBe(THINNED / 4);
    expect([...few.slice(0, 3)]).toEqual([0, 4, 8].map((i) => thinned.believer[i]));
  });
});

it('joins sets of draws, each draw once and in order', () => {
  expect([...union([Uint32Array.of(5, 1, 1, 9), Uint32Array.of(), Uint32Array.of(2, 9, 100)])]).toEqual([
    1, 2, 5, 9, 100,
  ]);
});

describe('figures of ascending values', () => {
  const sorted = Float64Array.from({ length: 100 }, (_, i) => i + 1);

  it('are the smallest values that a share of the values does not pass', () => {
    expect(middle90(sorted)).toEqual({ low: 5, median: 50, high: 95 });
    expect([quantileOf(sorted, 0), quantileOf(sorted, 0.501), quantileOf(sorted, 1)]).toEqual([1, 51, 100]);
  });

  it('have fifty dots, each the middle of a fiftieth', () => {
    const few = sorted.subarray(0, 64);
    const expected = Array.from({ length: 50 }, (_, i) => Math.ceil((64 * (2 * i + 1)) / 100));
    expect(dotsOf(few)).toEqual(expected);
    expect(expected.slice(0, 3)).toEqual([1, 2, 4]);
  });
});

it('estimates under each prior and before the evidence', () => {
  const head = { id: 'x', label: { en: 'x' }, unit: '', bases: [], claimed: null, permitted: null };
  const estimate = estimateOf(
    head,
    {
      posterior: byPreset((preset) => columnAt(x, thinned[preset])),
      prior: middle90(
        columnAt(x, thinned.believer)
          .map((value) => value + 10)
          .sort(),
      ),
    },
    'believer',
  );
  expect(estimate.median).toBeCloseTo(0.5, 1);
  expect(estimate.byPreset.believer).toEqual({
    median: estimate.median,
    low: estimate.low,
    high: estimate.high,
  });
  expect(estimate.byPreset.sceptic.median).toBeCloseTo(-0.5, 1);
  expect(estimate.prior.median).toBeCloseTo(10.5, 1);
  expect(estimate.dots).toEqual([...estimate.dots].sort((a, b) => a - b));
  expect(estimate.dots.length).toBe(50);
});

it('gives the weight of the draws in which something is so, never more than 1', () => {
  expect(weightOf(Uint8Array.of(0, 1, 1), Float64Array.of(0.25, 0.5, 0.25))).toBe(0.75);
  expect(weightOf(new Uint8Array(10).fill(1), new Float64Array(10).fill(0.1 + 1e-9))).toBe(1);
});

it('finds where draws are among others', () => {
  const all = Uint32Array.of(1, 2, 5, 9, 100);
  expect([...placesIn(all, Uint32Array.of(2, 2, 9, 100))]).toEqual([1, 1, 3, 4]);
});

it('picks a column at some draws', () => {
  expect([...columnAt(Float64Array.of(5, 6, 7), Uint32Array.of(2, 0, 2))]).toEqual([7, 5, 7]);
});
