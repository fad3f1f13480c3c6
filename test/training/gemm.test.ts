import { describe, expect, it } from 'vitest';
import { gemmTime } from '../../src/training/gemm.ts';
import { familyOf } from '../../src/training/layer-work.ts';
import { formatOf, precisions } from '../../src/training/machine.ts';
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

describe('no product runs above the peak', () => {
  const machines = [...new Set(training.machines.values())];
  const sides = [16, 130, 512, 2048, 8192, 65536];

  it.each(precisions)('in %s, on any chip, of any shape, alone or in a group', (precision) => {
    const above = machines.flatMap((machine) => {
      const { format, peak } = formatOf(machine, precision);
      const { gemm, narrow } = familyOf(training.constants, machine);
      const curve = { ...machine.curves[format], loss: format === 'bf16' ? gemm : narrow };
      const on = { peak, bandwidth: machine.bandwidth, processors: machine.processors };
      return sides.flatMap((m) =>
        sides.flatMap((n) =>
          sides.flatMap((k) =>
            [1, 16].flatMap((groups) => {
              const rate = (2 * groups * m * n * k) / gemmTime(on, curve, { m, n, k, each: 2, groups });
              return rate > peak ? [`${machine.id} ${m} x ${n} x ${k}: ${rate / peak}`] : [];
            }),
          ),
        ),
      );
    });
    expect(above).toEqual([]);
  });

  it('however little of the loss a factor leaves, and nears it as the factor goes to nothing', () => {
    const rate = (loss: number) =>
      (2 * 8192 ** 3) / gemmTime(chip, { ...h100.curves.bf16, loss }, { m: 8192, n: 8192, k: 8192, each: 2 });
    expect(rate(1e-9) / chip.peak).toBeLessThan(1);
    expect(rate(1e-9) / chip.peak).toBeGreaterThan(0.99);
    expect(rate(2)).toBeLessThan(rate(1));
  });
});
