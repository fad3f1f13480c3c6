import { describe, expect, it } from 'vitest';
import { shapleyEffects } from '../../src/stats/shapley-effects.ts';

const draws = 4096;

/** Normal columns from Roberts' sequence, made exactly uncorrelated and standard by Gram-Schmidt. */
function exactNormals(count: number): Float64Array[] {
  let phi = 2;
  for (let step = 0; step < 60; step++) phi = (1 + phi) ** (1 / (2 * count + 1));
  const columns: Float64Array[] = [];
  for (let j = 0; j < count; j++) {
    const u = (k: number, i: number): number => (0.5 + (i + 1) * phi ** -(2 * j + k)) % 1;
    let column = Float64Array.from({ length: draws }, (_, i) => {
      return Math.sqrt(-2 * Math.log(u(1, i))) * Math.cos(2 * Math.PI * u(2, i));
    });
    for (const other of [new Float64Array(draws).fill(1), ...columns]) {
      const slope = dot(column, other) / dot(other, other);
      column = column.map((x, i) => x - slope * other[i]!);
    }
    const deviation = Math.sqrt(dot(column, column) / draws);
    columns.push(column.map((x) => x / deviation));
  }
  return columns;
}

function dot(x: Float64Array, y: Float64Array): number {
  return x.reduce((total, v, i) => total + v * y[i]!, 0);
}

const [z1, z2, z3] = exactNormals(3) as [Float64Array, Float64Array, Float64Array];
const linear = { degreesOfFreedom: 1, products: false };

