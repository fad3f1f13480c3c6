import { expect, it } from 'vitest';
import { en } from '../../../src/report/strings/en.ts';

it('counts in the singular, too', () => {
  expect(en.scope(1, 1)).toBe('1 project at 1 site');
  expect(en.basisOfAnswer(2, 1, 1)).toBe('2 claims · 1 evidence item from 1 independent origin');
});

it('keeps likelihood and confidence in different sentences', () => {
  const words = Object.values(en.word);
  expect(words.some((word) => Object.values(en.confidenceWord).includes(word))).toBe(false);
});
