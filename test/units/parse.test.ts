import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/errors/catalogue.ts';
import { SandtableError } from '../../src/errors/fault.ts';
import { toSI } from '../../src/units/convert.ts';
import { dimensions, money } from '../../src/units/dimension.ts';
import { parseQuantity, readQuantity } from '../../src/units/parse.ts';
import { chineseWords } from '../../src/units/words.ts';

const exact = (value: number) => ({ form: 'exact', value });
const interval = (low: number, high: number) => ({ form: 'interval', low, high });
const estimate = (best: number, low: number, high: number) => ({ form: 'estimate', best, low, high });
const above = (low: number) => ({ form: 'bound', low });
const below = (high: number) => ({ form: 'bound', high });

describe('parseQuantity reads what people write', () => {
  it.each([
    ['600 MW', exact(600), 'MW'],
    ['600 megawatts', exact(600), 'MW'],
    ['300 MVA', exact(300), 'MVA'],
    ['1000 P', exact(1000), 'P'],
    ['60,000P', exact(60_000), 'P'],
    ['2,048P', exact(2048), 'P'],
    ['6万P', exact(60_000), 'P'],
    ['115000', exact(115_000), ''],
    ['11.5万', exact(115_000), ''],
    ['1.5万张卡', exact(15_000), 'GPU'],
    ['33,000 m2', exact(33_000), 'm2'],
    ['33,000 m²', exact(33_000), 'm2'],
    ['3.3万平方米', exact(33_000), 'm2'],
    ['33 mu', exact(33), 'mu'],
    ['33亩', exact(33), 'mu'],
    ['30万千瓦', exact(300_000), 'kW'],
    ['3亿千瓦时', exact(3e8), 'kWh'],
    ['30%', exact(30), '%'],
    ['0.25 CNY/kWh', exact(0.25), 'CNY/kWh'],
    ['0.25元/千瓦时', exact(0.25), 'CNY/kWh'],
    ['1,776 kWh/m2/yr', exact(1776), 'kWh/m2/yr'],
    ['90,000 CNY/P/yr', exact(90_000), 'CNY/P/yr'],
    ['12 kW', exact(12), 'kW'],
    ['60 ms', exact(60), 'ms'],
    ['3.6 °C', exact(3.6), '°C'],
    ['3.6℃', exact(3.6), '°C'],
    ['-154 m', exact(-154), 'm'],
    ['−154 m', exact(-154), 'm'],
    ['2.8e26 FLOP', exact(2.8e26), 'FLOP'],
    ['2.8×10^26 FLOP', exact(2.8e26), 'FLOP'],
    ['2.8 × 10²⁶ FLOP', exact(2.8e26), 'FLOP'],
    ['7 x 10^-3 s', exact(0.007), 's'],
    ['990 TFLOP/s', exact(990), 'TFLOP/s'],
    ['990 TFLOPS', exact(990), 'TFLOP/s'],
    ['141 GB', exact(141), 'GB'],
    ['80 GiB', exact(80), 'GiB'],
    ['4.8 TB/s', exact(4.8), 'TB/s'],
    ['400 Gbps', exact(400), 'Gbit/s'],
    ['1.2 GW', exact(1.2), 'GW'],
    ['20 TWh/yr', exact(20), 'TWh/yr'],
    ['8,000 h', exact(8000), 'h'],
    ['24 months', exact(24), 'month'],
    ['6 years', exact(6), 'yr'],
    ['117 GPU-hours', exact(117), 'GPU·h'],
    ['3 per day', exact(3), '/d'],
    ['１，０００Ｐ', exact(1000), 'P'],
    ['600\u00a0MW', exact(600), 'MW'],
    ['600\u202fMW', exact(600), 'MW'],
  ])('%s', (text, spread, symbol) => {
    const quantity = parseQuantity(text);
    expect(quantity).toMatchObject({ spread, unit: { symbol }, text });
  });

  it.each([
    ['6.5bn CNY', 6.5e9, 'CNY'],
    ['CNY 6.5bn', 6.5e9, 'CNY'],
    ['RMB2.75bn', 2.75e9, 'CNY'],
    ['6.5亿元', 6.5e8, 'CNY'],
    ['1.2万亿元', 1.2e12, 'CNY'],
    ['$5.576m', 5_576_000, 'USD'],
    ['US$1.1 million', 1_100_000, 'USD'],
    ['$300K', 300_000, 'USD'],
    ['$2B', 2e9, 'USD'],
    ['1,080m yuan', 1.08e9, 'CNY'],
    ['-$5m', -5e6, 'USD'],
    ['12 €', 12, 'EUR'],
    ['$0.05/kWh', 0.05, 'USD/kWh'],
  ])('money: %s', (text, value, symbol) => {
    expect(parseQuantity(text, undefined)).toMatchObject({ spread: exact(value), unit: { symbol } });
  });

  it.each([
    ['20k to 40k', interval(20_000, 40_000), ''],
    ['500 to 1700 m', interval(500, 1700), 'm'],
    ['5% to 20%', interval(5, 20), '%'],
    ['5–20%', interval(5, 20), '%'],
    ['5-20%', interval(5, 20), '%'],
    ['between 5 and 20%', interval(5, 20), '%'],
    ['20～40 P', interval(20, 40), 'P'],
    ['6亿至8亿元', interval(6e8, 8e8), 'CNY'],
    ['$5m to $6m', interval(5e6, 6e6), 'USD'],
    ['CNY 5m to 6m', interval(5e6, 6e6), 'CNY'],
    ['5m to 6m yuan', interval(5e6, 6e6), 'CNY'],
    ['800 MW to 1.2 GW', interval(0.8, 1.2), 'GW'],
    ['900 to 1.1k', interval(900, 1100), ''],
    ['0 to 40k', interval(0, 40_000), ''],
    ['−5 to 3 °C', interval(-5, 3), '°C'],
    ['20 to 20 MW', exact(20), 'MW'],
    ['3 (2.5..4)', estimate(3, 2.5, 4), ''],
    ['~3 (2.5..4) MW', estimate(3, 2.5, 4), 'MW'],
    ['29 MW (9 – 78)', estimate(29, 9, 78), 'MW'],
    ['约3 MW（2～4）', estimate(3, 2, 4), 'MW'],
    ['~5% (3% – 7%)', estimate(5, 3, 7), '%'],
    ['1.2 million CNY (0.8 – 1.6)', estimate(1.2e6, 0.8e6, 1.6e6), 'CNY'],
    ['3 (2..4) million CNY', estimate(3e6, 2e6, 4e6), 'CNY'],
    ['115k (80k to 140k)', estimate(115_000, 80_000, 140_000), ''],
    ['over 115k', above(115_000), ''],
    ['>115,000', above(115_000), ''],
    ['>= 115,000', above(115_000), ''],
    ['115,000+', above(115_000), ''],
    ['超过11.5万张', above(115_000), 'GPU'],
    ['11.5万以上', above(115_000), ''],
    ['at least 7', above(7), ''],
    ['over $3bn', above(3e9), 'USD'],
    ['up to 140k', below(140_000), ''],
    ['< 5%', below(5), '%'],
    ['No more than 5 MW', below(5), 'MW'],
    ['不超过5亿元', below(5e8), 'CNY'],
    ['unknown', { form: 'unknown' }, ''],
    ['未知', { form: 'unknown' }, ''],
    ['beta(2, 8)', { form: 'family', family: 'beta', args: [2, 8] }, ''],
    ['beta(2,8)', { form: 'family', family: 'beta', args: [2, 8] }, ''],
    ['normal(-3, 1.5) °C', { form: 'family', family: 'normal', args: [-3, 1.5] }, '°C'],
    ['lognormal(3, .5) MW', { form: 'family', family: 'lognormal', args: [3, 0.5] }, 'MW'],
    ['uniform(20k, 40k)', { form: 'family', family: 'uniform', args: [20_000, 40_000] }, ''],
    ['triangular(1, 2, 4) GW', { form: 'family', family: 'triangular', args: [1, 2, 4] }, 'GW'],
  ])('spread: %s', (text, spread, symbol) => {
    expect(parseQuantity(text)).toMatchObject({ spread, unit: { symbol } });
  });

  it('gives unknown the unit of the expected dimension', () => {
    expect(parseQuantity('unknown', dimensions.power).unit.symbol).toBe('MW');
    expect(parseQuantity('unknown', money).unit.symbol).toBe('CNY');
  });

  it('takes one of several expected dimensions', () => {
    const feed = [dimensions.apparentPower, dimensions.power];
    expect(parseQuantity('300 MVA', feed).unit.symbol).toBe('MVA');
    expect(parseQuantity('300 MW', feed).unit.symbol).toBe('MW');
  });
});

