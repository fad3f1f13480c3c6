import { describe, expect, it } from 'vitest';
import { faults, training } from './data.ts';

describe('the training data', () => {
  it('is read without a fault', () => expect(faults).toEqual([]));
  it('knows an H800 by any of its names', () => {
    expect(training.machines.get('h800-sxm')?.family).toBe('h800');
    expect(training.machines.get('h800')).toBe(training.machines.get('h800-sxm'));
  });
});
