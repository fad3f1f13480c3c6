import { expect, it } from 'vitest';
import { en } from '../../../src/report/strings/en.ts';

it('counts in the singular, too', () => {
  expect(en.scope(1, 1)).toBe('1 project at 1 site');
  expect(en.basisOfAnswer(2, 1, 1)).toBe('2 claims · 1 evidence item from 1 independent origin');
});

it('says why confidence is what it is', () => {
  expect(
    en.confidenceReasons([
      { about: 'origins', telling: 1, strong: 5 },
      { about: 'priors', words: 1 },
      { about: 'weak-source', item: 'rumour' },
      { about: 'age', days: 1 },
    ]),
  ).toBe(
    '1 independent origin graded A or B bears on the answer, of 5; all three priors give the same word; ' +
      'one weak source carries the word (rumour); newest fact 1 day before the date',
  );
  expect(en.confidenceReasons([{ about: 'age', days: null }])).toBe('no evidence');
});

it('keeps likelihood and confidence in different sentences', () => {
  const words = Object.values(en.word);
  expect(words.some((word) => Object.values(en.confidenceWord).includes(word))).toBe(false);
});
