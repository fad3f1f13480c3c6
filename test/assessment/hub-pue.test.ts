import { describe, expect, it } from 'vitest';
import { claimedPue, hubPue, pueTables } from '../../src/assessment/hub-pue.ts';
import { planRun } from '../../src/assessment/plan.ts';
import { infer } from '../../src/installed/infer.ts';
import { yearlyPue } from '../../src/site/yearly-pue.ts';
import { world, yards } from './hubs.ts';

const plan = planRun(yards, world);
const tables = pueTables(plan);
const { columns } = infer(plan.compiled.model, { seed: 7, draws: 4096 });
const every = Uint32Array.from({ length: columns.draws }, (_, d) => d);
const pue = hubPue(plan, columns, { draws: every, tables });

describe('the PUE of a hub', () => {
  it('has a table for every site of the hub and none for its context', () => {
    const ours = plan.compiled.sites.filter(({ role }) => role === 'hub').map(({ id }) => id);
    expect([...tables.keys()]).toEqual(ours);
  });

  it('is that of its sites where they share a region: above 1, with their median', () => {
    const site = plan.compiled.sites.find(({ role }) => role === 'hub')!;
    const sorted = pue.slice().sort();
    expect(sorted[0]).toBeGreaterThan(1);
    expect(Math.abs(sorted[2048]! / yearlyPue(world.site, site).quantile(0.5) - 1)).toBeLessThan(0.03);
  });

  it('is the same in a draw whichever others are asked for', () => {
    const some = Uint32Array.of(9, 1024, 4000);
    expect([...hubPue(plan, columns, { draws: some, tables })]).toEqual([...some].map((d) => pue[d]));
  });

  it('weighs the claimed fleet by projects', () => {
    expect(claimedPue(plan).mean).toBeGreaterThan(1);
  });
});
