import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stack } from '../../../src/report/figures/stack.ts';

it('stacks what is nearer than a diameter at its mean', () => {
  expect(stack([10, 12, 60], 200)).toEqual({
    size: 18,
    dots: [
      { x: 11, level: 0 },
      { x: 11, level: 1 },
      { x: 60, level: 0 },
    ],
  });
});

it('keeps every dot and the room, down to the smallest dot', () => {
  const places = fc.array(fc.double({ min: 0, max: 700, noNaN: true }), { maxLength: 50 });
  fc.assert(
    fc.property(places, (at) => {
      const { size, dots } = stack(at, 220);
      expect(dots).toHaveLength(at.length);
      for (const { level } of dots) expect((level + 1) * size).toBeLessThanOrEqual(220);
    }),
  );
});
