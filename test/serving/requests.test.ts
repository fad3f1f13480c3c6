import { describe, expect, it } from 'vitest';
import { drawRequests, loadOf } from '../../src/serving/requests.ts';
import { shapeOf } from '../../src/serving/workloads.ts';
import { workloads } from './data.ts';

const conversation = shapeOf(workloads.requests.get('azure-conversation')!);
const count = 50_000;

function quantile(values: Float64Array, p: number): number {
  return values.slice().sort()[Math.floor(p * values.length)]!;
}

describe('requests drawn from a trace shape', () => {
  const drawn = drawRequests(conversation, { rate: 5, count, seed: 2 });

  it('have the lengths of the trace', () => {
    expect(quantile(drawn.read, 0.5) / 1020).toBeCloseTo(1, 1);
    expect(quantile(drawn.read, 0.95) / 4083).toBeCloseTo(1, 1);
    expect(quantile(drawn.write, 0.5) / 129).toBeCloseTo(1, 1);
    expect(quantile(drawn.write, 0.9) / 424).toBeCloseTo(1, 1);
    expect(Math.min(...drawn.write)).toBeGreaterThanOrEqual(1);
  });

  it('are the same at another rate', () => {
    const slower = drawRequests(conversation, { rate: 1, count: 100, seed: 2 });
    expect(slower.read).toEqual(drawn.read.slice(0, 100));
  });

  it('find part of their prompts in a cache', () => {
    const cached = drawRequests({ ...conversation, hits: 0.6, hitDepth: 0.9 }, { rate: 5, count, seed: 2 });
    const sum = (values: Float64Array) => values.reduce((total, one) => total + one, 0);
    expect(cached.read).toEqual(drawn.read);
    expect(1 - sum(cached.computed) / sum(cached.read)).toBeCloseTo(0.54, 1);
    expect(loadOf({ ...conversation, hits: 0.6, hitDepth: 0.9 }).prefixHit).toBeCloseTo(0.54, 12);
  });
});
