import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differingFigures } from '../../src/cli/differing-figures.ts';

it('finds nothing in what is the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(differingFigures(value, structuredClone(value))).toEqual([]);
    }),
  );
});

it('names every leaf that is another, is missing, or is of another form', () => {
  const before = { a: [1, { b: 2 }], c: null, d: 'x' };
  const after = { a: [1, { b: 2.0000001 }], c: { e: 1 }, f: 0 };
  expect(differingFigures(before, after)).toEqual([
    { path: 'a.1.b', before: 2, after: 2.0000001 },
    { path: 'c', before: null, after: { e: 1 } },
    { path: 'd', before: 'x', after: undefined },
    { path: 'f', before: undefined, after: 0 },
  ]);
});
