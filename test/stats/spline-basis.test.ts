import { expect, it } from 'vitest';
import { splineBasis } from '../../src/stats/spline-basis.ts';

const x = Float64Array.from({ length: 1001 }, (_, i) => i / 1000);
const weights = new Float64Array(1001).fill(1);

it('has one column a degree of freedom', () => {
  for (const degreesOfFreedom of [1, 2, 4, 7]) {
    const { columns, saturated } = splineBasis(x, { weights, degreesOfFreedom });
    expect(columns).toHaveLength(degreesOfFreedom);
    expect(saturated).toBe(false);
  }
});

it('is linear beyond the outer knots, and smooth', () => {
  const { columns } = splineBasis(x, { weights, degreesOfFreedom: 4 });
  for (const column of columns) {
    const second = (i: number): number => column[i + 1]! - 2 * column[i]! + column[i - 1]!;
    // Outer knots at 0.05 and 0.95.
    for (const i of [10, 40, 960, 990]) expect(second(i)).toBeCloseTo(0, 9);
    // The second derivative is continuous, so second differences change little from step to step.
    for (let i = 2; i < 1000; i++) expect(Math.abs(second(i) - second(i - 1))).toBeLessThan(1e-6);
  }
  const middle = columns[1]!;
  expect(Math.abs(middle[500]! - 2 * middle[450]! + middle[400]!)).toBeGreaterThan(1e-4);
});

it('gives a few values a column each', () => {
  const values = Float64Array.of(2, 0, 5, 2, 9);
  const five = Float64Array.of(1, 1, 1, 1, 0);
  const { columns, saturated } = splineBasis(values, { weights: five, degreesOfFreedom: 4 });
  expect(saturated).toBe(true);
  // 9 has no weight, 0 is the reference.
  expect(columns.map((column) => [...column])).toEqual([
    [1, 0, 0, 1, 0],
    [0, 0, 1, 0, 0],
  ]);
  expect(splineBasis(new Float64Array(5), { weights: five, degreesOfFreedom: 4 }).columns).toHaveLength(0);
});

it('does not stumble over quantiles that coincide', () => {
  const mostlyZero = x.map((v) => Math.max(0, v - 0.9));
  const { columns } = splineBasis(mostlyZero, { weights, degreesOfFreedom: 4 });
  expect(columns.length).toBeGreaterThanOrEqual(1);
  for (const column of columns) expect(column.every(Number.isFinite)).toBe(true);
});
