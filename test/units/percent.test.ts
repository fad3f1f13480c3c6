import { expect, it } from 'vitest';
import { percentFigure } from '../../src/units/percent.ts';

it.each([
  [0.31, '31'],
  [0.00012, '<1'],
  [0.0099, '<1'],
  [0.01, '1'],
  [0.99, '99'],
  [0.9951, '>99'],
  [1, '>99'],
  [Number.NaN, '–'],
])('prints %f as %s', (probability, text) => {
  expect(percentFigure(probability)).toBe(text);
});
