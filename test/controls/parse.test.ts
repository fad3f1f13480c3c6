import { describe, expect, it } from 'vitest';
import { controls, faults } from './data.ts';

describe('the rules in data/controls', () => {
  it('have no faults', () => {
    expect(faults).toEqual([]);
    expect(controls.instruments.size).toBeGreaterThanOrEqual(58);
  });
});
