import { expect, test } from 'vitest';
import { power } from '../../src/elementary/power.ts';
import { digestOfResults, unit, unitsApart } from './arguments.ts';

// Rounded from 50 decimal digits.
test.each([
  [10, 275, 1e275],
  [10, -5, 1e-5],
  [1.1, 0.3, 1.029005759421095],
  [0.02, 17.5, 1.8536380004736637e-30],
  [3, 40, 12157665459056929e3],
  [7.25, -12.5, 1.761063102318269e-11],
])('%d^%d within a unit in the last place', (x, y, value) => {
  expect(unitsApart(power(x, y), value)).toBeLessThanOrEqual(1);
});

test('of ten exactly, as far as doubles hold it', () => {
  for (let n = 0; n <= 22; n++) expect(power(10, n)).toBe(Number(`1e${n}`));
});

test.each([
  [0, 0, 1],
  [NaN, 0, 1],
  [0, 2.5, 0],
  [0, -2.5, Infinity],
  [Infinity, 2.5, Infinity],
  [Infinity, -2.5, 0],
  [1, 1e300, 1],
  [5, 1, 5],
  [4, -1, 0.25],
  [3, 2, 9],
  [2, 0.5, Math.SQRT2],
  [-8, 3, NaN],
  [2, NaN, NaN],
  [2, 1025, Infinity],
  [2, -1080, 0],
  [2, 1023.5, 1.2711610061536462e308],
])('at the ends: %d^%d', (x, y, value) => {
  const result = power(x, y);
  if (Number.isNaN(value)) expect(result).toBeNaN();
  else expect(Math.abs(result / value - 1) < 1e-12 || result === value).toBe(true);
});

test('rises with the exponent, and with the base', () => {
  const steps = Array.from({ length: 2000 }, (_, i) => (i - 1000) / 50);
  for (const base of [1.0001, 1.7, 9]) {
    const values = steps.map((y) => power(base, y));
    expect(values.every((each, i) => i === 0 || each > values[i - 1]!)).toBe(true);
  }
});

test('is that of Math but for the last places, and the same bits in every engine', () => {
  const exponents = unit('power').map((u) => (u - 0.5) * 40);
  const bases = [...unit('base')].map((u) => 20 * u);
  const apart = bases.map((x, i) => unitsApart(power(x, exponents[i]!), x ** exponents[i]!));
  expect(Math.max(...apart)).toBeLessThanOrEqual(2);
  let i = 0;
  expect(digestOfResults((x) => power(x, exponents[i++]!), bases)).toMatchInlineSnapshot(
    `"b90792674a45f364"`,
  );
});
