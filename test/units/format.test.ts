import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUnit } from '../../src/units/compound.ts';
import { inUnit } from '../../src/units/convert.ts';
import { formatNumber, formatQuantity } from '../../src/units/format.ts';
import { parseQuantity } from '../../src/units/parse.ts';
import type { Quantity, Spread } from '../../src/units/quantity.ts';

it('writes the low end of an estimate beyond the largest word in words', () => {
  const spread: Spread = { form: 'estimate', best: 1.3e15, low: 7.3e14, high: 2.3e15 };
  const quantity: Quantity = { spread, unit: parseUnit(''), text: '' };
  expect(formatQuantity(quantity, { figures: 2 })).toBe('1.3e15 (730 trillion – 2.3e15)');
});

describe('formatNumber', () => {
  it.each([
    [0, '0', '0'],
    [-0, '0', '0'],
    [7, '7', '7'],
    [0.254, '0.25', '0.25'],
    [-154, '−150', '−150'],
    [21_345, '21,000', '2.1万'],
    [115_000, '120,000', '12万'],
    [999_999, '1 million', '100万'],
    [1_234_567, '1.2 million', '120万'],
    [6.5e9, '6.5 billion', '65亿'],
    [1.1e12, '1.1 trillion', '1.1万亿'],
    [2.8e26, '2.8e26', '2.8e26'],
    [0.00001234, '1.2e-5', '1.2e-5'],
  ])('%d', (value, en, zh) => {
    expect(formatNumber(value)).toBe(en);
    expect(formatNumber(value, { locale: 'zh-CN' })).toBe(zh);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
    expect(() => formatNumber(value)).toThrow(/ST-U004/);
  });
});

describe('formatQuantity', () => {
  it.each([
    ['0.029 GW (0.026..0.033)', '29 MW (26 – 33)', '29 MW (26 – 33)'],
    ['29 MW (9..78)', '30 MW (9 – 80)', '30 MW (9 – 80)'],
    ['20k to 40k', '20,000 – 40,000', '2万 – 4万'],
    ['20.1 to 20.4 MW', '20.1 – 20.4 MW', '20.1 – 20.4 MW'],
    ['800 MW to 1.2 GW', '0.8 – 1.2 GW', '0.8 – 1.2 GW'],
    ['0.8 million to 1.6 million CNY', '0.8 million – 1.6 million CNY', '80万 – 160万元'],
    ['1.2 million CNY (0.8 – 1.6)', '1.2 million CNY (0.8 – 1.6)', '120万元 (80 – 160)'],
    ['over 115k', 'over 115,000', '超过11.5万'],
    ['up to 5 billion yuan', 'up to 5 billion CNY', '至多50亿元'],
    ['5% to 20%', '5 – 20%', '5 – 20%'],
    ['−5 to 3 °C', '−5 to 3 °C', '−5至3摄氏度'],
    ['24 months', '24 months', '24个月'],
    ['1 month', '1 month', '1个月'],
    ['14k GPUs', '14,000 GPUs', '1.4万卡'],
    ['17,000 PFLOP/s', '17 EFLOP/s', '17 EFLOP/s'],
    ['beta(2, 8)', 'beta(2, 8)', 'beta(2, 8)'],
    ['unknown', 'unknown', '未知'],
  ])('%s', (text, en, zh) => {
    expect(formatQuantity(parseQuantity(text))).toBe(en);
    expect(formatQuantity(parseQuantity(text), { locale: 'zh-CN' })).toBe(zh);
  });

  it('takes figures, and leaves the unit where asked', () => {
    expect(formatQuantity(parseQuantity('29 MW (9..78)'), { figures: 2 })).toBe('29 MW (9 – 78)');
    expect(formatQuantity(parseQuantity('5,576 kW'), { figures: 4, unit: 'keep' })).toBe('5,576 kW');
  });
});

describe('what is formatted reads back as the same within the printed figures', () => {
  const positive = fc
    .tuple(fc.double({ min: 1, max: 9.999, noNaN: true }), fc.integer({ min: -7, max: 20 }))
    .map(([mantissa, exponent]) => mantissa * 10 ** exponent);
  const three = fc
    .uniqueArray(positive, { minLength: 3, maxLength: 3 })
    .map((all) => all.sort((a, b) => a - b));
  const spread: fc.Arbitrary<Spread> = fc.oneof(
    positive.map((value): Spread => ({ form: 'exact', value })),
    three.map(([low, , high]): Spread => ({ form: 'interval', low: low!, high: high! })),
    three.map(([, best, high]): Spread => ({ form: 'interval', low: -best!, high: high! })),
    three.map(([low, best, high]): Spread => ({ form: 'estimate', best: best!, low: low!, high: high! })),
    three.map(([, best, high]): Spread => ({ form: 'estimate', best: best!, low: 0, high: high! })),
    positive.map((low): Spread => ({ form: 'bound', low })),
    positive.map((high): Spread => ({ form: 'bound', high })),
  );
  const symbols = ['', '%', 'm', 'CNY', 'USD', 'CNY/kWh'];
  const neverNegative = ['MW', 'P', 'm2', 'GB', 'TFLOP/s', 'FLOP', 'h', 'kWh/m2/yr', 'GPU·h', 'mu'];

  it('for any spread, unit, locale and number of figures', () => {
    fc.assert(
      fc.property(
        spread,
        fc.constantFrom(...symbols, ...neverNegative),
        fc.constantFrom('en' as const, 'zh-CN' as const),
        fc.integer({ min: 1, max: 6 }),
        (written, symbol, locale, figures) => {
          const negative = written.form === 'interval' && written.low < 0;
          const unit = parseUnit(negative && neverNegative.includes(symbol) ? 'm' : symbol);
          const quantity: Quantity = { spread: written, unit, text: '' };
          const again = inUnit(parseQuantity(formatQuantity(quantity, { locale, figures })), unit);
          expect(again.spread.form).toBe(written.form);
          for (const [key, value] of Object.entries(written)) {
            if (typeof value !== 'number') continue;
            const found = (again.spread as unknown as Record<string, number>)[key]!;
            const half = 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - figures + 1);
            expect(Math.abs(found - value)).toBeLessThanOrEqual(value === 0 ? 0 : half * (1 + 1e-6));
          }
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
