import { describe, expect, test } from 'vitest';
import { exp, expm1 } from '../../src/elementary/exponential.ts';
import { digestOfResults, unit, unitsApart } from './arguments.ts';

const wide = [...unit('exp')].map((u) => (u - 0.5) * 1500);
const near = [...unit('exp near')].map((u) => (u - 0.5) * 3);

// Rounded from 50 decimal digits.
test.each([
  [0.5, 1.6487212707001282, 0.6487212707001282],
  [1.25, 3.4903429574618414, 2.4903429574618414],
  [-3.75, 0.023517745856009107, -0.9764822541439909],
  [20.5, 799902177.4755054, 799902176.4755054],
  [-700.25, 7.678723813110872e-305, -1],
  [1e-10, 1.0000000001, 1.00000000005e-10],
])('e^%d and e^%d - 1 within a unit in the last place', (x, power, less) => {
  expect(unitsApart(exp(x), power)).toBeLessThanOrEqual(1);
  expect(unitsApart(expm1(x), less)).toBeLessThanOrEqual(1);
});

test.each([
  [0, 1, 0],
  [-0, 1, -0],
  [1, Math.E, Math.E - 1],
  [Infinity, Infinity, Infinity],
  [-Infinity, 0, -1],
  [710, Infinity, Infinity],
  [-746, 0, -1],
  [NaN, NaN, NaN],
])('at the ends: %d', (x, power, less) => {
  expect(exp(x)).toBe(power);
  expect(unitsApart(expm1(x), less)).toBeLessThanOrEqual(1);
});

describe('in every engine', () => {
  test('the same bits', () => {
    expect(digestOfResults(exp, [...wide, ...near])).toMatchInlineSnapshot(`"a25227f8ca555ea1"`);
    expect(digestOfResults(expm1, [...wide, ...near])).toMatchInlineSnapshot(`"ef2777e2ff39482d"`);
  });

  test('and those of Math but for the last places', () => {
    const apart = [...wide, ...near].map((x) =>
      Math.max(unitsApart(exp(x), Math.exp(x)), unitsApart(expm1(x), Math.expm1(x))),
    );
    expect(Math.max(...apart)).toBeLessThanOrEqual(2);
  });
});
