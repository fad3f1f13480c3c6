import { expect, it } from 'vitest';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { thresholdsFigure } from '../../../src/report/figures/thresholds.ts';
import { book } from '../../controls/data.ts';

it('counts the chips in words, every one of them', () => {
  const [, caught, open, unknown] = /On 2024-05-01, (\d+) of.*, (\d+) met none, and for (\d+)/.exec(
    thresholdsFigure(book, '2024-05-01').sentence,
  )!;
  expect(Number(caught) + Number(open) + Number(unknown)).toBe(book.catalogue.chips.size);
});

it('draws a day before all rules', () => {
  expect(figureSvg(thresholdsFigure(book, '2021-01-01', { width: 360 }))).not.toMatch(
    /NaN|undefined|Infinity/,
  );
});
