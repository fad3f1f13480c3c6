import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beta } from '../../src/stats/beta.ts';
import { discrete, point } from '../../src/stats/discrete.ts';
import type { Distribution } from '../../src/stats/distribution.ts';
import { fromQuantiles } from '../../src/stats/from-quantiles.ts';
import { gamma } from '../../src/stats/gamma.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { mixture } from '../../src/stats/mixture.ts';
import { normal } from '../../src/stats/normal.ts';
import { stream } from '../../src/stats/random.ts';
import { sobolColumn } from '../../src/stats/sobol.ts';
import { compileTable, drawColumn, sampleColumn, type Table } from '../../src/stats/table.ts';
import { triangular } from '../../src/stats/triangular.ts';
import { truncated } from '../../src/stats/truncated.ts';
import { uniform } from '../../src/stats/uniform.ts';

const continuous: readonly Distribution[] = [
  normal(10, 2),
  normal(1e6, 1),
  lognormal(3, 0.5),
  lognormal(3, 1.5),
  lognormal(0, 2.5),
  beta(2, 8),
  beta(0.5, 0.5),
  beta(0.1, 0.3),
  beta(80, 20),
  beta(900, 3),
  gamma(2, 1),
  gamma(0.2, 5),
  gamma(400, 0.1),
  uniform(-1, 5),
  triangular(0, 1, 5),
  triangular(0, 0, 1),
  fromQuantiles([
    [0.05, 2.5],
    [0.5, 3],
    [0.95, 4],
  ]),
  fromQuantiles([
    [0.1, -3],
    [0.5, 0],
    [0.6, 1],
    [0.95, 20],
  ]),
  truncated(normal(0, 1), 0.5, 9),
  truncated(lognormal(3, 1.5), 10, 200),
  mixture([normal(0, 1), normal(2, 0.3)], [0.3, 0.7]),
];

function sampled(table: Table, uniforms: readonly number[]): number[] {
  const out = new Float64Array(uniforms.length);
  sampleColumn(table, Float64Array.from(uniforms), out);
  return [...out];
}

/** Mean of a function of the table's draws: Simpson's rule over octaves of both tails, to 2^-33. */
function tableMean(table: Table, f: (x: number) => number): number {
  const steps = 256;
  let sum = 0;
  for (let octave = 1; octave <= 32; octave++) {
    const start = 2 ** -(octave + 1);
    const low = Array.from({ length: steps + 1 }, (_, i) => start * (1 + i / steps));
    for (const tail of [low, low.map((p) => 1 - p)]) {
      sampled(table, tail).forEach((x, i) => {
        const factor = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
        sum += (f(x) * start * factor) / (3 * steps);
      });
    }
  }
  return sum;
}

describe.each(continuous)('the table of $name', (distribution) => {
  const table = compileTable(distribution);

  test('puts draws where the cdf has them, out to 1e-9 in both tails', () => {
    for (const p of [0.5, 0.3, 0.1, 0.03, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9]) {
      for (const off of [1, 0.993, 1.011]) {
        const tail = p * off;
        const [low, high] = sampled(table, [tail, 1 - tail]) as [number, number];
        const resolution = (x: number) => 1e-15 * Math.abs(x) * Math.exp(distribution.logDensity(x));
        // Bending tails (a narrow valley, a steep power) reach 6e-4; most stay below 1e-4.
        const allowed = (x: number) => 6e-4 * tail + 2 * resolution(x) + 2e-16;
        expect(Math.abs(distribution.cdf(low) - tail)).toBeLessThan(allowed(low));
        expect(Math.abs(1 - distribution.cdf(high) - tail)).toBeLessThan(allowed(high));
      }
    }
  });

  test('has its mean and standard deviation', () => {
    const { mean } = distribution;
    const sd = Math.sqrt(distribution.variance);
    // Beyond 2^-33, a lognormal distribution of sigma 1.5 keeps 6e-4 of its variance, one of 2.5 a tenth.
    const heavy = distribution.name === 'lognormal(mu 0, sigma 2.5)';
    expect(Math.abs(tableMean(table, (x) => x - mean)) / sd).toBeLessThan(1e-4);
    const spread = Math.sqrt(tableMean(table, (x) => (x - mean) ** 2));
    expect(Math.abs(spread / sd - 1)).toBeLessThan(heavy ? 0.1 : 5e-4);
  });

  test('never falls', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
        fc.double({ min: 0, max: 1e-3, noNaN: true }),
        (u, more) => {
          const [a, b] = sampled(table, [u, Math.min(1 - 1e-13, u + more)]) as [number, number];
          expect(a).toBeLessThanOrEqual(b);
        },
      ),
    );
  });
});

