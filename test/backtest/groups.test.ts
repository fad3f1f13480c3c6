import { expect, test } from 'vitest';
import { committedResults } from './committed.ts';

const { calibration, groups, words } = committedResults;
const sum = (rows: readonly { forecasts: number }[]) => rows.reduce((all, row) => all + row.forecasts, 0);

test.each(['region', 'type', 'horizon', 'commitment'] as const)(
  'every forecast is in one group by %s, for its scores and its calibration alike',
  (by) => {
    const own = calibration.filter((row) => row.by === by);
    expect(sum(own)).toBe(sum(words));
    const scored = groups.filter((row) => row.by === by);
    expect(new Set(own.map(({ group }) => group))).toEqual(new Set(scored.map(({ group }) => group)));
  },
);

test('a frequency lies within its interval, and what is sharp is near 0', () => {
  for (const { happened, sharpness, mean } of calibration) {
    expect(happened.low).toBeLessThanOrEqual(happened.value);
    expect(happened.high).toBeGreaterThanOrEqual(happened.value);
    expect(sharpness.value).toBeLessThanOrEqual(mean * (1 - mean) + 1e-12);
  }
});
