import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { frontFigure, frontOf } from '../../../src/report/figures/front.ts';
import type { PlaneAxis } from '../../../src/report/figures/plane.ts';
import { outside } from './inside.ts';

const axis = (id: string, better: 'more' | 'less', scale: 'log' | 'lin'): PlaneAxis => ({
  id,
  label: id,
  scale,
  better,
  written: (value) => value.toPrecision(2),
});
const amounts = fc.double({ min: 1e-6, max: 1e12, noNaN: true });
const points = fc.array(fc.record({ x: amounts, y: amounts }), { maxLength: 30 });
const named = (list: readonly { x: number; y: number }[]) =>
  list.map((one, i) => ({ ...one, id: `p${i}`, name: `point ${i}` }));

it('keeps what no other beats, in both directions of better', () => {
  const all = named([
    { x: 1, y: 5 },
    { x: 2, y: 3 },
    { x: 3, y: 4 },
  ]);
  const cheap = { x: axis('cost', 'less', 'lin'), y: axis('time', 'less', 'lin') };
  const fast = { x: axis('cost', 'less', 'lin'), y: axis('rate', 'more', 'lin') };
  expect(frontOf({ points: all, ...cheap }).map(({ id }) => id)).toEqual(['p0', 'p1']);
  expect(frontOf({ points: all, ...fast }).map(({ id }) => id)).toEqual(['p0']);
});

it('draws any points on either scale, labels inside', () => {
  const scale = fc.constantFrom('log' as const, 'lin' as const);
  fc.assert(
    fc.property(points, scale, fc.integer({ min: 320, max: 1200 }), (list, along, width) => {
      const data = { id: 'f', title: 'Front', sentence: 'A front.', from: { source: 'invented' } };
      const axes = { x: axis('cost', 'less', along), y: axis('rate', 'more', along) };
      const figure = frontFigure({ ...data, ...axes, points: named(list) }, { width });
      expect(figureSvg(figure)).not.toMatch(/NaN|undefined|Infinity/);
      expect(outside(figure.svg)).toEqual([]);
    }),
    { numRuns: 60, seed: 3 },
  );
});
