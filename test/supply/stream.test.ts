import { describe, expect, it } from 'vitest';
import { requireChip } from '../../src/chips/find.ts';
import { parsePartialDate } from '../../src/sources/date.ts';
import type { PartialDate } from '../../src/sources/source.ts';
import type { Stream } from '../../src/supply/pool.ts';
import {
  arrivals,
  arrivalsByChip,
  firstDay,
  meanDistance,
  meanEquivalents,
} from '../../src/supply/stream.ts';
import { catalogue, day } from '../chips/data.ts';

const date = (text: string) => parsePartialDate(text) as PartialDate;
const citation = { basis: 'judged', sources: [], by: 'test', why: 'test' } as const;
const [h100, h20] = [requireChip(catalogue, 'h100'), requireChip(catalogue, 'h20')];
const stream: Stream = {
  id: 'toy',
  name: { en: 'toy' },
  rate: [
    { from: date('2023-01-01'), value: 1, citation },
    { from: date('2024-01-01'), value: 3, published: date('2024-06-30'), citation },
    { from: date('2024-01-01'), value: 2, published: date('2024-03-31'), citation },
    { from: date('2025-01-01'), value: 0, published: date('2024-12-31'), citation },
  ],
  mix: [
    { from: date('2023-01-01'), value: new Map([[h100, 1]]), citation },
    {
      from: date('2024-01-01'),
      value: new Map([
        [h100, 0.5],
        [h20, 0.5],
      ]),
      citation,
    },
  ],
  estimates: [],
};
const year = (text: string) => ({ from: day(`${text}-01-01`), to: day(`${text}-12-31`) });

describe('arrivals', () => {
  it('add rate times years', () => {
    expect(firstDay(stream)).toBe(day('2023-01-01'));
    expect(arrivals(stream, year('2023'))).toBeCloseTo(365 / 365.25, 9);
    expect(arrivals(stream, year('2024'))).toBeCloseTo((3 * 366) / 365.25, 9);
    expect(arrivals(stream, year('2025'))).toBe(0);
    expect(arrivals(stream, { from: 5, to: 4 })).toBe(0);
  });

  it('use only news published by the date, and of two for one day the later', () => {
    expect(arrivals(stream, { ...year('2024'), asOf: day('2024-02-01') })).toBeCloseTo(366 / 365.25, 9);
    expect(arrivals(stream, { ...year('2024'), asOf: day('2024-04-01') })).toBeCloseTo((2 * 366) / 365.25, 9);
    expect(arrivals(stream, { ...year('2025'), asOf: day('2024-07-01') })).toBeCloseTo((3 * 365) / 365.25, 9);
  });

  it('split by chip and by worth', () => {
    const chips = arrivalsByChip(stream, { from: day('2023-01-01'), to: day('2024-12-31') });
    expect(chips.get(h100)! + chips.get(h20)!).toBeCloseTo(365 / 365.25 + (3 * 366) / 365.25, 9);
    expect(meanEquivalents(stream, { ...year('2023'), reference: h100 })).toBe(1);
    expect(meanEquivalents(stream, { ...year('2024'), reference: h100 })).toBeCloseTo(
      (1 + 148 / 989.5) / 2,
      9,
    );
  });
});

describe('meanDistance', () => {
  const whole = { from: day('2023-01-01'), to: day('2024-12-31') };

  it('is 0 where all is spoken about, and the mean lag of the rest otherwise', () => {
    expect(meanDistance(stream, { ...whole, asOf: Infinity }, whole)).toBe(0);
    expect(meanDistance(stream, { ...year('2024'), asOf: Infinity }, whole)).toBeCloseTo(0.5, 2);
    expect(meanDistance(stream, { ...year('2023'), asOf: Infinity }, whole)).toBeCloseTo(0.5, 2);
  });
});
