import { describe, expect, it } from 'vitest';
import { median } from '../../src/chips/figure.ts';
import { requireChip } from '../../src/chips/find.ts';
import { equivalents, peak } from '../../src/chips/peak.ts';
import { catalogue } from './data.ts';

const chip = (name: string) => requireChip(catalogue, name);

describe('peak', () => {
  it('gives dense rates in FLOP/s, sparse ones only where published', () => {
    expect(peak(chip('h100'))!.mean).toBe(989.5e12);
    expect(peak(chip('h100'), 'fp16', { sparse: true })!.mean).toBe(1979e12);
    expect(peak(chip('ascend-910c'), 'fp16', { sparse: true })).toBeUndefined();
    expect(peak(chip('rtx-pro-6000d'))).toBeUndefined();
    expect(peak(chip('a100'), 'fp4')).toBeUndefined();
  });

  it('gives an interval where sources disagree', () => {
    const range = peak(chip('ascend-910b'))!;
    expect(range.quantile(0.05)).toBeCloseTo(280e12, -9);
    expect(range.quantile(0.95)).toBeCloseTo(400e12, -9);
  });

  // Total processing performance, max over formats of TOPS x bits: the rule's printed figures.
  it.each([
    ['h20', 2_368],
    ['h200', 15_832],
    ['h100', 15_832],
    ['a100', 4_992],
    ['b200', 36_000],
    ['l20', 1_912],
  ])('reproduces the published processing performance of the %s', (name, published) => {
    const bits = { tf32: 19, fp16: 16, fp8: 8, int8: 8, fp4: 4 } as const;
    const products = Object.entries(bits).map(([format, width]) => {
      const figure = chip(name).peak[format as keyof typeof bits];
      return figure ? (median(figure.quantity)! / 1e12) * width : 0;
    });
    expect(Math.max(...products)).toBeCloseTo(published, -1);
  });
});

describe('equivalents', () => {
  it('is 1 for the reference, the ratio of rates for others, and undefined where a rate is unknown', () => {
    expect(equivalents(chip('h100'), chip('h100'))).toBe(1);
    expect(equivalents(chip('h20'), chip('h100'))).toBeCloseTo(148 / 989.5, 6);
    expect(equivalents(chip('b300'), chip('h100'))).toBeCloseTo(2.27, 2);
    expect(equivalents(chip('mlu690'), chip('h100'))).toBeUndefined();
  });
});
