import { describe, expect, it } from 'vitest';
import { gridded, onPlane } from '../../src/serving/gridded.ts';
import { placeModel } from '../../src/serving/placed-engine.ts';
import { constants, machines, models, shared, spread } from './known.ts';

describe('a grid', () => {
  it('is exact for what is straight in each quantity', () => {
    const of = (x: number, y: number) => 3 + 2 * x - y + 0.5 * x * y;
    const read = onPlane([4, 1], of);
    for (const at of [
      [1, 1],
      [5.3, 700],
      [123.4, 9.9],
    ] as [number, number][])
      expect(read(...at)).toBeCloseTo(of(...at), 6);
  });
  it('asks for each knot once', () => {
    let asked = 0;
    const read = onPlane([1, 1], (x) => {
      asked++;
      return x;
    });
    for (let i = 0; i < 100; i++) read(5 + i / 50, 3);
    expect(asked).toBe(4);
  });
});

describe('an engine read off a grid', () => {
  it.each([
    ['deepseek-v3', 'h20', { ...spread, overlap: true, gathers: true }],
    ['deepseek-v3', 'h100-sxm5', { ...spread, data: 32 }],
    ['llama-3.1-70b', 'h100-sxm5', shared],
  ] as const)('takes the time of its steps, %s on %s', (model, chip, placement) => {
    const machine = machines.get(chip)!;
    const engine = placeModel(models.get(model)!, { placement, machine, constants });
    const quick = gridded(engine, 4000);
    for (const batch of [1, 3, 17, 90, 333, 1200]) {
      for (const context of [700, 4000, 9000]) {
        const exact = engine.decodeSeconds(batch, context);
        expect(Math.abs(quick.decodeSeconds(batch, context) / exact - 1)).toBeLessThan(0.02);
        for (const tokens of [50, 900, 4000, 30_000]) {
          const mixed = engine.mixedSeconds(batch, context, tokens, 2000);
          expect(Math.abs(quick.mixedSeconds(batch, context, tokens, 2000) / mixed - 1)).toBeLessThan(0.06);
        }
      }
    }
  });
});
