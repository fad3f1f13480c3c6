import { expect, test } from 'vitest';
import { components, TURN_SHARES, TURNS, turnsBefore } from '../../src/installed/turns.ts';

test('components take turns in their shares', () => {
  expect(TURN_SHARES.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  components.forEach((_, c) => {
    expect(TURNS.filter((turn) => turn === c).length / TURNS.length).toBe(TURN_SHARES[c]);
  });
});

test('the points of a component are numbered one after the other, wherever a block begins', () => {
  const counts = components.map(() => 0);
  for (let point = 0; point < 100; point++) {
    components.forEach((_, c) => {
      expect(turnsBefore(point, c)).toBe(counts[c]);
    });
    counts[TURNS[point % TURNS.length]!]!++;
  }
});
