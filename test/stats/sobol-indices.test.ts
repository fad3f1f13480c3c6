import { describe, expect, it } from 'vitest';
import { saltelliDesign, sobolIndices } from '../../src/stats/sobol-indices.ts';

/** Roberts' sequence: coordinate j of point k is `k phi^-j` modulo 1, where `phi^(dimensions + 1) = phi + 1`. */
function spreadPoints(n: number, dimensions: number): Float64Array {
  let phi = 2;
  for (let step = 0; step < 60; step++) phi = (1 + phi) ** (1 / (dimensions + 1));
  return Float64Array.from({ length: n * dimensions }, (_, k) => {
    const [row, column] = [Math.floor(k / dimensions), k % dimensions];
    return (0.5 + (row + 1) * phi ** -(column + 1)) % 1;
  });
}

function evaluate(matrix: Float64Array, inputs: number, f: (x: number[]) => number): Float64Array {
  return Float64Array.from({ length: matrix.length / inputs }, (_, row) => {
    return f([...matrix.subarray(row * inputs, (row + 1) * inputs)]);
  });
}

function indicesOf(f: (x: number[]) => number, inputs: number, rows = 4096) {
  const { a, b, ab } = saltelliDesign(spreadPoints(rows, 2 * inputs), inputs);
  return sobolIndices({
    a: evaluate(a, inputs, f),
    b: evaluate(b, inputs, f),
    ab: ab.map((mixed) => evaluate(mixed, inputs, f)),
  });
}

describe("Sobol' indices", () => {
  it('are those of the Ishigami function', () => {
    const angle = (u: number): number => Math.PI * (2 * u - 1);
    const ishigami = (x: number[]): number => {
      const [x1, x2, x3] = x.map(angle) as [number, number, number];
      return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
    };
    const { first, total, variance } = indicesOf(ishigami, 3);
    // Ishigami and Homma 1990 with a = 7, b = 0.1: V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2.
    expect(variance).toBeCloseTo(13.8446, 1);
    for (const [i, exact] of [0.3139, 0.4424, 0].entries())
      expect(Math.abs(first[i]! - exact)).toBeLessThan(0.01);
    for (const [i, exact] of [0.5576, 0.4424, 0.2437].entries()) {
      expect(Math.abs(total[i]! - exact)).toBeLessThan(0.01);
    }
  });

  it('of a sum are the shares of its terms, whatever its offset', () => {
    const { first, total } = indicesOf((x) => 1e6 + 3 * x[0]! + 4 * x[1]!, 2);
    for (const [i, exact] of [9 / 25, 16 / 25].entries()) {
      expect(Math.abs(first[i]! - exact)).toBeLessThan(0.01);
      expect(Math.abs(total[i]! - exact)).toBeLessThan(0.01);
    }
  });

  it('take columns from B one at a time', () => {
    const { a, b, ab } = saltelliDesign(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8), 2);
    expect([...a]).toEqual([1, 2, 5, 6]);
    expect([...b]).toEqual([3, 4, 7, 8]);
    expect(ab.map((m) => [...m])).toEqual([
      [3, 2, 7, 6],
      [1, 4, 5, 8],
    ]);
  });

  it('refuse constant outputs and matrices that do not match', () => {
    const two = Float64Array.of(1, 2);
    expect(() => indicesOf(() => 0.1, 2)).toThrow('ST-N056');
    expect(() => sobolIndices({ a: two, b: two, ab: [Float64Array.of(1)] })).toThrow('ST-N060');
    expect(() => sobolIndices({ a: two, b: Float64Array.of(1, Number.NaN), ab: [] })).toThrow('ST-N051');
    expect(() => saltelliDesign(two, 2)).toThrow('ST-N060');
  });
});
