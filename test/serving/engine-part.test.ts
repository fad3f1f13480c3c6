import { describe, expect, it } from 'vitest';
import { runBatching } from '../../src/serving/batching.ts';
import { partOf } from '../../src/serving/engine-part.ts';
import { drawRequests } from '../../src/serving/requests.ts';
import { percentileOf } from '../../src/serving/simulate.ts';
import { gamma } from '../../src/stats/gamma.ts';
import { straightEngine } from './steps.ts';

const engine = straightEngine({ step: 0.01, sequence: 5e-5, prompt: 2e-6, memory: 1e7 });
const shape = { read: gamma(2, 500), write: gamma(2, 100) };

describe('a part of an engine', () => {
  it('of one is the engine', () => {
    expect(partOf(engine, 1)).toBe(engine);
  });
  it('takes as long for its share as the whole for all', () => {
    const part = partOf(engine, 4);
    expect(part.decodeSeconds(100, 900)).toBe(engine.decodeSeconds(400, 900));
    expect(part.mixedSeconds(100, 900, 500, 450)).toBe(engine.mixedSeconds(400, 900, 2000, 450));
    expect(part.prefillSeconds(500, 450)).toBe(engine.prefillSeconds(2000, 450));
    expect(part.maxBatch(900)).toBe(engine.maxBatch(900) / 4);
    expect(part.stepTokens).toBe(engine.stepTokens / 4);
  });
  it('sees of its share of the requests about what the whole sees of all', () => {
    const slow = (parts: number) => {
      const requests = drawRequests(shape, { rate: 60 / parts, count: 24_000 / parts, seed: 3 });
      const { first, last } = runBatching(requests, partOf(engine, parts));
      const paces = last.map((end, i) => (end - first[i]!) / Math.max(1, requests.write[i]! - 1));
      return percentileOf(paces.subarray(2000 / parts), 'p95');
    };
    // Fewer sequences differ more from their mean.
    expect(slow(2) / slow(1)).toBeGreaterThan(0.99);
    expect(slow(2) / slow(1)).toBeLessThan(1.08);
  });
});
