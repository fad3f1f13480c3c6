import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { backtestPage } from '../../../src/report/markdown/backtest.ts';
import { committedResults } from '../../backtest/committed.ts';

it('is the page in the docs', () => {
  expect(backtestPage(committedResults)).toBe(readFileSync('docs/validation-backtest.md', 'utf8'));
});

it('names kinds that harm as such', () => {
  const [first] = committedResults.kinds;
  const harmful = { ...first!, kind: 'rumour', verdict: 'harms' as const };
  expect(backtestPage({ ...committedResults, kinds: [harmful] })).toContain(
    '- Harm by more than the noise: rumour',
  );
});
