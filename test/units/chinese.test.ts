import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inChinese } from '../../src/units/chinese.ts';
import { parseUnit } from '../../src/units/compound.ts';
import { parseQuantity } from '../../src/units/parse.ts';
import type { Quantity, Spread } from '../../src/units/quantity.ts';

it.each([
  ['over 60,000 P', '超过6万P'],
  ['680 million CNY', '6.8亿元'],
  ['over 5bn CNY', '超过50亿元'],
  ['1,400 mu', '1,400亩'],
  ['80.5k', '8.05万'],
  ['over 115k', '超过11.5万'],
  ['1,200 to 4,000 P', '1,200至4,000P'],
  ['500 to 1700 m', '500至1,700米'],
  ['1.242bn CNY', '12.42亿元'],
  ['109,738 m2', '109,738平方米'],
  ['16,384', '16,384'],
  ['at least 39', '至少39'],
  ['115k+', '至少11.5万'],
  ['over 1.5e+5', '超过15万'],
  ['no more than 5%', '至多5%'],
  ['under 2 GW', '低于2 GW'],
  ['8,000 to 30k', '8,000至30,000'],
  ['~3 (2.5..4) MW', '3 MW（2.5至4）'],
  ['−5 to 3 °C', '−5至3摄氏度'],
  ['500 USD', '500美元'],
  ['20 d', '20天'],
  ['beta(2, 8)', 'beta(2, 8)'],
  ['unknown', '未知'],
])('%s is %s', (text, chinese) => {
  expect(inChinese(parseQuantity(text))).toBe(chinese);
});

const positive = fc
  .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: -8, max: 18 }))
  .map(([digits, exponent]) => Number(`${digits}e${exponent}`));
const three = fc
  .uniqueArray(positive, { minLength: 3, maxLength: 3 })
  .map((all) => all.sort((a, b) => a - b) as [number, number, number]);
const spreads: fc.Arbitrary<Spread> = fc.oneof(
  positive.map((value): Spread => ({ form: 'exact', value })),
  three.map(([low, , high]): Spread => ({ form: 'interval', low, high })),
  three.map(([, , high]): Spread => ({ form: 'interval', low: 0, high })),
  three.map(([low, best, high]): Spread => ({ form: 'estimate', best, low, high })),
  positive.map((low): Spread => ({ form: 'bound', low })),
  positive.map((high): Spread => ({ form: 'bound', high })),
);
const units = ['', '%', 'CNY', 'USD', 'CNY/kWh', 'MW', 'P', 'm2', 'mu', 'TFLOP/s', 'h', 'd', 'server'];

it('says in Chinese the numbers, the form and the unit that were written', () => {
  fc.assert(
    fc.property(spreads, fc.constantFrom(...units), (spread, symbol) => {
      const quantity: Quantity = { spread, unit: parseUnit(symbol), text: '' };
      const chinese = inChinese(quantity);
      const again = parseQuantity(chinese);
      expect([again.spread, again.unit.symbol], chinese).toEqual([spread, symbol]);
    }),
    { numRuns: 5_000 },
  );
});

it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
  const quantity: Quantity = { spread: { form: 'exact', value }, unit: parseUnit('MW'), text: '' };
  expect(() => inChinese(quantity)).toThrow(/ST-U004/);
});
