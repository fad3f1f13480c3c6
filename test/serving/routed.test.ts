import { describe, expect, it } from 'vitest';
import { type Experts, routedOf } from '../../src/serving/routed.ts';
import { shapingOf } from '../../src/serving/shapes.ts';
import { constants, machines, models, shared, spread } from './known.ts';

const model = models.get('deepseek-v3')!;
const part = model.layers.at(-1)!.feedForward as Experts;
const compiling = {
  model,
  machine: machines.get('h20')!,
  constants,
  formats: spread.formats,
  pace: 1,
};
const routed = (placement: typeof spread) =>
  routedOf(compiling, { part, placement, shape: shapingOf(compiling) });

describe('routed experts', () => {
  it('spread by whole ones keep their width, and each chip holds its share', () => {
    const { held, up, down } = routed({ ...spread, data: 32 });
    expect([held, up.n, up.k, down.n, down.k]).toEqual([8, 4096, 7168, 7168, 2048]);
  });

  it('of a tensor group are all on each chip, each a part as wide', () => {
    const { held, up, hot } = routed({ ...shared, tensor: 8 });
    expect([held, up.n, hot]).toEqual([256, 512, 1]);
  });

  it('are visited less evenly by chip the more chips hold them, and reach no more nodes than there are groups', () => {
    const [few, many] = [routed({ ...spread, data: 16 }), routed({ ...spread, data: 256 })];
    expect(many.hot).toBeGreaterThan(few.hot);
    expect([few.nodes, many.nodes]).toEqual([2, 4]);
  });

  it('are read more slowly where a chip widens their weights, as kernels for MXFP4 on Hopper are', () => {
    const bandwidth = (chip: string, experts: 'fp4' | 'fp8') => {
      const machine = machines.get(chip)!;
      const on = { ...compiling, machine, formats: { ...spread.formats, experts } };
      return routedOf(on, { part, placement: shared, shape: shapingOf(on) }).up.bandwidth;
    };
    const { widenedExperts } = constants.limits;
    expect(bandwidth('h200-sxm', 'fp4') / bandwidth('h200-sxm', 'fp8')).toBeCloseTo(widenedExperts, 6);
    expect(bandwidth('gb200', 'fp4')).toBe(bandwidth('gb200', 'fp8'));
  });
});
