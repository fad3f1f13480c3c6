import { describe, expect, it } from 'vitest';
import { placeModel } from '../../src/serving/placed-engine.ts';
import { loadOf, type RequestShape } from '../../src/serving/requests.ts';
import { steadyThroughput } from '../../src/serving/steady.ts';
import { shapeOfLoad } from '../../src/serving/under-load.ts';
import { meanOf, writingWithin } from '../../src/serving/writing-within.ts';
import { constants, machines, models, serving, shared } from './known.ts';

const engine = placeModel(models.get('llama-3.1-70b')!, {
  placement: { ...shared, tensor: 4 },
  machine: machines.get('h200-sxm')!,
  constants,
});
const load = { inputTokens: 1000, outputTokens: 200 };
const steady = (shape: RequestShape, arrivalRate: number) =>
  steadyThroughput(engine, { ...loadOf(shape), prefixHit: 1, arrivalRate });

describe('rates of an engine that only writes within a time between tokens', () => {
  it('are at most the one whose mean step takes that long, and likely less the quicker the slow ones must be', () => {
    const shape = shapeOfLoad(load, serving.traffic.conversation!);
    const within = (percentile: 'p50' | 'p95' | 'p99') =>
      writingWithin(shape, engine, { tpot: 0.02, percentile });
    const { most, likely } = within('p95');
    expect(steady(shape, most).tpot).toBeLessThan(0.02);
    expect(likely).toBeLessThan(most);
    expect(likely).toBeGreaterThan(within('p99').likely);
    expect(steady(shape, within('p50').likely).tpot).toBeCloseTo(0.02, 6);
  });
  it('are none where an empty engine takes longer, and those of a full one where it does not', () => {
    const shape = shapeOfLoad(load, serving.traffic.random!);
    expect(writingWithin(shape, engine, { tpot: 1e-4, percentile: 'p95' })).toEqual({ most: 0, likely: 0 });
    const full = writingWithin(shape, engine, { tpot: 10, percentile: 'p95' });
    expect(full.most / full.likely).toBeCloseTo(1.05, 9);
    const written = (by: number) => steady(shape, by * full.likely).outputTokensPerSecond / load.outputTokens;
    expect(written(0.999) / full.likely).toBeCloseTo(0.999, 4);
    expect(written(1.01)).toBeLessThanOrEqual(full.likely * 1.000001);
  });
});

describe('a mean batch', () => {
  it('is the one of which a quantile of Poisson numbers and of minutes is given', () => {
    for (const minuteSpread of [0, 0.23, 0.91, 1 / (0.6 * 1.6449)]) {
      for (const batch of [0.5, 8, 400]) {
        const mean = meanOf(batch, { minuteSpread }, 'p95', 1);
        const spread = Math.sqrt(mean + (0.6 * minuteSpread * mean) ** 2);
        expect(mean + 1.6449 * spread).toBeCloseTo(batch, 6);
      }
    }
    expect(meanOf(100, { minuteSpread: 0.23 }, 'p50')).toBe(100);
  });
});
