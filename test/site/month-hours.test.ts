import { expect, it } from 'vitest';
import { byMonthAndHour, monthOfHour } from '../../src/site/month-hours.ts';

it('knows the month of an hour, in every year alike', () => {
  expect([0, 31 * 24 - 1, 31 * 24, 8759, 8760, 8760 + 58 * 24].map(monthOfHour)).toEqual([0, 0, 1, 11, 0, 1]);
});

it('takes means over days of a month and over years', () => {
  const column = Float64Array.from({ length: 2 * 8760 }, (_, i) => (i % 24) + (i < 8760 ? 0 : 10));
  const cells = byMonthAndHour(column);
  expect(cells).toHaveLength(12);
  expect(cells[1]![7]).toBeCloseTo(12, 12);
});
