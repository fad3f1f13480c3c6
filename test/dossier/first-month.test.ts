import { expect, it } from 'vitest';
import { firstMonth } from '../../src/dossier/first-month.ts';
import { runOf, twoHalls } from '../assessment/hubs.ts';

it('is the first month whose end can be asked about, and no later than it needs to be', () => {
  const first = firstMonth(twoHalls)!;
  expect(first).toMatch(/^\d{4}-\d{2}$/);
  expect(() => runOf(twoHalls, { draws: 1024, asOf: first })).not.toThrow();
  const [year, month] = first.split('-').map(Number) as [number, number];
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  expect(() => runOf(twoHalls, { draws: 1024, asOf: before })).toThrow();
});

it('is unknown where nothing is claimed', () => {
  expect(firstMonth({ sites: [] })).toBeNull();
});
