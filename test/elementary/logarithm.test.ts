import { expect, test } from 'vitest';
import { log, log1p, log2 } from '../../src/elementary/logarithm.ts';
import { digestOfResults, unit, unitsApart } from './arguments.ts';

const wide = [...unit('log')].map((u) => 2 ** Math.round((u - 0.5) * 2000) * (1 + u));
const near = [...unit('log near')].map((u) => 2 * u);

// Rounded from 50 decimal digits.
test.each([
  [0.5, -Math.LN2, 0.4054651081081644],
  [1.25, 0.22314355131420976, 0.8109302162163288],
  [3.75, 1.3217558399823195, 1.55814461804655],
  [1e-300, -690.7755278982137, 1e-300],
  [12345.678, 9.421061321291832, 9.42114231801815],
  [0.9999999, -1.0000000494736474e-7, 0.693147130559944],
])('log %d and log(1 + x) within a unit in the last place', (x, logarithm, plus) => {
  expect(unitsApart(log(x), logarithm)).toBeLessThanOrEqual(1);
  expect(unitsApart(log1p(x), plus)).toBeLessThanOrEqual(1);
});

test.each([
  [1, 0, Math.LN2],
  [0, -Infinity, 0],
  [-0, -Infinity, -0],
  [-1, NaN, -Infinity],
  [-2, NaN, NaN],
  [Infinity, Infinity, Infinity],
  [NaN, NaN, NaN],
])('at the ends: %d', (x, logarithm, plus) => {
  expect(log(x)).toBe(logarithm);
  expect(log1p(x)).toBe(plus);
});

test('to base 2 exactly for every power of 2, and rising between', () => {
  for (let k = -1074; k < 1024; k++) expect(log2(2 ** k)).toBe(k);
  const rising = [...near].sort((a, b) => a - b).map(log2);
  expect(rising.every((each, i) => i === 0 || each >= rising[i - 1]!)).toBe(true);
  expect([log2(0), log2(-1), log2(Infinity)]).toEqual([-Infinity, NaN, Infinity]);
});

test('has the same bits in every engine', () => {
  expect(digestOfResults(log, [...wide, ...near])).toMatchInlineSnapshot(`"3e00de2019910b1a"`);
  expect(digestOfResults(log1p, [...wide, ...near, ...near.map((x) => -x / 2)])).toMatchInlineSnapshot(
    `"38c0b786dfed38eb"`,
  );
  expect(digestOfResults(log2, [...wide, ...near])).toMatchInlineSnapshot(`"f2f8c862fa75ecf1"`);
});

test('is that of Math but for the last places', () => {
  const apart = [...wide, ...near].flatMap((x) => [
    unitsApart(log(x), Math.log(x)),
    unitsApart(log1p(x), Math.log1p(x)),
    unitsApart(log2(x), Math.log2(x)),
  ]);
  expect(Math.max(...apart)).toBeLessThanOrEqual(2);
});
