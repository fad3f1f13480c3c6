import { expect, it } from 'vitest';
import { fit, fitLines, shortened, widthOf } from '../../../src/report/figures/lines.ts';

it('breaks text at about the width asked for', () => {
  for (const line of fit('In nine of ten worlds fewer were running than anybody claimed.', 200, 15)) {
    expect(widthOf(line, 15)).toBeLessThanOrEqual(200);
  }
});

it('gives Chinese characters about the width of two', () => {
  expect(widthOf('梯田', 10)).toBe(20);
  expect(widthOf('abcd', 10)).toBeGreaterThan(18);
});

it('keeps a number with its per cent and a factor with its sign', () => {
  const lines = fit('It went from 31 % to 52 % and the odds moved (÷ 6.0) by that (× 3.1).', 60, 13);
  expect(lines.join('|')).not.toMatch(/\d\|%|[×÷]\|/);
});

it('cuts a text to a width, and lines to a number', () => {
  expect(shortened('short', 100, 13)).toBe('short');
  const cut = shortened('a text that is much too long for the place it has', 90, 13);
  expect(cut).toMatch(/…$/);
  expect(widthOf(cut, 13)).toBeLessThanOrEqual(90);
  expect(fitLines('one two three four five six seven eight nine', 60, { size: 13, most: 2 })).toHaveLength(2);
});
