import fc from 'fast-check';
import { expect, it } from 'vitest';
import { likelihoodBands, likelihoodWord } from '../../src/assessment/likelihood-word.ts';
import { percentFigure, wordEdges } from '../../src/units/percent.ts';

it.each([
  [0.31, '31'],
  [0.4455, '44.5'],
  [0.45, '45'],
  [0.44999, '44.9'],
  [0.4533, '45'],
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

it('knows where the likelihood words begin', () => {
  expect(wordEdges).toEqual(likelihoodBands.slice(1).map(({ range }) => Math.round(100 * range[0])));
});

it('prints a number that has the same likelihood word as the probability', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (probability) => {
      expect(likelihoodWord(Number(percentFigure(probability)) / 100)).toBe(likelihoodWord(probability));
    }),
  );
});
