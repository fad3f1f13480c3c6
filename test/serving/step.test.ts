import { describe, expect, it } from 'vitest';
import { placeModel } from '../../src/serving/placed-engine.ts';
import { constants, machines, models, shared, spread } from './known.ts';

const h20 = machines.get('h20')!;
const h100 = machines.get('h100-sxm5')!;
const deepseek = models.get('deepseek-v3')!;
const llama = models.get('llama-3.1-70b')!;
const tokens = { sequences: 32, each: 1, context: 4000, prompt: 0, promptContext: 0 };

describe('a step', () => {
  const engine = placeModel(deepseek, { placement: spread, machine: h20, constants });

  it('is the sum of its parts, less what taking turns hides', () => {
    for (const overlap of [false, true]) {
      const one = placeModel(deepseek, { placement: { ...spread, overlap }, machine: h20, constants });
      const { total, hidden, ...parts } = one.parts(tokens);
      const sum = Object.values(parts).reduce((a, b) => a + b, 0) - hidden;
      expect(total / sum).toBeCloseTo(1, 9);
    }
  });

  it('takes longer with more sequences, and with more in sight', () => {
    const more = engine.parts({ ...tokens, sequences: 64 });
    const longer = engine.parts({ ...tokens, context: 8000 });
    const one = engine.parts(tokens);
    expect(more.total).toBeGreaterThan(one.total);
    // Each sequence takes its time whatever it sees.
    expect(longer.attention / one.attention).toBeLessThan(2);
    expect(longer.attention / one.attention).toBeGreaterThan(1.9);
    expect(longer.products).toBe(one.products);
  });

  it('with one sequence of a dense model takes at least the time to read the weights once', () => {
    const dense = placeModel(llama, { placement: shared, machine: h100, constants });
    const least = dense.weights / h100.bandwidth;
    const { total } = dense.parts({ ...tokens, sequences: 1 });
    expect(total).toBeGreaterThan(0.8 * least);
    expect(total).toBeLessThan(4 * least);
  });

  it('reads only the experts that tokens visit', () => {
    const few = engine.parts({ ...tokens, sequences: 1 / 16 });
    const many = engine.parts({ ...tokens, sequences: 64 });
    expect(few.experts).toBeLessThan(many.experts / 3);
  });

  it('has no exchange on one chip, and no sums without a tensor group', () => {
    const alone = placeModel(models.get('qwen-3-30b-a3b')!, {
      placement: { ...spread, data: 1, expertParallel: false },
      machine: h100,
      constants,
    });
    const { exchange, sums } = alone.parts(tokens);
    expect([exchange, sums]).toEqual([0, 0]);
  });
});