describe('Shapley effects', () => {
  it('of two correlated normal inputs follow the closed form', () => {
    // Owen and Prieur 2017, SIAM/ASA J. UQ 5, 986: Y = b1 X1 + b2 X2,
    // Sh1 = b1^2 s1^2 (1 - r^2 / 2) + r b1 b2 s1 s2 + b2^2 s2^2 r^2 / 2, over Var(Y).
    const [b1, b2, s1, s2, r] = [2, -1, 1.5, 3, 0.6];
    const x1 = z1.map((z) => 10 + s1 * z);
    const x2 = z2.map((z, i) => s2 * (r * z1[i]! + Math.sqrt(1 - r * r) * z));
    const outcome = x1.map((x, i) => b1 * x + b2 * x2[i]!);
    const variance = (b1 * s1) ** 2 + (b2 * s2) ** 2 + 2 * r * b1 * b2 * s1 * s2;
    const cross = r * b1 * b2 * s1 * s2;
    const first = ((b1 * s1) ** 2 * (1 - (r * r) / 2) + cross + ((b2 * s2) ** 2 * r * r) / 2) / variance;
    const { shares, explained } = shapleyEffects(outcome, [[x1], [x2]], linear);
    expect(shares[0]).toBeCloseTo(first, 3);
    expect(shares[1]).toBeCloseTo(1 - first, 3);
    expect(explained).toBeCloseTo(1, 9);
  });

  it('of three inputs, two of them correlated, follow the closed form', () => {
    // Iooss and Prieur 2019, Int. J. Uncertainty Quantification 9, 493: X1 is independent of X2 and X3.
    const [b, r] = [[1, 1.3, 0.7], 0.8] as const;
    const x3 = z3.map((z, i) => r * z2[i]! + Math.sqrt(1 - r * r) * z);
    const outcome = z1.map((x, i) => b[0] * x + b[1] * z2[i]! + b[2] * x3[i]!);
    const variance = b[0] ** 2 + b[1] ** 2 + b[2] ** 2 + 2 * r * b[1] * b[2];
    const spread = (r * r * (b[2] ** 2 - b[1] ** 2)) / 2;
    const exact = [b[0] ** 2, b[1] ** 2 + r * b[1] * b[2] + spread, b[2] ** 2 + r * b[1] * b[2] - spread];
    const { shares } = shapleyEffects(outcome, [[z1], [z2], [x3]], linear);
    for (const [i, part] of exact.entries()) expect(shares[i]).toBeCloseTo(part / variance, 3);
  });

  it('share an interaction evenly, and leave noise unexplained', () => {
    const outcome = z1.map((x, i) => x * z2[i]! + 0.5 * z3[i]!);
    const { shares, explained } = shapleyEffects(outcome, [[z1], [z2]]);
    // Var(x1 x2) is close to 1 in these draws, the noise has 0.25.
    expect(explained).toBeCloseTo(0.8, 1);
    expect(shares[0]! - shares[1]!).toBeCloseTo(0, 1);
    expect(shapleyEffects(outcome, [[z1], [z2]], { products: false }).explained).toBeLessThan(0.05);
    // In one group, the product is there in any case.
    expect(shapleyEffects(outcome, [[z1, z2]], { products: false }).explained).toBeCloseTo(explained, 9);
  });

  it('give an input that does nothing no more than its correlation', () => {
    const shadow = z1.map((x, i) => x + 1e-3 * z2[i]!);
    const twins = shapleyEffects(z1, [[z1], [shadow], [z3]], linear);
    expect(twins.shares[0]).toBeCloseTo(0.5, 3);
    expect(twins.shares[1]).toBeCloseTo(0.5, 3);
    expect(twins.shares[2]).toBeCloseTo(0, 3);
    expect(shapleyEffects(z1, [[z1], [new Float64Array(draws)]]).shares[1]).toBe(0);
  });

  it('follow the weights of the draws', () => {
    // x1 in {0, 1} with weights that make P(x1 = 1) = p; Y = x1 + x2 with x2 in {0, 1} even.
    const x1 = Float64Array.from({ length: 400 }, (_, i) => i & 1);
    const x2 = Float64Array.from({ length: 400 }, (_, i) => (i >> 1) & 1);
    const weights = x1.map((x) => (x ? 0.1 : 0.9));
    const { shares } = shapleyEffects(
      x1.map((x, i) => x + x2[i]!),
      [[x1], [x2]],
      { weights },
    );
    // The adjustment for two coefficients in 244 effective draws is of the order of a thousandth.
    expect(Math.abs(shares[0]! - 0.09 / 0.34)).toBeLessThan(0.002);
  });

  it('agree between subsets and random orders', () => {
    const columns = exactNormals(10);
    const common = columns[9]!;
    const inputs = columns.slice(0, 9).map((z, j) => [z.map((x, i) => x + (j / 9) * common[i]!)]);
    const outcome = common.map((_, i) => inputs.reduce((sum, [x], j) => sum + (1 + j / 5) * x![i]!, 0));
    let state = 7;
    const uniforms = (count: number): Float64Array =>
      Float64Array.from({ length: count }, () => {
        state = (state * 48_271) % 2_147_483_647;
        return state / 2_147_483_647;
      });
    const exact = shapleyEffects(outcome, inputs, linear);
    const sampled = shapleyEffects(outcome, inputs, { ...linear, orders: { uniforms, count: 500 } });
    expect(exact.explained).toBeCloseTo(1, 9);
    expect(sampled.explained).toBeCloseTo(1, 9);
    for (let j = 0; j < 9; j++) expect(Math.abs(sampled.shares[j]! - exact.shares[j]!)).toBeLessThan(0.005);
  });

  it('refuse bad groups and constant outcomes', () => {
    expect(() => shapleyEffects(z1, [])).toThrow('ST-N061');
    expect(() => shapleyEffects(z1, [[z1], []])).toThrow('ST-N061');
    expect(() =>
      shapleyEffects(
        z1,
        Array.from({ length: 11 }, () => [z2]),
      ),
    ).toThrow('ST-N061');
    expect(() => shapleyEffects(new Float64Array(draws).fill(0.1), [[z1]])).toThrow('ST-N056');
    expect(() => shapleyEffects(z1, [[z1.map(() => Number.NaN)]])).toThrow('ST-N051');
    expect(() => shapleyEffects(Float64Array.of(1, 2, 3), [[Float64Array.of(1, 2, 4)]])).toThrow('ST-N064');
  });
});