describe('draws', () => {
  test.each([lognormal(3, 1.5), gamma(2, 1), beta(2, 8), normal(0, 1)])(
    'of $name pass far quantiles as often as they should',
    (distribution) => {
      const table = compileTable(distribution);
      const count = 1 << 22;
      const block = new Float64Array(1 << 16);
      const tails = [1e-4, 1e-5, 1e-6];
      const limits = tails.map((p) => distribution.quantile(1 - p));
      const hits = [0, 0, 0];
      for (let from = 0; from < count; from += block.length) {
        drawColumn(table, stream(1, distribution.name), from, block);
        for (const x of block) for (let i = 0; i < 3 && x > limits[i]!; i++) hits[i]!++;
      }
      tails.forEach((p, i) => {
        expect(Math.abs(hits[i]! - count * p) / Math.sqrt(count * p)).toBeLessThan(4);
      });
    },
  );

  test('of a wide lognormal at Sobol points have its mean', () => {
    const distribution = lognormal(0, 1.5);
    const table = compileTable(distribution);
    const count = 1 << 18;
    const u = new Float64Array(count);
    sobolColumn(0, 0, u, stream(1, 'tails'));
    sampleColumn(table, u, u);
    const mean = u.reduce((sum, x) => sum + x, 0) / count;
    expect(Math.abs(mean / distribution.mean - 1)).toBeLessThan(1e-3);
  });

  test('are the same however a range is split, and in place', () => {
    const table = compileTable(gamma(2, 1));
    const whole = new Float64Array(3000);
    drawColumn(table, stream(1, 'x'), 0, whole);
    const part = new Float64Array(1000);
    drawColumn(table, stream(1, 'x'), 1500, part);
    expect(part).toEqual(whole.slice(1500, 2500));
  });
});

describe('jumps', () => {
  test('of a discrete distribution are exact', () => {
    const distribution = discrete([1, 2, 5, 9], [0.1, 0.2, 0.3, 0.4]);
    const table = compileTable(distribution);
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (u) => {
        expect(sampled(table, [u])).toEqual([distribution.quantile(u)]);
      }),
      { numRuns: 2000 },
    );
    expect(sampled(table, [0.1, 0.1 + 1e-12, 0.3 + 1e-12, 0.6 + 1e-12])).toEqual([1, 2, 5, 9]);
  });

  test('of many atoms are exact', () => {
    const distribution = discrete(Array.from({ length: 2000 }, (_, i) => i));
    const table = compileTable(distribution);
    const u = Array.from({ length: 5000 }, (_, i) => (i + 0.5) / 5000);
    expect(sampled(table, u)).toEqual(u.map((p) => distribution.quantile(p)));
  });

  test('from an atom to a continuous part leave the atom its probability', () => {
    const distribution = mixture([point(0), lognormal(1, 0.5)], [0.3, 0.7]);
    const table = compileTable(distribution);
    const u = Array.from({ length: 20_000 }, (_, i) => (i + 0.5) / 20_000);
    const draws = sampled(table, u);
    expect(draws.filter((x) => x === 0).length).toBe(6000);
    draws.forEach((x, i) => {
      if (x > 0) expect(Math.abs(distribution.cdf(x) - u[i]!)).toBeLessThan(4e-4);
    });
  });

  test('over a gap leave the gap empty', () => {
    const distribution = mixture([uniform(0, 1), uniform(10, 11)], [0.4, 0.6]);
    const table = compileTable(distribution);
    const u = Array.from({ length: 50_000 }, (_, i) => (i + 0.5) / 50_000);
    const draws = sampled(table, u);
    expect(draws.filter((x) => x > 1 + 1e-9 && x < 10 - 1e-9)).toEqual([]);
    expect(draws.filter((x) => x < 5).length).toBe(20_000);
  });

  test('of a point are none', () => {
    const table = compileTable(point(7));
    expect(table.jumps).toBeUndefined();
    expect(sampled(table, [1e-9, 0.3, 0.5, 0.99])).toEqual([7, 7, 7, 7]);
  });
});
