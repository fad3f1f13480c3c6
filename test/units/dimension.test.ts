import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensions, divide, equal, isNumber, multiply } from '../../src/units/dimension.ts';
import { baseDimensions, type Dimension } from '../../src/units/unit.ts';

const dimension: fc.Arbitrary<Dimension> = fc.dictionary(
  fc.constantFrom(...baseDimensions),
  fc.integer({ min: -4, max: 4 }),
) as fc.Arbitrary<Dimension>;

describe('dimensions', () => {
  it('multiply and divide undo each other, and powers repeat multiplication', () => {
    fc.assert(
      fc.property(dimension, dimension, (a, b) => {
        expect(equal(divide(multiply(a, b), b), a)).toBe(true);
        expect(isNumber(divide(a, a))).toBe(true);
      }),
    );
  });

  it('treat a missing exponent as zero', () => {
    expect(equal({ length: 1, time: 0 }, { length: 1 })).toBe(true);
  });

  it('agree with one another', () => {
    expect(equal(multiply(dimensions.power, dimensions.time), dimensions.energy)).toBe(true);
    expect(equal(multiply(dimensions.irradiance, dimensions.area), dimensions.power)).toBe(true);
    expect(equal(multiply(dimensions.flopRate, dimensions.time), dimensions.work)).toBe(true);
    expect(equal(dimensions.apparentPower, dimensions.power)).toBe(false);
  });
});
