import { describe, expect, it } from 'vitest';
import { estimateService } from '../../src/serving/closed-form.ts';
import { keeps, largestRate } from '../../src/serving/within.ts';
import { shapeOf } from '../../src/serving/workloads.ts';
import { workloads } from './data.ts';
import { straightEngine } from './steps.ts';

const { read, write } = shapeOf(workloads.requests.get('azure-conversation')!);
const shape = { read, write };
const engine = straightEngine({
  step: 0.02,
  sequence: 1e-4,
  prompt: 1e-4,
  memory: 400_000,
  stepTokens: 8192,
});
const layout = { kind: 'together', engine } as const;

describe('the largest rate within a promise', () => {
  const target = { ttft: 2, tpot: 0.05, percentile: 'p99' } as const;
  const rate = largestRate(shape, layout, target);

  it('keeps it, and one percent more does not', () => {
    expect(keeps(estimateService(shape, layout, rate), target)).toBe(true);
    expect(keeps(estimateService(shape, layout, rate * 1.01), target)).toBe(false);
  });

  it('falls with a sterner promise, to nothing', () => {
    expect(largestRate(shape, layout, { ...target, tpot: 0.03 })).toBeLessThan(rate);
    expect(largestRate(shape, layout, { ...target, tpot: 0.01 })).toBe(0);
  });
});
