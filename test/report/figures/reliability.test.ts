import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { reliabilityFigure } from '../../../src/report/figures/reliability.ts';
import { committedResults } from '../../backtest/committed.ts';

it('is the figure in the docs', () => {
  expect(reliabilityFigure(committedResults)).toBe(readFileSync('docs/backtest.svg', 'utf8'));
});

it('draws one point a word and no nonsense', () => {
  const dark = reliabilityFigure(committedResults, { theme: 'dark', width: 700 });
  expect(dark.match(/<circle/g)).toHaveLength(committedResults.words.length);
  expect(dark).not.toMatch(/NaN|undefined|Infinity/);
});
