import { expect, test } from 'vitest';
import { likelihoodBands } from '../../src/assessment/likelihood-word.ts';
import type { Forecast } from '../../src/backtest/forecast.ts';
import { sharpnessOf, wordRows } from '../../src/backtest/reliability.ts';
import type { Scored } from '../../src/backtest/scored.ts';
import { committedResults } from './committed.ts';
import { hubOf } from './known.ts';

/** A forecast of a known hub that gives one probability to in time, within a year and lit. */
function scored(id: string, p: number): Scored {
  const yes = [1 - p, p];
  const forecast = { inTime: yes, within: yes, stage: [1 - p, 0, 0, p] } as unknown as Forecast;
  return { hub: hubOf(id), ordinary: { posterior: forecast, prior: forecast } } as unknown as Scored;
}

test('a word counts its forecasts and hubs, and says how often it came true', () => {
  // Rainier came in time; Isambard-AI came within a year and was not lit on its date, but for a first phase.
  const [row, ...others] = wordRows([scored('rainier', 0.7), scored('isambard-ai', 0.7)]);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ word: 'likely', range: [0.55, 0.8], hubs: 2, forecasts: 6 });
  expect(row!.happened.value).toBeCloseTo(5 / 6, 12);
});

test('hubs that are all alike show the noise of so many hubs, not none', () => {
  const [row] = wordRows([scored('rainier', 0.97), scored('colossus-1', 0.97)]);
  expect(row).toMatchObject({ word: 'almost certain', forecasts: 6, holds: true });
  expect(row!.happened).toMatchObject({ value: 1, high: 1 });
  // Jeffreys, two of two: the fifth percentile of beta(2.5, 0.5).
  expect(row!.happened.low).toBeCloseTo(0.4307, 3);
});

test('nothing is counted of a hub kept as a check', () => {
  expect(wordRows([scored('prometheus', 0.9)])).toEqual([]);
});

test('sharpness is the mean of p (1 - p)', () => {
  expect(sharpnessOf([scored('rainier', 0.9), scored('jinji', 0.9)]).evidence.value).toBeCloseTo(0.09, 12);
});

test('the committed words are those of ICD 203, and their forecasts add up', () => {
  const { words } = committedResults;
  expect(words.map(({ word }) => word)).toEqual(likelihoodBands.map(({ word }) => word));
  const questions = committedResults.rows.filter(
    ({ point, replay, measure }) =>
      point === 'all' && replay === 'ordinary' && ['inTime', 'within', 'stage'].includes(measure),
  );
  const sum = (rows: readonly { forecasts: number }[]) => rows.reduce((all, row) => all + row.forecasts, 0);
  expect(sum(words)).toBe(sum(questions));
});
