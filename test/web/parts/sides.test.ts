import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sides } from '../../../src/web/parts/sides.ts';

const item = (factor: number) => ({ moved: { factor, without: 0.5 } });

describe('sides', () => {
  it('puts the strongest first, and what hardly moves among the silent', () => {
    const found = sides([1.2, 0.2, 3, 1.04, 0.97, 0.6].map(item));
    expect(found.for.map(({ moved }) => moved.factor)).toEqual([3, 1.2]);
    expect(found.against.map(({ moved }) => moved.factor)).toEqual([0.2, 0.6]);
    expect(found.silent.map(({ moved }) => moved.factor)).toEqual([1.04, 0.97]);
  });

  it('keeps every item once, also one whose factor is not known', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double({ min: 0, noNaN: true }), fc.constant(Number.NaN))),
        (factors) => {
          const found = sides(factors.map(item));
          expect(found.for.length + found.against.length + found.silent.length).toBe(factors.length);
        },
      ),
    );
  });
});
