import { expect, it } from 'vitest';
import { en } from '../../../src/report/strings/en.ts';

it('counts in the singular, too', () => {
  expect(en.scope(1, 1)).toBe('1 project at 1 site');
  expect(en.basisOfAnswer(2, 1, 1)).toBe('2 claims · 1 evidence item from 1 independent origin');
});

it('says why confidence is what it is', () => {
  expect(
    en.confidenceReasons([
      { about: 'origins', telling: 1, strong: 5, for: 1, against: 0, contested: false },
      { about: 'priors', words: 1 },
      { about: 'weak-source', item: 'rumour' },
      { about: 'age', days: 1 },
    ]),
  ).toBe(
    '1 independent origin graded A or B bears on the answer, of 5 (1 for it, 0 against); all three priors give the same word; ' +
      'one weak source carries the word (rumour); newest fact 1 day before the date',
  );
  expect(en.confidenceReasons([{ about: 'age', days: null }])).toBe('no evidence');
  expect(
    en.confidenceReasons([{ about: 'origins', telling: 7, strong: 9, for: 4, against: 3, contested: true }]),
  ).toBe(
    '7 independent origins graded A or B bear on the answer, of 9 (4 for it, 3 against); strong sources contradict each other',
  );
});

it('keeps likelihood and confidence in different sentences', () => {
  const words = Object.values(en.word);
  expect(words.some((word) => Object.values(en.confidenceWord).includes(word))).toBe(false);
});
