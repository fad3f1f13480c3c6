import { expect, it } from 'vitest';
import { idsWithin } from '../../../src/web/parts/use-brush.ts';

it('a frame holds the marks whose middles lie in it, each once', () => {
  const frame = { left: 10, top: 10, width: 20, height: 5 };
  const marks = [
    { id: 'edge', x: 10, y: 15 },
    { id: 'in', x: 20, y: 12 },
    { id: 'in', x: 21, y: 12 },
    { id: 'below', x: 20, y: 16 },
    { id: 'left', x: 9, y: 12 },
  ];
  expect(idsWithin(frame, marks)).toEqual(['edge', 'in']);
});
