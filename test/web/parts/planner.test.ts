import { expect, it } from 'vitest';
import { swapped } from '../../../src/web/parts/planner.tsx';

it('chips are swapped for as many others', () => {
  expect(swapped('2048xh800-sxm', 'h20')).toBe('2048xh20');
  expect(swapped(' 1_000 x h20', 'ascend-910c')).toBe('1_000xascend-910c');
  expect(swapped('', 'h20')).toBe('64xh20');
});
