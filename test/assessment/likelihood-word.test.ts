import fc from 'fast-check';
import { expect, it } from 'vitest';
import { likelihoodBands, likelihoodWord } from '../../src/assessment/likelihood-word.ts';

/** ICD 203 (2015), D.6.e.(2): each word from the first probability to the second. */
const table = [
  ['almost no chance', 0, 0.05],
  ['very unlikely', 0.05, 0.2],
  ['unlikely', 0.2, 0.45],
  ['roughly even chance', 0.45, 0.55],
  ['likely', 0.55, 0.8],
  ['very likely', 0.8, 0.95],
  ['almost certain', 0.95, 1],
] as const;

it.each(table)('says %s from %d to below %d', (word, from, to) => {
  expect(likelihoodWord(from)).toBe(word);
  expect(likelihoodWord(to - 1e-12)).toBe(word);
});

it('has the bands of the table', () => {
  expect(likelihoodBands.map(({ word, range }) => [word, ...range])).toEqual(table.map((row) => [...row]));
});

it('has words for what is impossible and for what is sure', () => {
  expect([likelihoodWord(0), likelihoodWord(1)]).toEqual(['almost no chance', 'almost certain']);
});

it('never calls the likelier thing by a lesser word', () => {
  const rank = (p: number) => table.findIndex(([word]) => word === likelihoodWord(p));
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(probability, probability, (p, q) => {
      expect(Math.sign(rank(p) - rank(q)) * Math.sign(p - q)).toBeGreaterThanOrEqual(0);
    }),
  );
});
