import { expect, it } from 'vitest';
import { thresholdsFigure } from '../../../src/report/figures/thresholds.ts';
import { languages } from '../../../src/report/strings/strings.ts';
import { book } from '../../controls/data.ts';

it('is the reviewed figure', async () => {
  await expect(thresholdsFigure(book, '2024-05-01')).toMatchFileSnapshot('../../golden/thresholds.svg');
  const chinese = { theme: 'dark' as const, strings: languages['zh-CN'] };
  await expect(thresholdsFigure(book, '2022-11-15', chinese)).toMatchFileSnapshot(
    '../../golden/thresholds-dark-zh.svg',
  );
});

it('counts the chips in words, every one of them', () => {
  const [, caught, open, unknown] = /On 2024-05-01, (\d+) of.*, (\d+) met none, and for (\d+)/.exec(
    thresholdsFigure(book, '2024-05-01'),
  )!;
  expect(Number(caught) + Number(open) + Number(unknown)).toBe(book.catalogue.chips.size);
});

it('draws a day before all rules', () => {
  expect(thresholdsFigure(book, '2021-01-01', { width: 360 })).not.toMatch(/NaN|undefined|Infinity/);
});
