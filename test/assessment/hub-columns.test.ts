import { describe, expect, it } from 'vitest';
import { hubColumns } from '../../src/assessment/hub-columns.ts';
import { planRun } from '../../src/assessment/plan.ts';
import { infer } from '../../src/installed/infer.ts';
import { world, yards } from './hubs.ts';

const plan = planRun(yards, world);
const { sites } = plan.compiled;

describe('the sums of the hub', () => {
  const { columns } = infer(plan.compiled.model, { seed: 7, draws: 1024 });
  const hub = hubColumns(plan, columns);
  const ours = columns.sites.filter((_, s) => sites[s]!.role === 'hub');
  const sumOf = (d: number, column: (site: (typeof ours)[number]) => Float64Array) =>
    ours.reduce((sum, site) => sum + column(site)[d]!, 0);

  it('are those of its own sites', () => {
    expect([sites.length, ours.length]).toEqual([4, 3]);
    for (let d = 0; d < columns.draws; d++) {
      expect(hub.accelerators[d]).toBeCloseTo(
        sumOf(d, (site) => site.accelerators),
        6,
      );
      const byRoute = [0, 1, 2].map((route) => sumOf(d, (site) => site.compute[route]!));
      byRoute.forEach((flops, route) => {
        expect(hub.byRoute[route]![d]! / 1e15).toBeCloseTo(flops / 1e15, 6);
      });
      expect(hub.compute[d]! / 1e15).toBeCloseTo(byRoute.reduce((a, b) => a + b) / 1e15, 6);
    }
  });

  it('leave out what is lit next door', () => {
    const next = columns.sites[sites.findIndex(({ id }) => id === 'neighbour')]!;
    const only = next.compute[0].findIndex(
      (flops, d) => flops > 0 && sumOf(d, (site) => site.compute[0]) === 0,
    );
    expect(only).toBeGreaterThanOrEqual(0);
    expect(hub.byRoute[0]![only]).toBe(0);
  });

  it('keep the details of the same draws', () => {
    const draws = Uint32Array.of(3, 5);
    expect(hub.at(draws)).toBe(hub.at(draws));
    expect(hub.at(draws).itLoad).toBe(hub.at(draws).itLoad);
  });
});
