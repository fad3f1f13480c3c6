import { expect, it } from 'vitest';
import { fit, textLine, widthOf } from '../../../src/report/figures/lines.ts';

it('breaks text at about the width asked for', () => {
  for (const line of fit('In nine of ten worlds fewer were running than anybody claimed.', 200, 15)) {
    expect(widthOf(line, 15)).toBeLessThanOrEqual(200);
  }
});

it('gives Chinese characters twice the width', () => {
  expect(widthOf('梯田', 10)).toBe(widthOf('abcd', 10));
});

it('sets figures in columns', () => {
  expect(textLine('12', 0, 0, { size: 12, font: 'x', fill: '#000' }).attributes.style).toContain(
    'tabular-nums',
  );
});
