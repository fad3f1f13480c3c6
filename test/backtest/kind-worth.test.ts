import { expect, test } from 'vitest';
import { verdictOf } from '../../src/backtest/kind-worth.ts';
import { committedResults } from './committed.ts';

const gain = (value: number, low: number, high: number) => ({ value, low, high });

test.each([
  ['few hubs, whatever the gain', gain(0.4, 0.3, 0.5), 3, 'few'],
  ['few hubs, where nothing was gained', gain(-0.002, -0.002, -0.002), 1, 'few'],
  ['no difference, noise included', gain(0.003, -0.01, 0.015), 9, 'slight'],
  ['a mean of 0 in much noise', gain(0, -0.09, 0.06), 9, 'unclear'],
  ['a gain above the noise', gain(0.1, 0.04, 0.16), 9, 'helps'],
  ['a loss below it', gain(-0.1, -0.16, -0.04), 4, 'harms'],
] as const)('a kind of %s', (_, found, hubs, verdict) => {
  expect(verdictOf(found, hubs)).toBe(verdict);
});

test('the committed kinds that one hub had are too few to tell, and doubts are unclear', () => {
  const verdict = (kind: string) => committedResults.kinds.find((row) => row.kind === kind)?.verdict;
  expect([verdict('budget'), verdict('vendor-denial'), verdict('doubt')]).toEqual(['few', 'few', 'unclear']);
});
