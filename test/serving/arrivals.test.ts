import { describe, expect, it } from 'vitest';
import { arrivalTimes } from '../../src/serving/arrivals.ts';
import { gamma } from '../../src/stats/gamma.ts';
import { workloads } from './data.ts';

const count = 100_000;

function gapsOf(times: Float64Array): { mean: number; spread: number } {
  let [sum, square] = [0, 0];
  for (let i = 1; i < times.length; i++) {
    const gap = times[i]! - times[i - 1]!;
    sum += gap;
    square += gap * gap;
  }
  const mean = sum / (times.length - 1);
  return { mean, spread: Math.sqrt(square / (times.length - 1) - mean * mean) / mean };
}

describe('arrivals', () => {
  it.each([0, 0.5, 1, 2, 6.4])('come at their rate and with their spread: %f', (gapSpread) => {
    const { mean, spread } = gapsOf(arrivalTimes({ gapSpread }, { rate: 5, count, seed: 3, name: 'test' }));
    const error = gapSpread / Math.sqrt(count);
    expect(Math.abs(mean * 5 - 1)).toBeLessThan(4 * error + 1e-9);
    expect(Math.abs(spread - gapSpread)).toBeLessThan(0.04 * gapSpread + 1e-5);
  });

  it('cannot come at a rate of nothing, or of no number', () => {
    for (const rate of [0, -1, Number.NaN, Infinity]) {
      expect(() => arrivalTimes({}, { rate, count: 10, seed: 3, name: 'test' })).toThrow('a rate of');
    }
  });

  it('come faster and slower from minute to minute, and at their rate over all', () => {
    const times = arrivalTimes({ minuteSpread: 0.5 }, { rate: 5, count, seed: 3, name: 'test' });
    const minutes = Math.floor(times[count - 1]! / 60);
    const counts = new Float64Array(minutes);
    for (const time of times) if (time < minutes * 60) counts[Math.floor(time / 60)]! += 1;
    const mean = counts.reduce((sum, one) => sum + one, 0) / minutes;
    const variance = counts.reduce((sum, one) => sum + (one - mean) ** 2, 0) / minutes;
    expect(Math.abs(mean / 300 - 1)).toBeLessThan((4 * 0.5) / Math.sqrt(minutes));
    // Poisson noise of 1 / 300 comes on top.
    expect(Math.sqrt(variance) / mean).toBeCloseTo(Math.sqrt(0.25 + 1 / 300), 1);
    for (let i = 1; i < count; i++) expect(times[i]! >= times[i - 1]!).toBe(true);
  });

  it('are the same at every rate and count', () => {
    const few = arrivalTimes({}, { rate: 1, count: 10, seed: 3, name: 'test' });
    const many = arrivalTimes({}, { rate: 2, count: 5000, seed: 3, name: 'test' });
    few.forEach((time, i) => {
      expect(many[i]!).toBeCloseTo(time / 2, 9);
    });
  });
});

/** Variance over mean of the requests in windows of a length [s]. */
function dispersion(times: Float64Array, window: number): number {
  const windows = Math.floor(times[times.length - 1]! / window);
  const counts = new Float64Array(windows);
  for (const time of times) if (time < windows * window) counts[Math.floor(time / window)]! += 1;
  const mean = counts.reduce((sum, one) => sum + one, 0) / windows;
  return counts.reduce((sum, one) => sum + (one - mean) ** 2, 0) / windows / mean;
}

describe('arrivals of a trace shape', () => {
  it.each([...workloads.requests.values()])('are as bursty as the trace at every scale: $id', (shape) => {
    const times = arrivalTimes(shape, { rate: shape.rate, count: 400_000, seed: 3, name: 'trace' });
    [1, 10, 60].forEach((window, i) => {
      const ratio = dispersion(times, window) / shape.dispersion[i]!;
      expect(ratio, `${window} s`).toBeGreaterThan(0.6);
      // Within a second, gamma gaps of code completion come twice as clustered as its trace.
      expect(ratio, `${window} s`).toBeLessThan(window === 1 ? 2.2 : 1.5);
    });
  });
  it('has one minute in each part of the distribution where minutes are even', () => {
    const even = { minuteSpread: 0.5, strata: 16 };
    const times = arrivalTimes(even, { rate: 400, count: 400_000, seed: 4, name: 'even' });
    const counts = new Array<number>(16).fill(0);
    for (const time of times) if (time < 960) counts[Math.floor(time / 60)]! += 1;
    const sorted = counts.map((one) => one / 60 / 400).sort((a, b) => a - b);
    const of = gamma(1 / 0.25, 0.25);
    sorted.forEach((pace, i) => {
      expect(pace).toBeGreaterThan(of.quantile(Math.max(1e-9, i / 16)) - 0.03);
      expect(pace).toBeLessThan(of.quantile(Math.min(1 - 1e-9, (i + 1) / 16)) + 0.03);
    });
  });
});
