import { describe, expect, it } from 'vitest';
import { conditionalMeans } from '../../src/stats/conditional-mean.ts';

const draws = 3000;
/** Evenly spread numbers that look independent for different steps. */
const spread = (step: number): Float64Array =>
  Float64Array.from({ length: draws }, (_, i) => ((i + 1) * step) % 1);
const [u, v, e] = [spread(Math.SQRT2), spread(Math.sqrt(3)), spread(Math.sqrt(5))] as const;
const worst = (fitted: Float64Array, exact: (i: number) => number): number =>
  fitted.reduce((most, f, i) => Math.max(most, Math.abs(f - exact(i))), 0);

describe('the conditional mean', () => {
  it('follows a curve through noise', () => {
    const outcome = u.map((x, i) => Math.sin(4 * x) + 2 * (e[i]! - 0.5));
    const [fitted] = conditionalMeans([outcome], [u]);
    expect(worst(fitted!, (i) => Math.sin(4 * u[i]!))).toBeLessThan(0.1);
  });

  it('finds an interaction of two inputs', () => {
    const outcome = u.map((x, i) => 8 * (x - 0.5) * (v[i]! - 0.5) + (e[i]! - 0.5));
    const [fitted] = conditionalMeans([outcome], [u, v]);
    expect(worst(fitted!, (i) => 8 * (u[i]! - 0.5) * (v[i]! - 0.5))).toBeLessThan(0.1);
  });

  it('is the mean of each class for classes', () => {
    const kind = u.map((x) => Math.floor(4 * x) ** 2);
    const weights = e.map((x) => 0.1 + x);
    const outcome = v;
    const [fitted] = conditionalMeans([outcome], [kind], { weights });
    for (const k of [0, 1, 4, 9]) {
      let [total, weighted] = [0, 0];
      for (let i = 0; i < draws; i++) {
        if (kind[i] !== k) continue;
        total += weights[i]!;
        weighted += weights[i]! * outcome[i]!;
      }
      expect(fitted![kind.indexOf(k)]).toBeCloseTo(weighted / total, 10);
    }
  });

  it('gives classes curves of their own', () => {
    const kind = v.map((x) => Number(x > 0.4));
    const outcome = u.map((x, i) => (kind[i] ? 3 * x : -x) + (e[i]! - 0.5));
    const [fitted] = conditionalMeans([outcome], [kind, u]);
    expect(worst(fitted!, (i) => (kind[i] ? 3 * u[i]! : -u[i]!))).toBeLessThan(0.1);
  });

  it('is the plain mean without inputs, or with constant ones', () => {
    const mean = v.reduce((sum, x) => sum + x, 0) / draws;
    expect(worst(conditionalMeans([v], [])[0]!, () => mean)).toBeLessThan(1e-12);
    expect(worst(conditionalMeans([v], [new Float64Array(draws)])[0]!, () => mean)).toBeLessThan(1e-12);
  });

  it('is the mean, not the draw, when hardly a draw counts', () => {
    const weights = new Float64Array(draws);
    weights[5] = 1;
    expect(worst(conditionalMeans([v], [], { weights })[0]!, () => v[5]!)).toBeLessThan(1e-12);
    const two = Float64Array.of(1, 2);
    expect(() => conditionalMeans([two], [two])).toThrow('ST-N064');
  });

  it('fits no noise', () => {
    const [fitted] = conditionalMeans([e], [u]);
    expect(worst(fitted!, () => 0.5)).toBeLessThan(0.03);
  });
});
