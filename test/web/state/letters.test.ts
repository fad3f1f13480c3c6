import { expect, it } from 'vitest';
import { reliabilities } from '../../../src/sources/source.ts';
import { drawnSettings, letterPath, letters, lettersOf } from '../../../src/web/state/letters.ts';

it('every letter of a grade has its place on the slider', () => {
  expect([...letters].sort()).toEqual([...reliabilities].sort());
});

it('letters that were set are told from what must be drawn anew', () => {
  const set = { [letterPath('example-images')]: 'D', pool: '60k', [letterPath('x')]: 'Z' };
  expect(lettersOf(set)).toEqual({ 'example-images': 'D' });
  expect(drawnSettings(set)).toEqual({ pool: '60k' });
});
