import { expect, it } from 'vitest';
import { sectorPath, smoothPath, straightPath } from '../../../src/report/figures/path.ts';

it('draws straight lines through points', () => {
  expect(
    straightPath([
      [0, 1],
      [2.345, 3],
      [4, -5],
    ]),
  ).toBe('M0,1L2.35,3L4,-5');
  expect(straightPath([])).toBe('');
});

it('draws smooth lines: a third of the way on a straight one of equal steps', () => {
  expect(
    smoothPath([
      [0, 0],
      [3, 0],
      [6, 0],
    ]),
  ).toBe('M0,0C0,0,2,0,3,0C4,0,6,0,6,0');
  expect(
    smoothPath([
      [0, 0],
      [3, 4],
    ]),
  ).toBe('M0,0L3,4');
});

it('bends at a corner towards the chord of its neighbours', () => {
  // By hand at (4, 0), between sides of 4 and 1: x = (4 * 4 - 1 * 0 + 15 * 4) / 18, y = (4 * 1 - 0 + 0) / 18.
  const segments = smoothPath(
    [
      [0, 0],
      [4, 0],
      [4, 1],
    ],
    4,
  ).split('C');
  expect(segments[2]).toMatch(/^4\.2222,0\.2222,/);
});

it('stands still where two points are one', () => {
  expect(
    smoothPath([
      [0, 0],
      [0, 0],
      [2, 0],
    ]),
  ).not.toContain('NaN');
});

it('draws a sector clockwise from the top', () => {
  expect(sectorPath(10, 0.25)).toBe('M0,-10A10,10,0,0,1,10,0L0,0Z');
  expect(sectorPath(10, 0.75)).toBe('M0,-10A10,10,0,1,1,-10,0L0,0Z');
});
