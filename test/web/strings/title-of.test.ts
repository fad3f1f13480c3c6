import { expect, it } from 'vitest';
import { titleOf } from '../../../src/web/strings/title-of.ts';

it('writes an id as a name', () => {
  expect(['inner-mongolia', 'texas', 'x', ''].map(titleOf)).toEqual(['Inner Mongolia', 'Texas', 'X', '']);
});
