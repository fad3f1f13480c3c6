import { describe, expect, it } from 'vitest';
import { arrivalTimes } from '../../src/serving/arrivals.ts';
import { burstWait, dispersionOver, minuteWait } from '../../src/serving/burst.ts';
import { meanWait, waits } from '../../src/serving/queue.ts';

const even = { gapSpread: 1, minuteSpread: 0 };

describe('arrivals in windows', () => {
  it('vary as their gaps do within a short one, and as minutes do over long ones', () => {
    expect(dispersionOver(100, even, 5)).toBe(1);
    expect(dispersionOver(1e-9, { gapSpread: 2, minuteSpread: 0.5 }, 5)).toBeCloseTo(4, 6);
    expect(dispersionOver(1e9, { minuteSpread: 0.5 }, 4)).toBeCloseTo(1 + 0.25 * 4 * 60, 3);
  });

  it('vary as drawn ones do', () => {
    const shape = { gapSpread: 1, minuteSpread: 0.4 };
    const times = arrivalTimes(shape, { rate: 5, count: 400_000, seed: 3, name: 'test' });
    for (const window of [10, 47, 290]) {
      const counts = new Float64Array(Math.floor(times.at(-1)! / window));
      for (const time of times) if (time < counts.length * window) counts[Math.floor(time / window)]! += 1;
      const mean = counts.reduce((sum, one) => sum + one, 0) / counts.length;
      const found = counts.reduce((sum, one) => sum + (one - mean) ** 2, 0) / counts.length / mean;
      expect(found / dispersionOver(window, shape, 5), String(window)).toBeGreaterThan(0.8);
      expect(found / dispersionOver(window, shape, 5), String(window)).toBeLessThan(1.25);
    }
  });
});

describe('a wait', () => {
  const station = { rate: 0.7, service: 1, serviceSpread: 1, servers: 1 };

  it('is that of Pollaczek and Khinchine where requests come at random', () => {
    expect(burstWait(station, even)).toBeCloseTo(meanWait(0.7, { mean: 1, spread: 1 }), 2);
    expect(burstWait({ ...station, rate: 1.1 }, even)).toBe(Infinity);
    expect(minuteWait(0.7, 1, even)).toBe(0);
  });

  it('is within a factor of three of the simulated one where minutes differ', () => {
    const arrivals = { gapSpread: 1, minuteSpread: 0.5 };
    const rate = 8;
    const service = new Float64Array(400_000).fill(0.09);
    const times = arrivalTimes(arrivals, { rate, count: service.length, seed: 5, name: 'burst' });
    const simulated = waits(times, service).reduce((sum, one) => sum + one, 0) / service.length;
    const told = burstWait({ rate, service: 0.09, serviceSpread: 0, servers: 1 }, arrivals);
    expect(told / simulated).toBeGreaterThan(1 / 3);
    expect(told / simulated).toBeLessThan(3);
    expect(told).toBeGreaterThan(3 * meanWait(rate, { mean: 0.09, spread: 0 }));
  });
});
