import { expect, it } from 'vitest';
import { scaledMiddle } from '../../src/stats/scaled-middle.ts';

it('scales the value and both ends alike', () => {
  expect(scaledMiddle({ value: 2, low: 1, high: 4 }, 0.5)).toEqual({ value: 1, low: 0.5, high: 2 });
});
