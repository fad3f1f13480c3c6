import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freeSpots, overlap } from '../../../src/report/figures/label-places.ts';

const within = { x: 0, y: 0, width: 400, height: 300 };

it('puts a label right of its point, then left, then above', () => {
  const label = { x: 200, y: 150, width: 40, height: 16, reach: 6 };
  const [first, second] = freeSpots([label, label], { taken: [], within });
  expect(first).toEqual({ x: 206, y: 142, width: 40, height: 16 });
  expect(second).toEqual({ x: 154, y: 142, width: 40, height: 16 });
});

it('lets no label lie on another or leave the frame', () => {
  const label = fc.record({
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 300 }),
    width: fc.integer({ min: 5, max: 120 }),
    height: fc.constant(16),
    reach: fc.integer({ min: 3, max: 20 }),
    over: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 30 }), (labels) => {
      const boxes = freeSpots(labels, { taken: [], within }).filter((box) => box !== undefined);
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false);
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= 400 && a.y + a.height <= 300).toBe(true);
      });
    }),
  );
});
