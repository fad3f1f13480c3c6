import { describe, expect, it } from 'vitest';
import { gemmTime } from '../../src/training/gemm.ts';
import { training } from './data.ts';

const h100 = training.machines.get('h100-sxm5')!;
const chip = { peak: h100.peak.bf16, bandwidth: h100.bandwidth, processors: h100.processors };
const time = (m: number, n: number, k: number) => gemmTime(chip, h100.curves.bf16, { m, n, k, each: 2 });

describe('a matrix product', () => {
  it('reaches the 750 to 785 TFLOP/s that AIConfigurator measured on an H100', () => {
    const rate = (2 * 8192 ** 3) / time(8192, 8192, 8192);
    expect(rate).toBeGreaterThan(740e12);
    expect(rate).toBeLessThan(800e12);
  });

  it('of 32 rows is bound by memory: 84 TFLOP/s measured', () => {
    const rate = (2 * 32 * 8192 * 8192) / time(32, 8192, 8192);
    expect(rate / 84e12).toBeGreaterThan(0.8);
    expect(rate / 84e12).toBeLessThan(1.2);
  });

  it('takes at least its launch, and nothing where there is nothing', () => {
    expect(time(1, 1, 1)).toBeGreaterThan(h100.curves.bf16.launch);
    expect(time(0, 8, 8)).toBe(0);
  });

  it('in a group costs as much as its parts in one', () => {
    const one = time(16384, 4096, 7168);
    const group = gemmTime(chip, h100.curves.bf16, { m: 4096, n: 4096, k: 7168, each: 2, groups: 4 });
    expect(group / one).toBeCloseTo(1, 1);
  });
});
