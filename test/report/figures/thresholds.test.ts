import { expect, it } from 'vitest';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { widthOf } from '../../../src/report/figures/lines.ts';
import { thresholdsFigure } from '../../../src/report/figures/thresholds.ts';
import { book } from '../../controls/data.ts';

it('counts the chips in words, every one of them', () => {
  const [, caught, open, unknown] = /On 2024-05-01, (\d+) of.*, (\d+) met none, and for (\d+)/.exec(
    thresholdsFigure(book, '2024-05-01').sentence,
  )!;
  expect(Number(caught) + Number(open) + Number(unknown)).toBe(book.catalogue.chips.size);
});

it.each(['2022-11-15', '2024-05-01', '2026-02-01'])('writes no text over another on %s', (on) => {
  const texts = [
    ...figureSvg(thresholdsFigure(book, on)).matchAll(
      /<text x="([\d.]+)" y="([\d.]+)" font-size="(11|12)"[^>]*>([^<]+)</g,
    ),
  ]
    .filter(([whole]) => !whole.includes('text-anchor'))
    .map(([, x, y, size, text]) => ({
      text: text!,
      x: Number(x),
      y: Number(y),
      right: Number(x) + widthOf(text!, Number(size)),
    }));
  const over = texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter((b) => Math.abs(a.y - b.y) < 11 && a.x < b.right && b.x < a.right)
      .map((b) => `${a.text} / ${b.text}`),
  );
  expect(texts.length).toBeGreaterThan(20);
  expect(over).toEqual([]);
});

it('says of a day after the last known rules that they are carried forward', () => {
  expect(thresholdsFigure(book, '2027-02-01').sentence).toContain(
    'Rules are known to 2026-08-31 and carried forward.',
  );
});

it('draws a day before all rules', () => {
  expect(figureSvg(thresholdsFigure(book, '2021-01-01', { width: 360 }))).not.toMatch(
    /NaN|undefined|Infinity/,
  );
});

it('carries the run of the page that it stands on, if there is one', () => {
  const run = 'st1-0123456789ab';
  expect(figureSvg(thresholdsFigure(book, '2024-05-01', { run }))).toContain(run);
  expect(figureSvg(thresholdsFigure(book, '2024-05-01'))).not.toContain('st1-');
});
