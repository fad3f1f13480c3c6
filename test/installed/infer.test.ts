import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arraysOf } from '../../src/installed/columns.ts';
import {
  blocksFor,
  blocksOfPart,
  drawPart,
  infer,
  posteriorFrom,
  posteriorOf,
  prepare,
} from '../../src/installed/infer.ts';
import { presets } from '../../src/installed/presets.ts';
import { finding, smallHub } from './small-hub.ts';

const model = smallHub({
  sites: [
    { claimed: 4000, items: [finding('lit', 0)] },
    { claimed: 2000, count: 2 },
  ],
  pool: [50_000, 0.3],
});

describe('the parts of a run', () => {
  test('hold all blocks once, in order, and differ by one at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 40 }), (blocks, count) => {
        const parts = Array.from({ length: count }, (_, part) => blocksOfPart(blocks, part, count));
        expect(parts[0]!.from).toBe(0);
        expect(parts.at(-1)!.to).toBe(blocks);
        parts.slice(1).forEach(({ from }, i) => {
          expect(from).toBe(parts[i]!.to);
        });
        const sizes = parts.map(({ from, to }) => to - from);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('are whole blocks, one at least', () => {
    expect([0, 1, 1024, 1025].map(blocksFor)).toEqual([1, 1, 1, 2]);
  });
});

describe('a posterior', () => {
  const whole = infer(model, { seed: 3, draws: 8192 });

  test('is the same in one piece and in parts, prepared apart', () => {
    const parts = [0, 1, 2].map((part) => drawPart(prepare(model, 3), blocksOfPart(8, part, 3)));
    const joined = posteriorFrom(model, parts, 3);
    arraysOf(joined.columns).forEach(({ values }, i) => {
      expect(values).toEqual(arraysOf(whole.columns)[i]!.values);
    });
    expect(joined.weights).toEqual(whole.weights);
    expect(joined.quality).toEqual(whole.quality);
  });

  test('has weights that sum to 1 under every prior, and says how good they are', () => {
    for (const preset of presets) {
      expect(whole.weights[preset].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      expect(whole.quality[preset].state).toBe('good');
      expect(whole.quality[preset].ess).toBeGreaterThan(400);
      expect(whole.quality[preset].pareto).toBeLessThan(whole.quality[preset].limit);
    }
  });

  test('of too few draws is poor, whatever their weights', () => {
    const { quality } = infer(model, { seed: 3, draws: 1 });
    expect(quality.neutral.ess).toBeLessThan(1025);
    const columns = drawPart(prepare(model, 3), { from: 0, to: 1 });
    for (const preset of presets) columns.logWeight[preset].fill(-Infinity, 300);
    expect(posteriorOf(model, columns).quality.neutral.state).toBe('poor');
  });

  test('of a few heavy draws is poor', () => {
    const columns = drawPart(prepare(model, 3), { from: 0, to: 4 });
    columns.logWeight.neutral.forEach((_, d) => {
      columns.logWeight.neutral[d] = -1.5 * Math.log((d + 0.5) / 4096);
    });
    const { quality } = posteriorOf(model, columns);
    expect(quality.neutral.pareto).toBeGreaterThan(quality.neutral.limit);
    expect(quality.neutral.state).toBe('poor');
    expect(quality.believer.state).toBe('good');
  });

  test('in which nothing is possible is poor, and throws nothing', () => {
    const columns = drawPart(prepare(model, 3), { from: 0, to: 1 });
    columns.logWeight.sceptic.fill(-Infinity);
    const { quality, weights } = posteriorOf(model, columns);
    expect(quality.sceptic).toMatchObject({ ess: 0, state: 'poor' });
    expect(weights.sceptic.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
});
