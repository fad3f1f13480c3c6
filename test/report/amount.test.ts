import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amount,
  claim,
  counted,
  factor,
  interval,
  intervalParts,
  percent,
  quoted,
  tick,
} from '../../src/report/amount.ts';
import { en } from '../../src/report/strings/en.ts';
import { zhCN } from '../../src/report/strings/zh-CN.ts';

describe('amount', () => {
  it('has two significant figures and the unit a reader would choose', () => {
    expect(amount(21_437, '', en)).toBe('21,000');
    expect(amount(1234, 'MW', en)).toBe('1.2 GW');
    expect(amount(1.71e19, 'FLOP/s', en)).toBe('17 EFLOP/s');
    expect(amount(21_437, '', zhCN)).toBe('2.1万');
  });
  it('rounds what is counted to whole things', () => {
    expect(amount(0.4, '', en)).toBe('0');
    expect(amount(3.2, '', en)).toBe('3');
  });
  it('keeps three figures of a ratio', () => {
    expect(amount(1.274, '1', en)).toBe('1.27');
    expect(interval({ median: 1.274, low: 1.1, high: 1.412 }, '1', en)).toBe('1.27 (1.1 – 1.41)');
    expect(intervalParts({ median: 1.274, low: 1.1, high: 1.412 }, '1', zhCN)).toEqual({
      middle: '1.27',
      range: '1.1 – 1.41',
    });
  });
  it('says not known where there is no number', () => {
    expect(amount(Number.NaN, 'MW', en)).toBe('not known');
    expect(interval({ median: 1, low: Number.NaN, high: 2 }, 'MW', en)).toBe('not known');
  });
});

it('sequences are whole, however many there are on average', () => {
  expect(counted(202.7, en)).toBe('203');
  expect(counted(12_345.6, en)).toBe('12,346');
  expect(counted(1.4, en)).toBe('1');
  expect(counted(0.3, en)).toBe('<1');
});

describe('interval', () => {
  it('puts the middle 90 % behind the median, in its unit', () => {
    expect(interval({ median: 29, low: 9, high: 78 }, 'MW', en)).toBe('29 MW (9 – 78)');
    expect(intervalParts({ median: 29, low: 9, high: 78 }, 'MW', en)).toEqual({
      middle: '29 MW',
      range: '9 – 78',
    });
  });
  it('keeps zero at the low end', () => {
    expect(interval({ median: 0, low: 0, high: 5200 }, '', en)).toBe('0 (0 – 5,200)');
    expect(interval({ median: 0, low: 0, high: 1.3e17 }, 'FLOP/s', en)).toBe('0 PFLOP/s (0 – 130)');
    expect(interval({ median: 0, low: 0, high: 0 }, 'MW', en)).toMatch(/^0 \S+ \(0 – 0\)$/);
  });
});

describe('claim', () => {
  it('quotes a single number with the figures it was said with', () => {
    expect(claim({ median: 115_000, low: 115_000, high: 115_000 }, '', en)).toBe('115,000');
    expect(claim({ median: 161.4, low: 150, high: 175 }, 'MW', en)).toBe('160 MW');
  });
});

describe('percent', () => {
  it('never says never or always', () => {
    expect(percent(0, en)).toBe('<1 %');
    expect(percent(0.0099, en)).toBe('<1 %');
    expect(percent(0.01, en)).toBe('1 %');
    expect(percent(0.314, en)).toBe('31 %');
    expect(percent(1, en)).toBe('>99 %');
    expect(percent(0.5, zhCN)).toBe('50%');
  });
});

describe('factor', () => {
  it('is a multiplication for and a division against', () => {
    expect(factor(3.1)).toBe('× 3.1');
    expect(factor(1 / 6)).toBe('÷ 6.0');
    expect(factor(1)).toBe('× 1.0');
    expect(factor(0)).toBe('÷ >1000');
    expect(factor(Number.POSITIVE_INFINITY)).toBe('× >1000');
    expect(factor(Number.NaN)).toBe('–');
  });
  it('mirrors a ratio and its inverse', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.01, max: 900, noNaN: true }), (ratio) => {
        expect(factor(1 / ratio).slice(2)).toBe(factor(ratio).slice(2));
      }),
    );
  });
});

describe('tick', () => {
  it('is a word on a figure and short on a terminal', () => {
    expect(tick(10_000, '', en)).toBe('10 thousand');
    expect(tick(10_000, '', en, true)).toBe('10k');
    expect(tick(1e6, '', zhCN)).toBe('100万');
    expect(tick(1e18, 'FLOP/s', en, true)).toBe('1 EFLOP/s');
  });
});

describe('quoted', () => {
  it('leaves what was written in English, and says it in Chinese', () => {
    expect(quoted('over 5bn CNY', en)).toBe('over 5bn CNY');
    expect(['over 5bn CNY', '500 USD', '20 d'].map((text) => quoted(text, zhCN))).toEqual([
      '超过50亿元',
      '500美元',
      '20天',
    ]);
  });
  it('leaves what is no quantity, but for what a terminal would act on', () => {
    for (const strings of [en, zhCN]) expect(quoted('as in\u001b[31m 2026', strings)).toBe('as in[31m 2026');
  });
});
