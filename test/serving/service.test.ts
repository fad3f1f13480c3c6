import { describe, expect, it } from 'vitest';
import { placeModel } from '../../src/serving/placed-engine.ts';
import { largestBatch, limitedThroughput, utilisation } from '../../src/serving/service.ts';
import { steadyThroughput } from '../../src/serving/steady.ts';
import { constants, machines, models, shared } from './known.ts';

describe('the largest batch', () => {
  const seconds = (batch: number) => 1 + batch;
  it('is where its step takes as long as it may, or the most', () => {
    expect(largestBatch(seconds, { most: 100, within: 51 })).toBeCloseTo(50, 3);
    expect(largestBatch(seconds, { most: 10, within: 51 })).toBe(10);
  });
});

describe('the utilisation', () => {
  it('is that at which one of a hundred waits too long by the tail of M/D/1', () => {
    const u = utilisation(1, 0.1);
    expect((0.1 / (2 * (1 - u))) * Math.log(100 * u)).toBeCloseTo(1, 4);
    expect(utilisation(10, 0.1)).toBeGreaterThan(u);
    expect(utilisation(1, 1000)).toBeLessThan(0.02);
  });
});

describe('a service under limits', () => {
  const engine = placeModel(models.get('llama-3.1-70b')!, {
    placement: shared,
    machine: machines.get('h100-sxm5')!,
    constants,
  });
  const load = { inputTokens: 1000, outputTokens: 500 };
  const rate = (ttft: number, tpot: number) =>
    limitedThroughput(engine, load, { limit: { ttft, tpot }, engines: 1, constants }).outputTokensPerSecond;

  it('serves less than without them, and less the tighter they are', () => {
    const free = steadyThroughput(engine, load).outputTokensPerSecond;
    expect(rate(100, 10)).toBeLessThanOrEqual(free);
    expect(rate(2, 0.05)).toBeLessThan(rate(2, 0.2));
    expect(rate(0.5, 0.2)).toBeLessThan(rate(5, 0.2));
  });
});
