import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { reliabilityFigure } from '../../../src/report/figures/reliability.ts';
import { committedResults } from '../../backtest/committed.ts';

it('is the figure in the docs', () => {
  expect(figureSvg(reliabilityFigure(committedResults))).toBe(readFileSync('docs/backtest.svg', 'utf8'));
});

it('draws one point a word', () => {
  const dark = figureSvg(reliabilityFigure(committedResults, { theme: 'dark', width: 700 }));
  expect(dark.match(/<circle [^>]*data-id/g)).toHaveLength(committedResults.words.length);
});
