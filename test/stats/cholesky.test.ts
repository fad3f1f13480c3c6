import { expect, test } from 'vitest';
import { Cholesky } from '../../src/stats/cholesky.ts';

const matrix = Float64Array.of(4, 2, 0.5, 2, 3, 1, 0.5, 1, 2);

test('solves and inverts', () => {
  const factor = Cholesky.of(matrix, 3);
  const x = factor.solve(Float64Array.of(1, 2, 3));
  const back = [0, 1, 2].map((i) => x.reduce((sum, value, j) => sum + matrix[3 * i + j]! * value, 0));
  expect(back).toEqual([1, 2, 3].map((value) => expect.closeTo(value, 12)));
  const inverse = factor.inverse();
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const entry = [0, 1, 2].reduce((sum, k) => sum + matrix[3 * i + k]! * inverse[3 * k + j]!, 0);
      expect(entry).toBeCloseTo(Number(i === j), 12);
    }
  }
});

test('tells a matrix that is not positive definite, and lifts it where asked to', () => {
  const flat = Float64Array.of(1, 2, 2, 1);
  expect(Cholesky.tried(flat, 2)).toBeNull();
  expect(Cholesky.of(flat, 2).solve(Float64Array.of(1, 1)).every(Number.isFinite)).toBe(true);
});
