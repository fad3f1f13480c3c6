import { expect, it } from 'vitest';
import { languages } from '../../../src/report/strings/strings.ts';
import { backtestScreen } from '../../../src/report/terminal/backtest.ts';
import { columns } from '../../../src/report/terminal/text.ts';
import { committedResults } from '../../backtest/committed.ts';

it.each([60, 80, 120])('fits %i columns', (width) => {
  for (const line of backtestScreen(committedResults, { width }).split('\n')) {
    expect(columns(line), line).toBeLessThanOrEqual(width);
  }
});

it('says every score, both replays, and which kinds do not help', () => {
  const text = backtestScreen(committedResults, { width: 120 });
  expect(text).toContain('in time (Brier)');
  expect(text).toContain('strict');
  for (const { kind } of committedResults.kinds) expect(text).toContain(kind);
  expect(text).not.toMatch(/NaN|undefined/);
});

it('calls the chances of a miss chances, not scores', () => {
  const text = backtestScreen(committedResults, { width: 120 });
  const [, misses] = text.split('the worst misses at P3');
  expect(misses).not.toContain('Brier');
  expect(misses).toMatch(/forecast: in time \d+ %, lit on the day it is scored/);
});

it('says how many forecasts and hubs stand behind each word', () => {
  const lines = backtestScreen(committedResults, { width: 120 }).split('\n');
  for (const { word, hubs, forecasts } of committedResults.words) {
    const line = lines.find((one) => one.trim().startsWith(`${word} (`));
    expect(line).toMatch(new RegExp(`\\s${hubs}\\s+${forecasts}\\s`));
  }
});

it('speaks Chinese', () => {
  expect(backtestScreen(committedResults, { strings: languages['zh-CN'] })).toContain('频率');
});
