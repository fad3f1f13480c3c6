import { expect, it } from 'vitest';
import { estimateTable } from '../../../src/report/figures/estimate-table.ts';
import { en } from '../../../src/report/strings/en.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

const of = (id: string) => invented.quantities.find((one) => one.id === id)!;

it('has no part of a thing that is counted', () => {
  const fleet = of('accelerators');
  const part = { ...fleet, median: 760.4, dots: fleet.dots.map((value) => value + 0.3) };
  const numbers = estimateTable(part, en).rows.flat().filter(Number.isFinite);
  expect(numbers.length).toBeGreaterThan(50);
  expect(numbers.every(Number.isInteger)).toBe(true);
});

it('has what is measured as it is', () => {
  const load = { ...of('it-load'), median: 29.25 };
  expect(estimateTable(load, en).rows[0]).toContain(29.25);
});
