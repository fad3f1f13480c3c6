import { describe, expect, it } from 'vitest';
import { placeModel } from '../../src/serving/placed-engine.ts';
import { loadOf } from '../../src/serving/requests.ts';
import { steadyThroughput } from '../../src/serving/steady.ts';
import {
  largestLoad,
  requestsFor,
  roughlyLargest,
  shapeOfLoad,
  underLoad,
} from '../../src/serving/under-load.ts';
import { constants, machines, models, serving, shared } from './known.ts';

const load = { inputTokens: 1000, outputTokens: 200, prefixHit: 0.25 };
const engine = placeModel(models.get('llama-3.1-70b')!, {
  placement: { ...shared, tensor: 4 },
  machine: machines.get('h200-sxm')!,
  constants,
});
const traffic = (id: string) => ({ ...serving.traffic[id]!, id });
const target = { ttft: 2, tpot: 0.05, percentile: 'p95' } as const;
const asked = { engine, engines: 2, load, traffic: traffic('conversation'), target };

describe('requests of a load', () => {
  it('have its means and its share found in caches', () => {
    expect(loadOf(shapeOfLoad(load, traffic('conversation')))).toMatchObject({
      inputTokens: expect.closeTo(1000, 6),
      outputTokens: expect.closeTo(200, 6),
      prefixHit: 0.25,
    });
  });
});

describe('engines under a load', () => {
  const most = largestLoad(asked)!;

  it('keep the target at the most they can, and not at a quarter more', () => {
    expect(most.keeps).toBe(true);
    expect(underLoad(asked, most.rate * 1.25).keeps).toBe(false);
    expect(most.written).toBeCloseTo(most.rate * 200, 6);
  });

  it('are told roughly by the closed form', () => {
    expect(most.rate / roughlyLargest(asked)).toBeGreaterThan(0.3);
    expect(most.rate / roughlyLargest(asked)).toBeLessThanOrEqual(1.5);
  });

  it('keep twice as many where there are twice as many of them', () => {
    const twice = largestLoad({ ...asked, engines: 4 })!;
    expect(twice.rate / most.rate).toBeGreaterThan(1.9);
    expect(twice.rate / most.rate).toBeLessThan(2.2);
  });

  it('keep fewer in bursts', () => {
    expect(largestLoad({ ...asked, traffic: traffic('code') })!.rate).toBeLessThan(most.rate);
    expect(largestLoad({ ...asked, traffic: traffic('random') })!.rate).toBeGreaterThanOrEqual(most.rate);
  });

  it('are watched long enough to fill: those that do not count are twice what an engine holds', () => {
    expect(requestsFor(16, 1, { percentile: 'p99' })).toEqual({ count: 8000, from: 800 });
    expect(requestsFor(16, 1, { percentile: 'p95' }).count).toBe(4000);
    expect(requestsFor(14_196, 1, { percentile: 'p99' }).from).toBeGreaterThanOrEqual(2 * 14_196);
    expect(requestsFor(14_196, 1, { percentile: 'p99' }).count).toBeGreaterThanOrEqual(6 * 14_196);
    // And for minutes enough, which differ, as long as they hold no more requests than can be simulated at once.
    expect(requestsFor(16, 20, { percentile: 'p99' }).count / 20 / 60).toBeCloseTo(16, 9);
    expect(requestsFor(16, 1e6, { percentile: 'p99' }).count).toBe(24_000);
  });

  it('write what they can where more is asked, and waits have no end', () => {
    const { outputTokensPerSecond } = steadyThroughput(engine, load);
    for (const rate of [most.rate * 20, 1e6]) {
      const made = underLoad(asked, rate);
      expect(made).toMatchObject({ keeps: false, beyond: true, ttft: null });
      expect(made.written).toBeCloseTo(2 * outputTokensPerSecond, 6);
    }
    expect(most).toMatchObject({ beyond: false, ttft: expect.any(Number) });
    expect(most.written).toBeLessThanOrEqual(2 * outputTokensPerSecond);
  });
});
