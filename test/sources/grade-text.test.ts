import { expect, it } from 'vitest';
import { gradeText } from '../../src/sources/grade-text.ts';

it('is the letter of the source and the digit of the information', () => {
  expect(gradeText({ reliability: 'B', credibility: 2 })).toBe('B2');
});
