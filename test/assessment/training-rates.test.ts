import { describe, expect, it } from 'vitest';
import { trainingRates } from '../../src/assessment/training-rates.ts';
import { runOf, yards } from './hubs.ts';

const { plan, assessment, posterior, hub } = runOf(yards);
const rates = trainingRates(plan);

describe('the rates of training', () => {
  it('are remembered for a plan, and lie below the peak', () => {
    expect(trainingRates(plan)).toBe(rates);
    for (const one of rates.perPeak) {
      expect(one / (90 * 86_400)).toBeGreaterThan(0.1);
      expect(one / (90 * 86_400)).toBeLessThan(0.9);
    }
  });

  it('of an H20 are a fraction of those of an H100', () => {
    const ratio = rates.perChip('h20') / rates.perChip('h100-sxm5');
    expect(ratio).toBeGreaterThan(148 / 989.5);
    expect(ratio).toBeLessThan(0.5);
    expect(rates.perChip('nothing')).toBe(0);
  });
});

it('a single site never trains more than the hub would at one place', () => {
  const runs = hub.at(Uint32Array.from(hub.accelerators.keys())).runs;
  expect(runs.hub.length).toBe(posterior.columns.draws);
  for (let d = 0; d < runs.hub.length; d++) {
    expect(runs.site[d]!).toBeLessThanOrEqual(runs.hub[d]! * rates.apart * (1 + 1e-9));
  }
});

it('the claim is worth more than the same number of H20', () => {
  const of = (id: string) => assessment.quantities.find((one) => one.id === id)!.claimed!.median;
  expect(of('largest-run')).toBeGreaterThan(of('largest-run-h20'));
  expect(of('largest-run-site')).toBeLessThan(of('largest-run') * rates.apart * 1.0001);
});
