import { expect, it } from 'vitest';
import { colours, noColour } from '../../../src/report/terminal/style.ts';

it('adds nothing without colours and closes what it opens with them', () => {
  expect(noColour.claimed('x')).toBe('x');
  expect(colours.claimed('x')).toBe('\u001b[33mx\u001b[0m');
  expect(colours.claimed('')).toBe('');
});
