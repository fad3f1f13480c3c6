import { describe, expect, it } from 'vitest';
import { waits } from '../../src/serving/queue.ts';
import { runReading } from '../../src/serving/reading.ts';
import { drawRequests } from '../../src/serving/requests.ts';
import { point } from '../../src/stats/discrete.ts';
import { gamma } from '../../src/stats/gamma.ts';

const shape = { read: gamma(2, 500), write: point(1) };
const requests = drawRequests(shape, { rate: 1.6, count: 5000, seed: 2 });
const one = { prompts: 1, tokens: 1e9, seconds: (tokens: number) => tokens / 1000 };

describe('engines that read', () => {
  it('are a queue of equal servers where a step takes one prompt', () => {
    for (const units of [1, 2, 3]) {
      const done = runReading(requests, { ...one, units });
      const service = requests.computed.map((tokens) => tokens / 1000);
      const waited = waits(requests.arrival, service, units);
      done.forEach((time, i) => {
        expect(time).toBeCloseTo(requests.arrival[i]! + waited[i]! + service[i]!, 6);
      });
    }
  });

  it('read what waits in one step, as much as it takes', () => {
    const few = {
      count: 4,
      arrival: Float64Array.of(0, 0, 0, 9),
      read: Float64Array.of(100, 100, 100, 100),
      computed: Float64Array.of(100, 100, 100, 100),
      write: Float64Array.of(1, 1, 1, 1),
    };
    const step = (tokens: number) => 1 + tokens / 100;
    const all = runReading(few, { units: 1, prompts: 8, tokens: 1e6, seconds: step });
    expect([...all]).toEqual([4, 4, 4, 11]);
    const two = runReading(few, { units: 1, prompts: 2, tokens: 1e6, seconds: step });
    expect([...two]).toEqual([3, 3, 5, 11]);
    const narrow = runReading(few, { units: 1, prompts: 8, tokens: 200, seconds: step });
    expect([...narrow]).toEqual([3, 3, 5, 11]);
  });
});
