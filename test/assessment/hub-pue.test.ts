import { describe, expect, it } from 'vitest';
import { claimedPue, hubPue, quantileGrid } from '../../src/assessment/hub-pue.ts';
import { puePossibilities, yearlyPue } from '../../src/site/yearly-pue.ts';
import { runOf, world, yards } from './hubs.ts';

const { plan, posterior } = runOf(yards);
const yiwu = { region: 'xinjiang', location: { latitude: 43.25, longitude: 94.68 } };

describe('quantileGrid', () => {
  it('has the quantiles of the mixture within 0.002 from 1 to 99 %', () => {
    const grid = quantileGrid(puePossibilities(world.site, yiwu));
    const exact = yearlyPue(world.site, yiwu);
    for (const p of [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]) {
      expect(Math.abs(grid[Math.round(p * 1023)]! - exact.quantile(p))).toBeLessThan(
        0.002 + 0.004 * Math.abs(p - 0.5),
      );
    }
    expect(Math.min(...grid)).toBeGreaterThanOrEqual(1);
  });
});

describe('hubPue', () => {
  it('lies where the PUE of its sites lies, in every draw, and is the same for the same seed', () => {
    const every = Uint32Array.from(posterior.columns.accelerators.keys());
    const pue = hubPue(plan, posterior.columns, every);
    expect(pue.length).toBe(posterior.columns.draws);
    expect(Math.min(...pue)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...pue)).toBeLessThan(2);
    const some = Uint32Array.of(9, 1024, 700);
    expect([...hubPue(plan, posterior.columns, some)]).toEqual([...some].map((d) => pue[d]));
  });

  it('has the claimed fleet cooled as its sites are', () => {
    expect(claimedPue(plan).quantile(0.5)).toBeGreaterThan(1.05);
  });
});
