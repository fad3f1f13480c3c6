import { describe, expect, it } from 'vitest';
import { placeModel } from '../../src/serving/placed-engine.ts';
import { loadOf } from '../../src/serving/requests.ts';
import { at, steadyThroughput } from '../../src/serving/steady.ts';
import { bestTogether } from '../../src/serving/together-load.ts';
import { dealt, shapeOfLoad, thinned, underLoad, watchedOf } from '../../src/serving/under-load.ts';
import { constants, machines, models, serving, shared } from './known.ts';

const load = { inputTokens: 1000, outputTokens: 200, prefixHit: 0.25 };
const engine = placeModel(models.get('llama-3.1-70b')!, {
  placement: { ...shared, tensor: 4 },
  machine: machines.get('h200-sxm')!,
  constants,
});
const traffic = (id: string) => ({ ...serving.traffic[id]!, id });
const target = { ttft: 2, tpot: 0.05, percentile: 'p95' } as const;
const asked = { engine, engines: 2, load, traffic: traffic('conversation'), target, hold: 0 };
const steady = [1, 4, 16, 64, 256].map((batch) => at(engine, load, batch));
const largest = (chips: number, kind = 'conversation') =>
  bestTogether([{ engine, steady }], { load, traffic: traffic(kind), target, chips })!.most;

describe('requests of a load', () => {
  it('have its means and its share found in caches', () => {
    expect(loadOf(shapeOfLoad(load, traffic('conversation')))).toMatchObject({
      inputTokens: expect.closeTo(1000, 6),
      outputTokens: expect.closeTo(200, 6),
      prefixHit: 0.25,
    });
  });
});

describe('requests of one of several engines', () => {
  it('come at less uneven gaps than those of all, in steps of twice as many, and those nearly random ones stay as they are', () => {
    const [code, conversation] = ['code', 'conversation'].map((kind) => shapeOfLoad(load, traffic(kind)));
    expect(thinned(code!, 1)).toBe(code);
    expect(thinned(code!, 4).gapSpread).toBeLessThan(thinned(code!, 2).gapSpread!);
    expect(thinned(code!, 7)).toEqual(thinned(code!, 4));
    expect(thinned(conversation!, 8)).toBe(conversation);
  });
  it('are drawn once for a load, whoever asks', () => {
    const again = shapeOfLoad({ ...load }, traffic('code'));
    expect(again).toBe(shapeOfLoad(load, traffic('code')));
    expect(dealt(again)(4)).toBe(dealt(again)(5));
  });
});

describe('engines under a load', () => {
  const most = largest(8);

  it('keep the target at the most they can, and not at a quarter more', () => {
    expect(most.keeps).toBe(true);
    expect(underLoad(asked, most.rate * 1.25).keeps).toBe(false);
    expect(most.written).toBeCloseTo(most.rate * 200, 6);
  });

  it('keep twice as many where there are twice as many of them', () => {
    expect(largest(16).rate).toBe(2 * most.rate);
  });

  it('keep fewer in bursts', () => {
    expect(largest(8, 'code').rate).toBeLessThan(most.rate);
    expect(largest(8, 'random').rate).toBeGreaterThanOrEqual(most.rate);
  });

  it('are watched for whole turns of sixteen minutes, after they are filled', () => {
    for (const [batch, rate] of [
      [16, 1],
      [16, 20],
      [300, 24],
      [14_196, 2],
    ] as const) {
      const { parts, count, from } = watchedOf(batch, rate, { percentile: 'p95', minuteSpread: 0.25 });
      const turns = (count - from) / ((rate / parts) * 960);
      expect(turns).toBeCloseTo(Math.round(turns), 1);
      expect(count - from).toBeGreaterThanOrEqual(4000);
      expect(from).toBeGreaterThanOrEqual((2 * batch) / parts);
    }
    expect(watchedOf(16, 1, { percentile: 'p99', minuteSpread: 0.25 }).count).toBeGreaterThan(8000);
  });

  it('are watched in part where they are very busy: the part sees the same as the whole, or nearly', () => {
    expect(watchedOf(16, 20, { percentile: 'p95', minuteSpread: 0.25 }).parts).toBe(1);
    expect(watchedOf(16, 50, { percentile: 'p95', minuteSpread: 0.25 }).parts).toBe(2);
    expect(watchedOf(800, 20, { percentile: 'p95', minuteSpread: 0.25 }).parts).toBe(2);
    // Where minutes are alike, sequences alone differ.
    expect(watchedOf(800, 50, { percentile: 'p95', minuteSpread: 0 })).toEqual({
      parts: 1,
      count: 5600,
      from: 1600,
    });
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
