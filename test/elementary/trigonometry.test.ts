import { expect, test } from 'vitest';
import { acos, asin, cos, sin, tan } from '../../src/elementary/trigonometry.ts';
import { digestOfResults, unit, unitsApart } from './arguments.ts';

const angles = [...unit('angles')].map((u) => (u - 0.5) * 1000);
const sides = [...unit('sides')].map((u) => 2 * u - 1);

test('is that of Math but for the last places', () => {
  const apart = (of: (x: number) => number, known: (x: number) => number, xs: readonly number[]) =>
    Math.max(...xs.map((x) => unitsApart(of(x), known(x))));
  expect(apart(sin, Math.sin, angles)).toBeLessThanOrEqual(2);
  expect(apart(cos, Math.cos, angles)).toBeLessThanOrEqual(2);
  expect(apart(tan, Math.tan, angles)).toBeLessThanOrEqual(3);
  expect(apart(asin, Math.asin, sides)).toBeLessThanOrEqual(3);
  expect(apart(acos, Math.acos, sides)).toBeLessThanOrEqual(3);
});

test('squares of sine and cosine are 1 together', () => {
  const off = angles.map((x) => Math.abs(sin(x) * sin(x) + cos(x) * cos(x) - 1));
  expect(Math.max(...off)).toBeLessThan(1e-15);
});

test('goes back where it came from', () => {
  const off = sides.flatMap((x) => [Math.abs(sin(asin(x)) - x), Math.abs(cos(acos(x)) - x)]);
  expect(Math.max(...off)).toBeLessThan(1e-15);
});

test('holds at the ends', () => {
  expect([sin(0), cos(0), asin(0), acos(1)]).toEqual([0, 1, 0, 0]);
  expect(asin(1)).toBe(Math.PI / 2);
  expect(asin(-1)).toBe(-Math.PI / 2);
  expect(acos(-1)).toBe(Math.PI);
  for (const x of [NaN, 1.1, -1.1]) expect([asin(x), acos(x)]).toEqual([NaN, NaN]);
  expect([sin(NaN), cos(NaN)]).toEqual([NaN, NaN]);
});

test('has the same bits in every engine', () => {
  expect(digestOfResults(sin, angles)).toMatchInlineSnapshot(`"71719ed63b3ab8a8"`);
  expect(digestOfResults(cos, angles)).toMatchInlineSnapshot(`"29f2c6da31d4ed91"`);
  expect(digestOfResults(asin, sides)).toMatchInlineSnapshot(`"c0bd9688895a8f98"`);
  expect(digestOfResults(acos, sides)).toMatchInlineSnapshot(`"1f316d644a53b3fb"`);
});
