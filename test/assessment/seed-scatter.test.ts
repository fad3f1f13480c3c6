import { expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { scatterPage } from '../../validation/seeds/report.ts';
import { scatterOf } from '../../validation/seeds/scatter.ts';
import { twoHalls, world } from './hubs.ts';

it('sets the scatter over seeds beside the error that a verdict prints', () => {
  const runs = [1, 2, 3, 4, 5, 6].map((seed) => assess(twoHalls, world, { seed, draws: 4096 }));
  const scatters = scatterOf(runs);
  const halfLit = scatters.find(({ figure }) => figure.includes('half-lit'))!;
  expect(halfLit.deviation).toBeGreaterThan(0);
  expect(halfLit.deviation).toBeLessThan(3 * halfLit.printed!);
  const page = scatterPage([{ hub: 'two-halls', draws: 4096, scatters }], 6);
  expect(page).toContain('| `half-lit`, probability |');
  expect(page).not.toMatch(/NaN|undefined/);
});

it('has nothing to say of no runs', () => {
  expect(scatterOf([])).toEqual([]);
});
