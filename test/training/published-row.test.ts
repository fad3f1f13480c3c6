import { expect, it } from 'vitest';
import { number, yearOf } from '../../src/training/published-row.ts';

it('a cell without a number has none', () => {
  expect([number('12.5'), number(''), number('many'), number(undefined)]).toEqual([
    12.5,
    undefined,
    undefined,
    undefined,
  ]);
});

it('software is as old as it says, else as its release, else as the run', () => {
  expect(yearOf({ software: '2025-12', date: '2025' })).toBeCloseTo(2025 + 11.5 / 12, 6);
  expect(yearOf({ source_url: 'https://example.org/docs/v25.04/', date: '2026-01' })).toBeCloseTo(
    2025 + 3.5 / 12,
    6,
  );
  expect(yearOf({ date: '2022' })).toBe(2022.5);
});
