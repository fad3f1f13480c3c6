import { expect, it } from 'vitest';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { mixFigure, oddsFigure, stripFigure } from '../../../src/report/figures/small.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

it('draws twenty dots and the claim on a shared axis', () => {
  const svg = figureSvg(stripFigure(invented.quantities[0]!, { width: 160, along: [1e6] }));
  expect(svg.match(/<circle/g)).toHaveLength(21);
  expect(svg).toMatch(/width="160" height="26"/);
});

it('draws what runs where a site is lit as shares of a whole', () => {
  const { table, sentence } = mixFigure(invented.sites[0]!);
  expect(table.rows.reduce((sum, [, share]) => sum + (share as number), 0)).toBeCloseTo(1, 9);
  expect(sentence).toContain('Lit with probability 80 %');
});

it('draws odds to the side they speak for', () => {
  const x = (factor: number) =>
    Number(
      /<rect x="([\d.]+)"/.exec(figureSvg(oddsFigure({ id: 'a', says: 'A', factor }, { width: 100 })))![1],
    );
  expect(x(3)).toBe(50);
  expect(x(1 / 3)).toBeLessThan(50);
});
