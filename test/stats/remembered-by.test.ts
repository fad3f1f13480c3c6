import { expect, test } from 'vitest';
import { rememberedBy } from '../../src/stats/remembered-by.ts';

test('works a value out once for each object', () => {
  let made = 0;
  const numbered = rememberedBy((_: object) => ++made);
  const [a, b] = [{}, {}];
  expect([numbered(a), numbered(b), numbered(a)]).toEqual([1, 2, 1]);
});
