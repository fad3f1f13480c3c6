import { expect, test } from 'vitest';
import { wholePower } from '../../src/elementary/whole-power.ts';

test('multiplies a number with itself', () => {
  for (let n = 0; n <= 22; n++) expect(wholePower(10, n)).toBe(Number(`1e${n}`));
  expect([wholePower(-2, 3), wholePower(0.5, 2), wholePower(7, 0)]).toEqual([-8, 0.25, 1]);
});

test('divides where the power is negative', () => {
  for (let n = 1; n <= 22; n++) expect(wholePower(10, -n)).toBe(Number(`1e-${n}`));
  expect(wholePower(0, -1)).toBe(Infinity);
});
