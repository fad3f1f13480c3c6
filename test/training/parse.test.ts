import { describe, expect, it } from 'vitest';
import { faults, training } from './data.ts';

describe('the training data', () => {
  it('is read without a fault', () => expect(faults).toEqual([]));
  it('knows an H800 by any of its names', () => {
    expect(training.machines.get('h800-sxm')?.family).toBe('h800');
    expect(training.machines.get('h800')).toBe(training.machines.get('h800-sxm'));
  });

  it('counts the processors of a chip where they are not those of its family', () => {
    const of = (id: string) => training.machines.get(id)!;
    expect(['mi250x', 'mi300x', 'mi325x', 'mi355x'].map((id) => of(id).processors)).toEqual([
      220, 304, 304, 256,
    ]);
    expect(of('mi250x-gcd').processors).toBe(110);
    expect([of('mi300x').tile, of('h100-sxm5').tile]).toEqual([128, undefined]);
  });
});
