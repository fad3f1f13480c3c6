import { expect, it, vi } from 'vitest';
import { remembered } from '../../src/stats/remembered.ts';

it('makes the value of a key once', () => {
  const known = new Map<number, number>();
  const make = vi.fn(() => 0.5);
  expect([remembered(known, 1.5, make), remembered(known, 1.5, make)]).toEqual([0.5, 0.5]);
  expect(make).toHaveBeenCalledTimes(1);
  remembered(known, 2, make);
  expect(make).toHaveBeenCalledTimes(2);
});
