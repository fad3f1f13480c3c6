import { expect, it } from 'vitest';
import { axisOver, daysOf, timeAxis } from '../../../src/report/figures/time-axis.ts';

const ends = { left: 100, right: 500 };

it('spaces dates by their days, not by their number', () => {
  const { places } = timeAxis(['2025-01-31', '2025-02-28', '2025-12-31'], ends);
  expect(places[0]).toBe(100);
  expect(places[2]).toBe(500);
  expect((places[1]! - 100) / 400).toBeCloseTo(28 / 334, 9);
});

it('makes a bar of a month and cuts what lies outside', () => {
  const [first] = daysOf('2025-01-01')!;
  const [, last] = daysOf('2025-12')!;
  const axis = axisOver({ first, last }, ends);
  const [from, to] = axis.span('2025-03') as [number, number];
  expect(((to - from) / 400) * 364).toBeCloseTo(31, 9);
  expect(axis.span('2024-03')).toEqual([]);
  expect(axis.span('2025')).toEqual([100, 500]);
});
