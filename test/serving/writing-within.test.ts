import { describe, expect, it } from 'vitest';
import { estimateWriting } from '../../src/serving/closed-form.ts';
import { placeModel } from '../../src/serving/placed-engine.ts';
import { shapeOfLoad } from '../../src/serving/under-load.ts';
import { writingWithin } from '../../src/serving/writing-within.ts';
import { constants, machines, models, serving, shared } from './known.ts';

const engine = placeModel(models.get('llama-3.1-70b')!, {
  placement: { ...shared, tensor: 4 },
  machine: machines.get('h200-sxm')!,
  constants,
});
const load = { inputTokens: 1000, outputTokens: 200 };

describe('the highest rate of an engine that only writes within a time between tokens', () => {
  it('is the one at which the closed form gives that time, and a hundredth more takes longer', () => {
    for (const kind of ['random', 'conversation', 'code']) {
      const shape = shapeOfLoad(load, serving.traffic[kind]!);
      for (const percentile of ['p50', 'p95', 'p99'] as const) {
        const rate = writingWithin(shape, engine, { tpot: 0.02, percentile });
        const at = (by: number) => estimateWriting(shape, engine, by * rate).tpots[percentile];
        expect(at(1)).toBeCloseTo(0.02, 5);
        expect(at(1.01)).toBeGreaterThan(0.02);
      }
    }
  });
  it('is that of the mean step where no percentile is given', () => {
    const shape = shapeOfLoad(load, serving.traffic.conversation!);
    const rate = writingWithin(shape, engine, { tpot: 0.02 });
    expect(estimateWriting(shape, engine, rate).tpot).toBeCloseTo(0.02, 6);
  });
  it('is none where an empty engine takes longer, and that of a full one where it does not', () => {
    const shape = shapeOfLoad(load, serving.traffic.random!);
    expect(writingWithin(shape, engine, { tpot: 1e-4, percentile: 'p95' })).toBe(0);
    const full = writingWithin(shape, engine, { tpot: 10, percentile: 'p95' });
    expect(estimateWriting(shape, engine, 0.999 * full).tpot).toBeLessThan(Infinity);
    expect(estimateWriting(shape, engine, 1.01 * full).tpot).toBe(Infinity);
  });
});
