import { expect, it } from 'vitest';
import { figureRows } from '../../../src/report/csv/figure-rows.ts';

it('writes a figure a row, with its interval where it has one', () => {
  const { add, interval, text } = figureRows();
  interval('rate', { value: 10, low: 8, high: 12 }, 'tokens/s');
  add('best', 'chips', 64, '1');
  expect(text().trim().split(/\r?\n/)).toEqual([
    'of,figure,value,low_10,high_90,unit',
    'answer,rate,10,8,12,tokens/s',
    'best,chips,64,,,1',
  ]);
});
