import { describe, expect, it } from 'vitest';
import { ahead, familyOf, shapingOf } from '../../src/serving/shapes.ts';
import { constants, machines, models, spread } from './known.ts';

const of = (chip: string) => ({
  model: models.get('llama-3.1-8b')!,
  machine: machines.get(chip)!,
  constants,
  formats: spread.formats,
  pace: 1,
});

describe('shapes', () => {
  it('have the peak and the operands of their format', () => {
    const shape = shapingOf(of('h100-sxm5'));
    const { peak } = machines.get('h100-sxm5')!;
    expect(shape(1024, 4096, 'fp8')).toMatchObject({ each: 1, peak: peak.fp8 });
    expect(shape(1024, 4096, 'bf16')).toMatchObject({ each: 2, peak: peak.bf16 });
  });

  it('keep narrow weights where the chip multiplies in wider ones', () => {
    const wide = shapingOf(of('h100-sxm5'))(1024, 4096, 'fp4');
    expect(wide.each).toBeLessThan(1);
    expect(wide.peak).toBe(machines.get('h100-sxm5')!.peak.bf16);
  });

  it('never run above the peak, however young the engine', () => {
    const shape = shapingOf({ ...of('b200'), pace: 0.01 })(8192, 8192, 'fp4');
    expect(shape.reached).toBeLessThan(1);
    expect(shape.streaming).toBeGreaterThan(1);
  });
});

describe('how far matrix units run ahead', () => {
  it('is all the way on fast chips and less on slow ones', () => {
    expect(ahead(machines.get('h100-sxm5')!, constants)).toBeCloseTo(1, 2);
    expect(ahead(machines.get('h20')!, constants)).toBeLessThan(0.5);
  });

  it('of a family nobody measured is all the way, with the factors of others', () => {
    const other = { ...machines.get('h20')!, family: 'other' };
    expect(ahead(other, constants)).toBe(1);
    expect(familyOf(constants, { ...other, family: 'unheard-of' })).toBe(constants.family.other);
  });
});
