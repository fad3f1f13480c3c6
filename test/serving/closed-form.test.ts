import { describe, expect, it } from 'vitest';
import { estimateService, workSpread } from '../../src/serving/closed-form.ts';
import { simulateService } from '../../src/serving/simulate.ts';
import { shapeOf } from '../../src/serving/workloads.ts';
import { workloads } from './data.ts';
import { straightEngine } from './steps.ts';

// About an H200 with a model of 70 billion parameters: 20 ms a step, 0.1 ms a token of a prompt.
const engine = straightEngine({
  step: 0.02,
  sequence: 5e-5,
  token: 2e-8,
  prompt: 1e-4,
  memory: 400_000,
  stepTokens: 8192,
});
const conversation = shapeOf(workloads.requests.get('azure-conversation')!);
const poisson = { read: conversation.read, write: conversation.write };
const together = { kind: 'together', engine } as const;
const split = {
  kind: 'split',
  prefill: { engine, units: 2 },
  decode: { engine, units: 1 },
  handover: (read: number) => 1e-6 * read,
} as const;

describe('the closed form', () => {
  it.each([
    ['together', together, 1],
    ['together', together, 3],
    ['split', split, 3],
    ['split', split, 8],
  ] as const)('agrees with the simulation: %s at %d a second', (_, layout, rate) => {
    const fast = estimateService(poisson, layout, rate);
    const slow = simulateService(poisson, layout, { rate, seed: 9, count: 40_000 });
    expect(fast.keepsUp).toBe(true);
    expect(fast.tpot / slow.meanTpot).toBeGreaterThan(0.85);
    expect(fast.tpot / slow.meanTpot).toBeLessThan(1.15);
    expect(fast.meanTtft / slow.meanTtft).toBeGreaterThan(0.6);
    expect(fast.meanTtft / slow.meanTtft).toBeLessThan(1.7);
  });

  it('says where a service does not keep up', () => {
    expect(estimateService(poisson, together, 1000)).toMatchObject({ keepsUp: false, tpot: Infinity });
  });

  it('knows how uneven prompts are that caches cut short', () => {
    const even = { read: conversation.read, write: conversation.write };
    const spread = Math.sqrt(even.read.variance) / even.read.mean;
    expect(workSpread(even)).toBeCloseTo(spread, 12);
    expect(workSpread({ ...even, hits: 0.5, hitDepth: 1 })).toBeGreaterThan(spread);
  });
});
