import { describe, expect, it } from 'vitest';
import { runDisaggregated } from '../../src/serving/disaggregated.ts';
import { meanWait } from '../../src/serving/queue.ts';
import { drawRequests } from '../../src/serving/requests.ts';
import { point } from '../../src/stats/discrete.ts';
import { straightEngine } from './steps.ts';

const shape = { read: point(1000), write: point(51) };
const count = 100_000;

describe('reading and writing on different instances', () => {
  const prefill = { engine: straightEngine({ prompt: 1e-3 }), units: 1 };
  const decode = { engine: straightEngine({ step: 0.02 }), units: 2 };
  const requests = drawRequests(shape, { rate: 0.6, count, seed: 4 });
  const served = runDisaggregated(requests, { prefill, decode, handover: () => 0.1 });

  it('waits for reading as in M/D/1', () => {
    const mean = served.first.reduce((sum, one, i) => sum + one - requests.arrival[i]!, 0) / count;
    expect((mean - 1) / meanWait(0.6, { mean: 1, spread: 0 })).toBeCloseTo(1, 1);
    expect(served.prefillBusy).toBeCloseTo(0.6, 1);
  });

  it('writes at the pace of a step, after the prompt has been handed over', () => {
    const took = served.last.map((one, i) => one - served.first[i]!);
    // Fifty steps, and up to one more until the next begins.
    for (const one of took) {
      expect(one).toBeGreaterThan(0.1 + 50 * 0.02 - 1e-9);
      expect(one).toBeLessThan(0.1 + 51 * 0.02 + 1e-9);
    }
  });

  it('reads on several instances', () => {
    const two = runDisaggregated(requests, {
      prefill: { ...prefill, units: 2 },
      decode,
      handover: () => 0.1,
    });
    const wait = (run: typeof two) =>
      run.first.reduce((sum, one, i) => sum + one - requests.arrival[i]! - 1, 0);
    expect(wait(two)).toBeLessThan(0.2 * wait(served));
  });
});
