import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SandtableError } from '../../src/errors/fault.ts';
import { stream, uniforms } from '../../src/stats/random.ts';
import { sobolColumn, sobolDimensions } from '../../src/stats/sobol.ts';
import scipy from '../fixtures/sobol/scipy.json' with { type: 'json' };

function column(dimension: number, from: number, count: number, scramble?: string): Float64Array {
  const out = new Float64Array(count);
  sobolColumn(dimension, from, out, scramble === undefined ? undefined : stream(1, scramble));
  return out;
}

/** SciPy goes through the same points in Gray-code order. */
function gray(index: number): number {
  return index ^ (index >>> 1);
}

describe('the plain sequence', () => {
  test.each(scipy.columns as [number, number[]][])('is that of SciPy in dimension %i', (dimension, words) => {
    const points = column(dimension, 0, 256);
    words.forEach((word, i) => {
      expect(points[gray(i)]).toBe((word + 0.5) / 2 ** 32);
    });
  });

  test('is that of SciPy at a far index in all 256 dimensions', () => {
    expect(scipy.far.length).toBe(sobolDimensions);
    for (const [dimension, word] of scipy.far) {
      expect(column(dimension!, gray(987654), 1)[0]).toBe((word! + 0.5) / 2 ** 32);
    }
  });

  test('gives the same points however a range is split', () => {
    const whole = column(7, 0, 3000, 'x');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2999 }), fc.integer({ min: 1, max: 500 }), (from, count) => {
        const end = Math.min(3000, from + count);
        expect(column(7, from, end - from, 'x')).toEqual(whole.slice(from, end));
      }),
    );
    expect(column(7, 2 ** 32 - 2, 2, 'x').length).toBe(2);
  });

  test('refuses dimensions and indices that it has not', () => {
    expect(() => column(256, 0, 1)).toThrow(SandtableError);
    expect(() => column(0, 2 ** 32 - 1, 2)).toThrow(/ST-N007/);
  });
});

describe('scrambled points', () => {
  test('are still a net: one in each interval of 2^-m, in every dimension', () => {
    for (let dimension = 0; dimension < sobolDimensions; dimension++) {
      for (const from of [0, 512, 7 * 512]) {
        const cells = new Set(Array.from(column(dimension, from, 512, 'net'), (x) => Math.floor(x * 512)));
        expect(cells.size).toBe(512);
      }
    }
  });

  test('are still a net in two dimensions: one in every elementary box of the first two', () => {
    const [x, y] = [column(0, 0, 256, 'box'), column(1, 0, 256, 'box')];
    for (let bits = 0; bits <= 8; bits++) {
      const boxes = new Set(
        Array.from(x, (_, i) => Math.floor(x[i]! * 2 ** bits) * 1024 + Math.floor(y[i]! * 2 ** (8 - bits))),
      );
      expect(boxes.size).toBe(256);
    }
  });

  test('are uniform over scramblings, at any index', () => {
    const cells = new Float64Array(64);
    for (let i = 0; i < 6400; i++) cells[Math.floor(column(3, 12345, 1, `s${i}`)[0]! * 64)]!++;
    const statistic = cells.reduce((sum, hits) => sum + (hits - 100) ** 2 / 100, 0);
    expect(Math.abs(statistic - 63) / Math.sqrt(126)).toBeLessThan(4);
  });

  test('scramble deep digits independently of shallow ones', () => {
    // Under Owen scrambling, bit 9 of two points that part at bit 5 agree half of the time.
    let agree = 0;
    for (let i = 0; i < 4000; i++) {
      const points = column(0, 0, 64, `s${i}`);
      const bit = (x: number) => Math.floor(x * 2 ** 9) & 1;
      if (bit(points[0]!) === bit(points[16]!)) agree++;
    }
    expect(Math.abs(agree - 2000) / Math.sqrt(1000)).toBeLessThan(4);
  });

  test('integrate a smooth function of eight variables far better than random points', () => {
    const replicates = 24;
    const points = 4096;
    const integrand = (at: (dimension: number) => Float64Array) => {
      const columns = Array.from({ length: 8 }, (_, dimension) => at(dimension));
      let sum = 0;
      for (let i = 0; i < points; i++) {
        sum += columns.reduce((product, u, j) => product * (1 + (u[i]! - 0.5) / (j + 1)), 1);
      }
      return sum / points - 1;
    };
    let [sobol, random] = [0, 0];
    for (let r = 0; r < replicates; r++) {
      sobol += integrand((dimension) => column(dimension, 0, points, `r${r}`)) ** 2;
      random +=
        integrand((dimension) => {
          const out = new Float64Array(points);
          uniforms(stream(r, `d${dimension}`), 0, out);
          return out;
        }) ** 2;
    }
    // Measured: more than 10,000 times smaller.
    expect(random / sobol).toBeGreaterThan(1000);
  });
});