describe('parseQuantity refuses what can be meant in two ways, and points at it', () => {
  it.each([
    ['', undefined, 'ST-U001', ''],
    ['MW', undefined, 'ST-U001', 'MW'],
    ['NaN', undefined, 'ST-U001', 'NaN'],
    ['二万', undefined, 'ST-U001', '二万'],
    ['Infinity MW', undefined, 'ST-U001', 'Infinity'],
    ['over', undefined, 'ST-U001', ''],
    ['9'.repeat(201), undefined, 'ST-U002', '9'.repeat(201)],
    ['1,5 MW', undefined, 'ST-U003', '1,5'],
    ['1.234.567 m2', undefined, 'ST-U003', '1.234.567'],
    ['6,0000 P', undefined, 'ST-U003', '6,0000'],
    ["1'000 P", undefined, 'ST-U003', "1'000"],
    ['1e999', undefined, 'ST-U004', '1e999'],
    ['1e-999', undefined, 'ST-U004', '1e-999'],
    ['1e300 TW', undefined, 'ST-U004', '1e300 TW'],
    ['600 foo', undefined, 'ST-U005', 'foo'],
    ['600 mW', undefined, 'ST-U005', 'mW'],
    ['5 kwh', undefined, 'ST-U005', 'kwh'],
    ['300', dimensions.power, 'ST-U006', '300'],
    ['33,000 m2', dimensions.power, 'ST-U007', '33,000 m2'],
    ['1.2m', dimensions.number, 'ST-U007', '1.2m'],
    ['300 MVA', dimensions.power, 'ST-U008', '300 MVA'],
    ['20 MW to 40 MVA', undefined, 'ST-U008', '20 MW'],
    ['1000 P', dimensions.flopRate, 'ST-U009', '1000 P'],
    ['1 PFLOP/s', dimensions.peakCompute, 'ST-U009', '1 PFLOP/s'],
    ['$5m', dimensions.cny, 'ST-U010', '$5m'],
    ['$5m yuan', undefined, 'ST-U010', 'yuan'],
    ['40k to 20k', undefined, 'ST-U011', '40k to 20k'],
    ['3 (4..2)', undefined, 'ST-U011', '(4..2)'],
    ['3 (4..5)', undefined, 'ST-U012', '(4..5)'],
    ['3 (3..5)', undefined, 'ST-U012', '(3..5)'],
    ['20 to 40k', undefined, 'ST-U013', '20 to 40k'],
    ['$5 to 6m', undefined, 'ST-U013', '$5 to 6m'],
    ['20～40万P', undefined, 'ST-U013', '20～40万P'],
    ['3k (2..4000)', undefined, 'ST-U013', '2..4000'],
    ['7B', undefined, 'ST-U013', 'B'],
    ['115K', undefined, 'ST-U013', 'K'],
    ['-5 MW', undefined, 'ST-U014', '-5 MW'],
    ['uniform(-1, 5) MW', undefined, 'ST-U014', 'uniform(-1, 5) MW'],
    ['-300 °C', undefined, 'ST-U014', '-300 °C'],
    ['beta', undefined, 'ST-U015', 'beta'],
    ['beta(2)', undefined, 'ST-U015', 'beta(2)'],
    ['beta(0, 1)', undefined, 'ST-U015', 'beta(0, 1)'],
    ['beta(2, 8) MW', undefined, 'ST-U015', 'beta(2, 8) MW'],
    ['normal(115,000, 10,000)', undefined, 'ST-U015', 'normal(115,000, 10,000)'],
    ['uniform(5, 5)', undefined, 'ST-U015', 'uniform(5, 5)'],
    ['about 3 MW', undefined, 'ST-U016', 'about 3 MW'],
    ['3 ± 0.5 MW', undefined, 'ST-U016', '±'],
    ['600 MW or so', undefined, 'ST-U017', 'or so'],
    ['117 GPU hours', undefined, 'ST-U017', 'hours'],
    ['3 (2..4) MW MW', undefined, 'ST-U017', 'MW'],
    ['3 MW (2..4', undefined, 'ST-U017', ''],
    ['1/3', undefined, 'ST-U017', '3'],
    ['5 FLOPs', undefined, 'ST-U018', 'FLOPs'],
    ['¥5m', undefined, 'ST-U018', '¥'],
    ['5 tons', undefined, 'ST-U018', 'tons'],
    ['2.5 PF', undefined, 'ST-U018', 'PF'],
  ] as const)('%s', (text, dimension, code, part) => {
    const { faults } = readQuantity(text, dimension);
    expect(faults?.map((fault) => fault.code)).toEqual([code]);
    const { offset, length } = faults![0]!;
    expect(text.slice(offset, offset + length)).toBe(part);
  });

  it('says what a figure without unit can be, and what to type', () => {
    const [fault] = readQuantity('300', dimensions.power).faults!;
    expect(fault).toMatchObject({
      what: '300 of what? It has no unit, and a power is expected.',
      fix: 'Write 300 MW, or the unit of the source.',
      why: expect.stringContaining('power factor'),
    });
  });

  it('proposes the unit that was meant', () => {
    expect(readQuantity('600 mW').faults![0]!.fix).toBe('Did you mean MW?');
    expect(readQuantity('5 kwh').faults![0]!.fix).toBe('Did you mean kWh?');
    expect(readQuantity('1.2m', dimensions.number).faults![0]!.fix).toContain('1.2 million');
  });

  it('throws the same faults as a SandtableError', () => {
    expect(() => parseQuantity('300', dimensions.power)).toThrow(SandtableError);
    expect(() => parseQuantity('300', dimensions.power)).toThrow(/ST-U006/);
  });
});

