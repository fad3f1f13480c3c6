import { describe, expect, it } from 'vitest';
import { runBatching } from '../../src/serving/batching.ts';
import { Misses } from '../../src/serving/misses.ts';
import { drawRequests } from '../../src/serving/requests.ts';
import { simulateService, simulateWithin } from '../../src/serving/simulate.ts';
import { meets, type Target } from '../../src/serving/within.ts';
import { gamma } from '../../src/stats/gamma.ts';
import { straightEngine } from './steps.ts';

const engine = straightEngine({ step: 0.01, sequence: 0.0005, prompt: 2e-5, memory: 1e6 });
const shape = { read: gamma(2, 500), write: gamma(2, 100) };
const of = { count: 2000, seed: 3 };

describe('misses', () => {
  it('end a simulation only where the whole of it misses the target, whatever the target and the rate', () => {
    let [ended, kept] = [0, 0];
    for (const rate of [2, 8, 14, 20, 40]) {
      for (const percentile of ['p50', 'p90', 'p95', 'p99'] as const) {
        for (const [ttft, tpot] of [
          [0.1, 0.05],
          [1, 0.02],
          [5, 0.08],
        ] as const) {
          const target: Target = { ttft, tpot, percentile };
          const whole = simulateService(shape, { kind: 'together', engine }, { ...of, rate });
          const requests = drawRequests(shape, { ...of, rate });
          const misses = new Misses(requests, target, of.count / 10);
          const made = simulateWithin(requests, { kind: 'together', engine }, misses);
          if (made) expect(made).toEqual(whole);
          else expect(meets(whole, target)).toBe(false);
          if (made) kept++;
          else ended++;
        }
      }
    }
    expect(ended).toBeGreaterThan(5);
    expect(kept).toBeGreaterThan(5);
  });

  it('are certain long before the last request of a service that is far too slow', () => {
    const requests = drawRequests(shape, { ...of, rate: 40 });
    const misses = new Misses(requests, { ttft: 0.001, tpot: 1, percentile: 'p95' }, 200);
    expect(runBatching(requests, engine, { misses })).toBeUndefined();
    expect(misses.tooMany).toBe(true);
    // First tokens are late; those after them are not.
    expect(misses.slow).toBe(false);
  });
});
