import fc from 'fast-check';
import { expect, it } from 'vitest';
import { systematicResample } from '../../src/stats/resampling.ts';

it('picks each draw its expected number of times, rounded up or down', () => {
  const weight = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(
      fc.array(weight, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 50 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (list, count, uniform) => {
        const total = list.reduce((a, b) => a + b, 0);
        fc.pre(total > 0);
        const picked = systematicResample(list.length, uniform, { weights: Float64Array.from(list), count });
        expect(picked).toHaveLength(count);
        for (const [draw, w] of list.entries()) {
          const times = picked.filter((p) => p === draw).length;
          expect(Math.abs(times - (count * w) / total)).toBeLessThan(1 + 1e-9);
          if (w === 0) expect(times).toBe(0);
        }
      },
    ),
  );
});

it('keeps every draw once under equal weights', () => {
  expect([...systematicResample(5, 0.3)]).toEqual([0, 1, 2, 3, 4]);
});

it('refuses a number outside [0, 1)', () => {
  expect(() => systematicResample(5, 1)).toThrow('ST-N055');
  expect(() => systematicResample(2, 0.5, { weights: new Float64Array(2) })).toThrow('ST-N054');
});
