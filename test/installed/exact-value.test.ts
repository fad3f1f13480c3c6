import { expect, test } from 'vitest';
import { exactDays, exactValue, statedValue } from '../../src/installed/exact-value.ts';
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

test.each([
  ['10,000 P', 10_000e15],
  ['over 10,000 P', 10_954e15],
  ['at least 160m USD', 175.27e6],
  ['under 40 %', 0.4],
])('an amount that a source states: %s', (text, value) => {
  expect(statedValue(parseQuantity(text)) / value).toBeCloseTo(1, 4);
});

test('a duration in days', () => {
  expect(exactDays(parseQuantity('3 weeks'))).toBeCloseTo(21, 9);
});

test('no number for what has none', () => {
  expect(() => exactValue(parseQuantity('unknown'))).toThrow(TypeError);
  expect(() => exactValue(parseQuantity('beta(2, 8)'))).toThrow(TypeError);
});
