import { describe, expect, test } from 'vitest';
import { correlate, normalCorrelation, shareFactor } from '../../src/stats/copula.ts';
import { stream, uniforms } from '../../src/stats/random.ts';

const count = 1 << 16;

function column(name: string): Float64Array {
  const out = new Float64Array(count);
  uniforms(stream(1, name), 0, out);
  return out;
}

/** Correlation of uniforms, which is the rank correlation of whatever is drawn from them. */
function rankCorrelation(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (a[i]! - 0.5) * (b[i]! - 0.5);
  return (12 * sum) / count;
}

function expectUniform(u: Float64Array): void {
  const cells = new Float64Array(256);
  for (const x of u) cells[Math.floor(x * 256)]!++;
  const statistic = cells.reduce((sum, hits) => sum + (hits - count / 256) ** 2 / (count / 256), 0);
  expect(Math.abs(statistic - 255) / Math.sqrt(510)).toBeLessThan(4);
}

test('the correlation of normal variables with rank correlation 1/2 is 0.5176', () => {
  // Pearson 1907: 2 sin(pi / 12) = 0.51764.
  expect(normalCorrelation(0.5)).toBeCloseTo(0.51764, 5);
  expect(normalCorrelation(-1)).toBeCloseTo(-1, 12);
});

describe('correlate', () => {
  test('gives the rank correlations asked for and keeps columns uniform', () => {
    const columns = [column('a'), column('b'), column('c')];
    const wanted = [
      [1, 0.7, -0.3],
      [0.7, 1, 0.2],
      [-0.3, 0.2, 1],
    ];
    correlate(columns, wanted);
    for (const u of columns) expectUniform(u);
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      expect(Math.abs(rankCorrelation(columns[i]!, columns[j]!) - wanted[i]![j]!)).toBeLessThan(0.012);
    }
  });

  test('leaves independent columns as they were', () => {
    const columns = [column('a'), column('b')];
    correlate(columns, [
      [1, 0],
      [0, 1],
    ]);
    const before = column('b');
    const worst = columns[1]!.reduce((most, x, i) => Math.max(most, Math.abs(x - before[i]!)), 0);
    expect(worst).toBeLessThan(1e-4);
  });

  test('refuses correlations that cannot hold together', () => {
    const impossible = [
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ];
    expect(() => correlate([column('a'), column('b'), column('c')], impossible)).toThrow(/ST-N006/);
    expect(() =>
      correlate(
        [column('a'), column('b')],
        [
          [1, 0.2],
          [0.1, 1],
        ],
      ),
    ).toThrow(/not symmetric/);
  });
});

describe('shareFactor', () => {
  test('correlates quantities by the product of their loadings', () => {
    const common = column('factor');
    const [a, b] = [column('a'), column('b')];
    shareFactor(common, 0.8, a, a);
    shareFactor(common, -0.5, b, b);
    expectUniform(a);
    const rank = (6 / Math.PI) * Math.asin((0.8 * -0.5) / 2);
    expect(Math.abs(rankCorrelation(a, b) - rank)).toBeLessThan(0.012);
  });

  test('refuses a loading above 1', () => {
    expect(() => shareFactor(column('f'), 1.2, column('a'), column('a'))).toThrow(/ST-N006/);
  });
});
