import { describe, expect, it } from 'vitest';
import { productFormat } from '../../src/training/product-format.ts';
import { machines } from '../serving/known.ts';

const of = (chip: string, wanted: 'bf16' | 'fp8' | 'fp4') => productFormat(machines.get(chip)!, wanted);

describe('the format of a product', () => {
  it('is the one asked for where the chip multiplies in it', () => {
    expect(of('h100-sxm5', 'fp8')).toMatchObject({ format: 'fp8', as: 'wanted', each: 1 });
    expect(of('v100', 'bf16')).toMatchObject({ format: 'bf16', as: 'wanted', each: 2 });
  });
  it('is eight-bit integers where a chip has no FP8', () => {
    expect(of('a100-80', 'fp8')).toMatchObject({ as: 'int8', peak: 624e12, each: 1 });
    expect(of('ascend-910b2', 'fp8')).toMatchObject({ as: 'int8', peak: 752e12 });
  });
  it('is wider than the weights where a chip has neither', () => {
    expect(of('v100', 'fp8')).toMatchObject({ format: 'bf16', as: 'weights-only', peak: 125e12, each: 1 });
    expect(of('h100-sxm5', 'fp4')).toMatchObject({ format: 'bf16', as: 'weights-only', each: 0.5625 });
    expect(of('a100-80', 'fp4')).toMatchObject({ as: 'weights-only', peak: 624e12, each: 0.5625 });
  });
  it('is that of activations in eight bits where only the weights have the four that a chip multiplies in', () => {
    expect(productFormat(machines.get('b200')!, 'fp4', true)).toMatchObject({ format: 'fp8', each: 0.5625 });
    expect(productFormat(machines.get('b200')!, 'fp4')).toMatchObject({ format: 'fp4', as: 'wanted' });
  });
});
