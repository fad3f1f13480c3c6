import { describe, expect, it } from 'vitest';
import { chanceToWait, meanWait, queueWait, waits } from '../../src/serving/queue.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { stream, uniforms } from '../../src/stats/random.ts';
import { compileTable, drawColumn } from '../../src/stats/table.ts';

const count = 400_000;

/** Arrivals of a Poisson process, one a second on the average. */
function poisson(rate: number): Float64Array {
  const out = new Float64Array(count);
  uniforms(stream(11, 'gap'), 0, out);
  let sum = 0;
  return out.map((u) => (sum -= Math.log(u) / rate));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

/** Mean over batches of draws, and its standard error from them. */
function withError(values: Float64Array): { mean: number; error: number } {
  const parts = Array.from({ length: 40 }, (_, i) =>
    mean(values.subarray((i * count) / 40, ((i + 1) * count) / 40)),
  );
  const all = mean(values);
  const variance = parts.reduce((sum, one) => sum + (one - all) ** 2, 0) / 39;
  return { mean: all, error: Math.sqrt(variance / 40) };
}

describe('a queue simulated', () => {
  const exponential = () => {
    const out = new Float64Array(count);
    uniforms(stream(11, 'service'), 0, out);
    return out.map((u) => -Math.log(u));
  };
  const long = () => {
    const out = new Float64Array(count);
    // Mean 1, standard deviation 1.
    const sigma = Math.sqrt(Math.log(2));
    drawColumn(compileTable(lognormal(-(sigma ** 2) / 2, sigma)), stream(11, 'service'), 0, out);
    return out;
  };
  it.each([
    ['M/M/1', exponential, 1],
    ['M/D/1', () => new Float64Array(count).fill(1), 0],
    ['M/G/1 with lognormal service', long, 1],
  ] as const)('waits as Pollaczek and Khinchine say: %s', (_, service, spread) => {
    for (const rate of [0.3, 0.6, 0.8]) {
      const { mean: wait, error } = withError(waits(poisson(rate), service()));
      expect(Math.abs(wait - meanWait(rate, { mean: 1, spread }))).toBeLessThan(4 * error);
      expect(error).toBeLessThan(0.06 * wait);
    }
  });

  it('waits as Erlang says with several servers: M/M/4', () => {
    const { mean: wait, error } = withError(waits(poisson(3.2), exponential(), 4));
    const exact = chanceToWait(3.2, 4) / (4 - 3.2);
    expect(Math.abs(wait - exact)).toBeLessThan(4 * error);
  });
});

describe('the formulas of queues', () => {
  it('agree where they are exact', () => {
    expect(meanWait(0.5, { mean: 1, spread: 1 })).toBeCloseTo(1, 12);
    expect(meanWait(0.5, { mean: 1, spread: 0 })).toBeCloseTo(0.5, 12);
    for (const spread of [0, 1, 2.5]) {
      const station = { rate: 0.7, gapSpread: 1, service: 1, serviceSpread: spread, servers: 1 };
      expect(queueWait(station)).toBeCloseTo(meanWait(0.7, { mean: 1, spread }), 10);
    }
  });

  it('give the printed value of Erlang C', () => {
    // Two servers at a load of 1: C = 1/3.
    expect(chanceToWait(1, 2)).toBeCloseTo(1 / 3, 12);
    expect(chanceToWait(2, 2)).toBe(1);
  });

  it('say that a queue without room grows', () => {
    expect(meanWait(1, { mean: 1, spread: 0 })).toBe(Infinity);
    expect(queueWait({ rate: 5, gapSpread: 1, service: 1, serviceSpread: 1, servers: 5 })).toBe(Infinity);
  });
});
