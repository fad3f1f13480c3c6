import { describe, expect, it } from 'vitest';
import { runOf, yards } from './hubs.ts';

const { plan, posterior, assessment } = runOf(yards);
const of = (id: string) => assessment.sites.find((one) => one.id === id)!;
const sum = (shares: Readonly<Record<string, number>>) => Object.values(shares).reduce((a, b) => a + b, 0);

describe.each(['hall-a', 'hall-b', 'yards', 'neighbour'])('the result for %s', (id) => {
  const site = of(id);
  const columns = posterior.columns.sites[plan.compiled.sites.findIndex((one) => one.id === id)]!;
  const mean = (column: Uint8Array) =>
    posterior.weights.neutral.reduce((total, weight, d) => total + weight * column[d]!, 0);

  it('has shares of stages and of routes that sum to 1', () => {
    expect(sum(site.stages)).toBeCloseTo(1, 12);
    expect(sum(site.routes)).toBeCloseTo(1, 12);
  });

  it('has the shares of the weighted draws', () => {
    const lit = columns.stages.map(mean)[3]! / site.count;
    const named = columns.lit.map(mean);
    expect(Math.abs(site.stages.lit - lit)).toBeLessThan(0.03);
    expect(Math.abs(site.routes.named - named[0]! / named.reduce((a, b) => a + b))).toBeLessThan(0.05);
  });

  it('has estimates named after it, of amounts from 0 to the claim', () => {
    expect(site.accelerators.id).toBe(`${id}/accelerators`);
    expect(site.accelerators.low).toBeGreaterThanOrEqual(0);
    expect(site.accelerators.high).toBeLessThanOrEqual(site.accelerators.claimed!.median);
    expect(site.itLoad.high).toBeGreaterThan(0);
  });
});

it('counts a group whole', () => {
  const { count, accelerators, compute } = of('yards');
  expect(count).toBe(2);
  expect(accelerators.claimed!.median).toBeCloseTo(49_800, 6);
  expect(compute.claimed!.median / (49_800 * 989.5e12)).toBeCloseTo(1, 12);
});

it('lists the evidence that speaks of a site, and not what speaks of the hub', () => {
  expect(of('hall-b').evidence).toEqual(['approvals', 'hall-b-tender', 'hall-b-cold']);
  expect(of('yards').evidence).toEqual(['yards-begun']);
  expect(of('neighbour')).toMatchObject({ role: 'context', evidence: ['neighbour-lit'], place: null });
});
