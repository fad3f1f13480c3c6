import { describe, expect, it } from 'vitest';
import { quantityIds } from '../../src/assessment/quantities.ts';
import { coherent } from '../../src/chips/figure.ts';
import { yearlyPue } from '../../src/site/yearly-pue.ts';
import { weightedQuantiles } from '../../src/stats/weighted-quantile.ts';
import { runOf, world, yards } from './hubs.ts';

const { posterior, assessment } = runOf(yards);
const of = (id: string) => assessment.quantities.find((one) => one.id === id)!;

it('come in the order in which `why` explains them', () => {
  expect(assessment.quantities.map(({ id }) => id)).toEqual([...quantityIds]);
});

it.each(quantityIds)('%s has its quantiles, dots and priors in order', (id) => {
  const { low, median, high, dots, prior, byPreset } = of(id);
  for (const one of [{ low, median, high }, prior, ...Object.values(byPreset)]) {
    expect(one.low).toBeLessThanOrEqual(one.median);
    expect(one.median).toBeLessThanOrEqual(one.high);
  }
  expect(dots).toEqual([...dots].sort((a, b) => a - b));
  expect(dots.filter((dot) => dot <= median).length).toBeGreaterThanOrEqual(25);
  expect(byPreset.neutral).toEqual({ low, median, high });
});

describe('what is claimed', () => {
  it('is 90,000 accelerators of 989.5 TFLOP/s', () => {
    expect(of('accelerators').claimed).toEqual({ median: 90_000, low: 90_000, high: 90_000 });
    expect(of('compute').claimed!.median / 989.5e12).toBeCloseTo(90_000, 6);
    expect([of('legal').claimed, of('domestic').claimed]).toEqual([null, null]);
  });

  it('draws 10.2 kW for eight H100 at the plate: 147 MW for 14,375 servers', () => {
    const { peakShare, clusterOverhead, diversity } = world.site.power;
    const steps = [peakShare, clusterOverhead, diversity.training].map(({ quantity }) =>
      coherent(quantity)!.quantile(0.5),
    );
    const { low, median, high } = of('it-load').claimed!;
    const rated = median / steps.reduce((a, b) => a * b);
    expect((rated * 115) / 90).toBeCloseTo(146.6, 1);
    expect(low).toBeLessThan(median);
    expect(median).toBeLessThan(high);
    const pue = yearlyPue(world.site, { region: 'exampleland' }).quantile(0.5);
    expect(of('facility-load').claimed!.median / median).toBeCloseTo(pue, 6);
  });
});

it('permits no more than the country holds', () => {
  const pool = posterior.columns.globals.get('pool')!;
  const [low, median, high] = weightedQuantiles(pool, [0.05, 0.5, 0.95], {
    weights: posterior.weights.neutral,
  });
  expect(of('accelerators').permitted).toEqual({ low, median, high });
  expect(of('compute').permitted).toBeNull();
});

it('have names of their own in both languages, which say what is counted', () => {
  const labels = assessment.quantities.map(({ label }) => label);
  for (const names of [labels.map(({ en }) => en), labels.map(({ zh }) => zh)]) {
    expect(new Set(names).size).toBe(quantityIds.length);
  }
  for (const { id, label } of assessment.quantities) {
    if (id.startsWith('tokens')) expect(`${label.en} ${label.zh}`).toMatch(/tokens.*词元/);
    if (id.startsWith('largest-run')) expect(`${label.en} ${label.zh}`).toMatch(/90-day.*90天/);
  }
});
