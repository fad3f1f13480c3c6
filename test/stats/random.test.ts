import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SandtableError } from '../../src/errors/fault.ts';
import { seedBlock, stream, uniforms } from '../../src/stats/random.ts';
import { samplingKernel } from '../../src/stats/sampling-kernel.ts';
import xoshiro from '../fixtures/random/xoshiro128starstar.json' with { type: 'json' };

function draws(seed: number | string, name: string, from: number, count: number): Float64Array {
  const out = new Float64Array(count);
  uniforms(stream(seed, name), from, out);
  return out;
}

describe('the generator', () => {
  test('is xoshiro128** in each of four lanes', () => {
    for (const { state, out } of xoshiro) {
      const { column: block, ...kernel } = samplingKernel();
      kernel.state.set([...state, ...state, ...state, ...state]);
      kernel.block(kernel.state.byteOffset, block.byteOffset);
      out.forEach((word, i) => {
        for (let lane = 0; lane < 4; lane++) {
          expect(block[4 * i + lane]).toBe(0.5 + ((word | 0) + 0.5) / 2 ** 32);
        }
      });
    }
  });

  test('seeds every lane of every block differently', () => {
    const seen = new Set<number>();
    const { key } = stream(1, 'a');
    const state = new Int32Array(16);
    for (const block of [0, 1, 2, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 40]) {
      seedBlock(key, block, state);
      state.forEach((word) => {
        seen.add(word);
      });
    }
    expect(seen.size).toBe(7 * 16);
  });

  test('keeps its draws for good', () => {
    expect([...draws(1, 'a', 0, 3)]).toMatchInlineSnapshot(`
      [
        0.5744571514660493,
        0.32254642446059734,
        0.4143561063101515,
      ]
    `);
    expect([...draws('hub', 'yiwu/fill', 5000, 2)]).toMatchInlineSnapshot(`
      [
        0.402947184513323,
        0.12195134547073394,
      ]
    `);
  });
});

describe('addressing', () => {
  test('gives the same bits however a range is split', () => {
    const whole = draws(7, 'x', 0, 5000);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4999 }), { maxLength: 8 }), (cuts) => {
        const edges = [0, ...new Set(cuts), 5000].sort((a, b) => a - b);
        const joined = edges.slice(1).flatMap((end, i) => [...draws(7, 'x', edges[i]!, end - edges[i]!)]);
        expect(Float64Array.from(joined)).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  test('reaches draws past 2^32 blocks', () => {
    const from = 2 ** 45 + 1000;
    expect(draws(7, 'x', from + 30, 10)).toEqual(draws(7, 'x', from, 100).slice(30, 40));
  });

  test('takes a seed as a number or as its text', () => {
    expect(draws(42, 'x', 0, 8)).toEqual(draws('42', 'x', 0, 8));
  });

  test('tells seed and name apart wherever the border lies', () => {
    const pairs = [
      ['1', '2'],
      ['12', ''],
      ['', '12'],
      ['1', '2\0'],
      ['1\0', '2'],
      ['1', '㘔'],
      ['2', '1'],
    ];
    const firsts = pairs.map(([seed, name]) => draws(seed!, name!, 0, 1)[0]);
    expect(new Set(firsts).size).toBe(pairs.length);
  });

  test('refuses a seed that is not a whole number', () => {
    for (const seed of [0.5, Number.NaN, 2 ** 60]) {
      expect(() => stream(seed, 'x')).toThrow(SandtableError);
    }
  });
});

describe('uniformity', () => {
  const count = 1 << 18;

  test('lies strictly between 0 and 1, with mean, variance and third moment of the uniform distribution', () => {
    const u = draws(3, 'u', 0, count);
    expect(u.every((x) => x > 0 && x < 1)).toBe(true);
    [1, 2, 3].forEach((power) => {
      const mean = u.reduce((sum, x) => sum + x ** power, 0) / count;
      const sd = Math.sqrt((1 / (2 * power + 1) - 1 / (power + 1) ** 2) / count);
      expect(Math.abs(mean - 1 / (power + 1)) / sd).toBeLessThan(4);
    });
  });

  test('fills 1,024 cells evenly, in every bit range, lane and pair', () => {
    const u = draws(4, 'u', 0, count);
    const columns = [
      (i: number) => u[i]! * 1024,
      (i: number) => (u[i]! * 1024 * 2 ** 11) % 1024,
      (i: number) => (u[i]! * 1024 * 2 ** 22) % 1024,
      (i: number) => Math.floor(u[i]! * 32) * 32 + Math.floor(u[(i + 1) % count]! * 32),
      (i: number) => Math.floor(u[i]! * 32) * 32 + Math.floor(u[(i + 4) % count]! * 32),
      (i: number) => Math.floor(u[i]! * 32) * 32 + Math.floor(u[(i + 1024) % count]! * 32),
    ];
    for (const cell of columns) expect(Math.abs(chiSquareScore(count, cell))).toBeLessThan(4);
  });

  test('is uncorrelated between streams with neighbouring names and seeds', () => {
    const all = [draws(1, 'site-1', 0, count), draws(1, 'site-2', 0, count), draws(2, 'site-1', 0, count)];
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += (all[a]![i]! - 0.5) * (all[b]![i]! - 0.5);
      expect(Math.abs((12 * sum) / Math.sqrt(count))).toBeLessThan(4);
    }
  });
});

/** Chi-square against 1,024 equal cells, as a number of standard deviations. */
function chiSquareScore(count: number, cell: (i: number) => number): number {
  const hits = new Float64Array(1024);
  for (let i = 0; i < count; i++) hits[Math.floor(cell(i))]!++;
  const expected = count / 1024;
  const statistic = hits.reduce((sum, hit) => sum + (hit - expected) ** 2 / expected, 0);
  return (statistic - 1023) / Math.sqrt(2 * 1023);
}
