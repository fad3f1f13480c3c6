import { describe, expect, it } from 'vitest';
import { DrawnHubDetails } from '../../src/assessment/hub-details.ts';
import { hubPue } from '../../src/assessment/hub-pue.ts';
import { planRun } from '../../src/assessment/plan.ts';
import { typicalAccelerators } from '../../src/assessment/typical-accelerators.ts';
import { emptyColumns } from '../../src/installed/columns.ts';
import { infer } from '../../src/installed/infer.ts';
import { chainDistributions, chainParameters } from '../../src/site/power.ts';
import { powerChain } from '../../src/site/power-chain.ts';
import { stream } from '../../src/stats/random.ts';
import { compileTable, drawColumn } from '../../src/stats/table.ts';
import { world, yards } from './hubs.ts';

const plan = planRun(yards, world);
const { sites } = plan.compiled;

describe('accelerators of a drawn hub', () => {
  const { columns } = infer(plan.compiled.model, { seed: 7, draws: 1024 });

  it('count substitutes by their mean peak', () => {
    const [, legal, domestic] = typicalAccelerators(plan);
    const hub = new DrawnHubDetails(
      plan,
      columns,
      Uint32Array.from({ length: 1024 }, (_, i) => i),
    );
    const d = hub.legal.findIndex((count, i) => count > 0 && hub.domestic[i]! > 0);
    expect(hub.legal[d]! * legal.peak).toBeCloseTo(columns.compute[1][d]!, -9);
    expect(hub.domestic[d]! * domestic.peak).toBeCloseTo(columns.compute[2][d]!, -9);
  });
});

describe('the power of a known fleet', () => {
  const draws = 512;
  const typical = typicalAccelerators(plan);
  const fleet = [100_000, 30_000, 20_000];
  const columns = emptyColumns(
    { from: 0, draws },
    { globals: [], sites: sites.length, items: 0, outcomes: [] },
  );
  columns.accelerators.fill(fleet[0]!);
  fleet.forEach((count, route) => {
    columns.compute[route]!.fill(count * typical[route]!.peak);
  });
  const every = Uint32Array.from({ length: draws }, (_, d) => d);
  const hub = new DrawnHubDetails(plan, columns, every);
  const chain = Object.fromEntries(
    chainParameters.map((name) => {
      const out = name === 'pue' ? hubPue(plan, columns, every) : new Float64Array(draws);
      if (name === 'pue') return [name, out];
      const distribution = chainDistributions(world.site, { region: 'exampleland' })[name];
      drawColumn(compileTable(distribution), stream(7, `chain/${name}`), 0, out);
      return [name, out];
    }),
  ) as Record<(typeof chainParameters)[number], Float64Array>;

  it('counts an H100 at an eighth of a DGX H100', () => {
    expect(typical[0].ratedW).toBeCloseTo(10_200 / 8, 6);
    expect(typical[0].peak).toBeCloseTo(989.5e12, 0);
  });

  it('is that of the power chain, draw by draw', () => {
    for (let d = 0; d < draws; d += 37) {
      const values = Object.fromEntries(chainParameters.map((name) => [name, chain[name][d]!]));
      const expected = powerChain(
        fleet.map((accelerators, route) => ({ accelerators, ratedW: typical[route]!.ratedW })),
        values as Record<(typeof chainParameters)[number], number>,
      );
      expect(hub.itLoad[d]).toBeCloseTo(expected.itMw, 6);
    }
  });

  it('is at the meter the IT load times the PUE of the hub', () => {
    const some = Uint32Array.of(3, 500, 77);
    const pue = hubPue(plan, columns, some);
    expect([...new DrawnHubDetails(plan, columns, some).facility]).toEqual(
      [...some].map((d, i) => pue[i]! * hub.itLoad[d]!),
    );
    expect(Math.min(...pue)).toBeGreaterThan(1);
  });

  it('is the sum over routes of compute times the load of a FLOP/s', () => {
    const parts = hub.itPerFlop.map((each, route) => each[5]! * columns.compute[route]![5]!);
    expect(parts.reduce((a, b) => a + b)).toBeCloseTo(hub.itLoad[5]!, 6);
  });
});
