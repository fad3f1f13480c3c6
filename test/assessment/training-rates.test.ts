import { describe, expect, it } from 'vitest';
import { claimedRuns, type RunColumns, trainingRates } from '../../src/assessment/training-rates.ts';
import { median } from '../../src/chips/figure.ts';
import { goodput } from '../../src/training/goodput.ts';
import { secondsOfDay } from '../../src/units/calendar.ts';
import { type Run, runOf, twoHalls, yards } from './hubs.ts';

const ran = { yards: runOf(yards), twoHalls: runOf(twoHalls, { draws: 4096 }) };
const columnsOf = ({ hub }: Run): RunColumns => hub.at(Uint32Array.from(hub.accelerators.keys())).runs;

describe('the rates of training', () => {
  it('are remembered for a plan, and lie below the peak', () => {
    const { plan } = ran.yards;
    const { routes } = trainingRates(plan);
    expect(trainingRates(plan).routes).toBe(routes);
    for (const kinds of routes) {
      expect(kinds.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      for (const { rates } of kinds) {
        expect(rates.utilisation).toBeGreaterThan(0.1);
        expect(rates.utilisation).toBeLessThan(0.9);
      }
    }
  });

  it('of the legal route are those of all kinds on offer, with the spread of each', () => {
    const { routes, legal } = trainingRates(ran.yards.plan);
    expect(routes[1].map(({ chip }) => chip)).toContain('h800-sxm');
    expect(legal).toMatchObject([{ chip: 'h20', share: 1, rates: { spread: 0.45 } }]);
  });
});

describe.each(Object.entries(ran))('runs of %s', (_, run) => {
  const runs = columnsOf(run);

  it('of all sites are never smaller than that of the largest, in any draw', () => {
    expect(runs.hub.every((run, d) => run >= runs.site[d]!)).toBe(true);
    expect(runs.site.some((site) => site > 0)).toBe(true);
  });

  it('are those of the one site where a single one is lit, and fewer in one place where failures stop more', () => {
    const { sites } = run.posterior.columns;
    const roles = run.plan.compiled.model.sites.map(({ role }) => role);
    let single = 0;
    for (let d = 0; d < runs.hub.length; d++) {
      const lit = sites.reduce(
        (sum, one, s) => sum + (roles[s] === 'hub' ? one.lit[0][d]! + one.lit[1][d]! + one.lit[2][d]! : 0),
        0,
      );
      if (lit !== 1) continue;
      single++;
      expect(runs.hub[d]! / Math.max(1, runs.site[d]!)).toBeCloseTo(runs.hub[d]! > 0 ? 1 : 0, 9);
    }
    expect(single).toBeGreaterThan(0);
  });
});

describe('the claimed fleet', () => {
  const { plan, assessment } = ran.twoHalls;
  const of = (id: string) => assessment.quantities.find((one) => one.id === id)!.claimed!.median;

  it('trains what its peak, utilisation and failures by site leave', () => {
    const { run } = plan.world.training;
    const { claimedFleet, sites } = plan.compiled.model;
    const { rates } = trainingRates(plan).routes[0][0]!;
    const middle = (name: 'nodeLife' | 'recovery' | 'stall' | 'maintenance' | 'rareMeetings') =>
      median(run[name].quantity)!;
    const kept = goodput({
      nodes: claimedFleet / sites.length / 8,
      nodeLife: middle('nodeLife'),
      recovery: middle('recovery'),
      stall: middle('stall'),
      maintenance: middle('maintenance'),
    }).share;
    const expected = claimedFleet * rates.peak * rates.utilisation * kept * 90 * secondsOfDay;
    expect(of('largest-run') / (expected / middle('rareMeetings'))).toBeGreaterThan(0.9);
    expect(of('largest-run') / (expected / middle('rareMeetings'))).toBeLessThan(1.1);
  });

  it('is worth more than the same number of H20, of which less is known', () => {
    const { hub, ifLegal } = claimedRuns(plan);
    expect(hub.median).toBeGreaterThan(ifLegal.median);
    expect(ifLegal.high / ifLegal.low).toBeGreaterThan(hub.high / hub.low);
    expect(of('largest-run-site')).toBeLessThan(of('largest-run'));
  });
});