describe('parseQuantity survives any text', () => {
  const pieces = fc.constantFrom(
    ...'0 1 2.5 1,000 40k 1e9 9e307 1e-300 - − – ~ ( ) / ^ · * , . .. ± < > + × % ² ⁻ $ ¥ € to and between over up about'.split(
      ' ',
    ),
    ...'P MW mW MVA m m2 GB K B T FLOP FLOP/s CNY kWh yr GPU °C million bn beta( normal( unknown e E'.split(
      ' ',
    ),
    ...chineseWords,
    '亩',
    '元',
    ' ',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join(' ')),
    fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')),
  );
  const expected = fc.constantFrom(undefined, dimensions.power, dimensions.number, money);

  it('gives finite numbers, or faults with a known code inside the text', () => {
    fc.assert(
      fc.property(texts, expected, (text, dimension) => {
        const { quantity, faults } = readQuantity(text, dimension);
        if (quantity) {
          const numbers = Object.values(toSI(quantity))
            .flat()
            .filter((each) => typeof each === 'number');
          return numbers.every(Number.isFinite) && quantity.unit.scale > 0;
        }
        return faults.every(({ code, offset, length, fix }) => {
          return code in catalogue && fix !== '' && offset >= 0 && length >= 1 && offset <= text.length;
        });
      }),
      { numRuns: 20_000 },
    );
  });
});
