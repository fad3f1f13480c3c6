import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { asMeant, OVER } from '../../src/units/over.ts';
import { parseQuantity } from '../../src/units/parse.ts';

test('over so much is so much to a fifth more', () => {
  expect(asMeant(parseQuantity('over 10,000 P'))).toMatchObject({
    spread: { form: 'interval', low: 10_000, high: 12_000 },
    text: 'over 10,000 P',
  });
});

it.each(['600 MW', '20k to 40k', 'up to 5', 'unknown', 'beta(2, 8)', 'over -5 °C', 'over 0'])(
  'leaves %s',
  (text) => {
    const quantity = parseQuantity(text);
    expect(asMeant(quantity)).toBe(quantity);
  },
);

test('every lower bound above 0', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (low) => {
      const { spread } = asMeant(parseQuantity(`at least ${low}`));
      expect(spread).toEqual({ form: 'interval', low, high: OVER * low });
    }),
  );
});
