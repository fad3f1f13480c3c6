import { expect, test } from 'vitest';
import { exactDays, exactValue } from '../../src/installed/exact-value.ts';
import { parseQuantity } from '../../src/units/parse.ts';

test.each([
  ['600 MW', 600e6],
  ['~3 (2.5..4)', 3],
  ['20k to 80k', 40_000],
  ['-10 to 30', 10],
  ['over 115k', 115_000],
  ['under 40 %', 0.4],
])('one number for %s', (text, value) => {
  expect(exactValue(parseQuantity(text))).toBeCloseTo(value, 6);
});

test('a duration in days', () => {
  expect(exactDays(parseQuantity('3 weeks'))).toBeCloseTo(21, 9);
});

test('no number for what has none', () => {
  expect(() => exactValue(parseQuantity('unknown'))).toThrow(TypeError);
  expect(() => exactValue(parseQuantity('beta(2, 8)'))).toThrow(TypeError);
});
