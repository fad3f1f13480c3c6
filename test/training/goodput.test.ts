import { describe, expect, it } from 'vitest';
import { goodput, lackOfSpares } from '../../src/training/goodput.ts';

const day = 86_400;

describe('goodput', () => {
  it('of Llama 3 on 16,384 H100 is about the 90 % its authors print: 419 failures in 54 days are one in 3.09 hours', () => {
    const nodes = 2048;
    const nodeLife = (54 * day * nodes) / 419;
    const g = goodput({ nodes, nodeLife, recovery: 600, stall: 10, maintenance: 0.01 });
    expect(g.between / 3600).toBeCloseTo(3.09, 2);
    expect(g.share).toBeGreaterThan(0.89);
    expect(g.share).toBeLessThan(0.95);
  });
  it('checkpoints at the optimum of Young: a little more or less often loses more', () => {
    const g = goodput({ nodes: 1000, nodeLife: 250 * day, recovery: 600, stall: 30, maintenance: 0 });
    const lost = (period: number) => 30 / period + period / 2 / g.between;
    expect(lost(g.checkpoint)).toBeLessThan(lost(g.checkpoint * 1.2));
    expect(lost(g.checkpoint)).toBeLessThan(lost(g.checkpoint / 1.2));
  });
  it('never falls below nothing', () => {
    const g = goodput({ nodes: 1e6, nodeLife: day, recovery: 3600, stall: 60, maintenance: 0 });
    expect(g.share).toBeGreaterThanOrEqual(0);
    expect(g.share).toBeLessThan(0.01);
  });
});

it('spares lack as the tail of a Poisson distribution says', () => {
  const job = { nodes: 100, nodeLife: 100 * day };
  expect(lackOfSpares(job, { spares: 0, repair: day })).toBeCloseTo(1 - Math.exp(-1), 10);
  expect(lackOfSpares(job, { spares: 1, repair: day })).toBeCloseTo(1 - 2 * Math.exp(-1), 10);
});
