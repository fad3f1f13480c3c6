import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { written } from '../../src/errors/message.ts';
import { calendarDay, dayOf, knownBy, parsePartialDate, surelyBefore } from '../../src/sources/date.ts';
import type { Refusal } from '../../src/sources/issue.ts';
import type { PartialDate } from '../../src/sources/source.ts';

const date = (text: string) => {
  const read = parsePartialDate(text);
  if (!('from' in read)) throw new Error(`${text}: ${written(read.what)}`);
  return read;
};
const codeOf = (text: string) => (parsePartialDate(text) as { code?: string }).code;

/** Days since 1970-01-01, counted by Julian day numbers (Fliegel and Van Flandern, 1968). */
function julian(year: number, month: number, day: number): number {
  const a = Math.trunc((month - 14) / 12);
  return (
    Math.trunc((1461 * (year + 4800 + a)) / 4) +
    Math.trunc((367 * (month - 2 - 12 * a)) / 12) -
    Math.trunc((3 * Math.trunc((year + 4900 + a) / 100)) / 4) +
    day -
    32075 -
    2440588
  );
}

describe('parsePartialDate', () => {
  it.each([
    ['2024', julian(2024, 1, 1), julian(2024, 12, 31)],
    ['2024-Q4', julian(2024, 10, 1), julian(2024, 12, 31)],
    ['2024-Q1', julian(2024, 1, 1), julian(2024, 3, 31)],
    ['2024-02', julian(2024, 2, 1), julian(2024, 2, 29)],
    ['2023-02', julian(2023, 2, 1), julian(2023, 2, 28)],
    ['2024-11-05', julian(2024, 11, 5), julian(2024, 11, 5)],
    ['2000-02-29', julian(2000, 2, 29), julian(2000, 2, 29)],
  ])('%s', (text, from, to) => {
    expect(parsePartialDate(text)).toEqual({ text, from, to });
  });

  it.each([
    '2024-13',
    '2024-00',
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-Q5',
    '2024-Q0',
    '2024-11-00',
    '0001',
  ])('%s is not in the calendar', (text) => expect(codeOf(text)).toBe('ST-S031'));

  it.each([
    '',
    'today',
    '24-11',
    '2024-1',
    '2024-11-5',
    '2024/11/05',
    '2024-11-05T00:00',
    ' 2024',
    '-2024',
    '2024-q4',
  ])('%s is no date', (text) => expect(codeOf(text)).toBe('ST-S030'));

  it.each([
    ['2024/11/05', '2024-11-05'],
    ['2024/3/5', '2024-03-05'],
    ['14/03/2025', '2025-03-14'],
    ['03/14/2025', '2025-03-14'],
    ['２０２５-03-14', '2025-03-14'],
    ['2025年3月', '2025-03'],
    ['2025年3月14日', '2025-03-14'],
    ['20241105', '2024-11-05'],
    ['2024-1', '2024-01'],
    ['Q4 2024', '2024-Q4'],
    ['2024q4', '2024-Q4'],
  ])('guesses what %s means', (text, meant) => {
    const { fix } = parsePartialDate(text) as Refusal;
    expect(written(fix)).toContain(`Did you mean ${meant}?`);
  });

  it('guesses no date that is not in the calendar', () => {
    const { code, fix } = parsePartialDate('2025年13月') as Refusal;
    expect(code).toBe('ST-S030');
    expect(written(fix)).not.toContain('Did you mean');
  });

  it('agrees with the calendar on any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 80_000 }), (n) => {
        const { year, month, day } = calendarDay(n);
        expect(julian(year, month, day)).toBe(n);
        expect(dayOf(year, month, day)).toBe(n);
        const pad = (part: number) => String(part).padStart(2, '0');
        if (year < 1900) return;
        const { from, to } = date(`${year}-${pad(month)}-${pad(day)}`);
        expect([from, to]).toEqual([n, n]);
        for (const text of [`${year}`, `${year}-Q${Math.ceil(month / 3)}`, `${year}-${pad(month)}`]) {
          expect(date(text).from).toBeLessThanOrEqual(n);
          expect(date(text).to).toBeGreaterThanOrEqual(n);
        }
      }),
    );
  });

  it('reads or refuses any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parsePartialDate(text);
        if ('from' in read) expect(read.from).toBeLessThanOrEqual(read.to);
        else expect(read.code).toMatch(/^ST-S03[01]$/);
      }),
    );
  });
});

describe('knownBy', () => {
  it('counts a date as known when its last possible day has come', () => {
    expect(knownBy(date('2024-11'), date('2024-11-29'))).toBe(false);
    expect(knownBy(date('2024-11'), date('2024-11-30'))).toBe(true);
    expect(knownBy(date('2024-11'), date('2024-11'))).toBe(true);
    expect(knownBy(date('2024'), date('2024-Q3'))).toBe(false);
    expect(knownBy(date('2024-11-05'), date('2024'))).toBe(true);
  });

  it('never forgets: what is known stays known', () => {
    const any = fc
      .constantFrom('2023', '2023-Q4', '2024', '2024-02', '2024-02-29', '2024-Q1', '2024-12-31')
      .map(date);
    fc.assert(
      fc.property(any, any, any, (published, a, b) => {
        const [early, late] = [a, b].sort((p, q) => p.to - q.to) as [PartialDate, PartialDate];
        if (knownBy(published, early)) expect(knownBy(published, late)).toBe(true);
      }),
    );
  });
});

it('surelyBefore holds only where no reading of the dates overlaps', () => {
  expect(surelyBefore(date('2024-10'), date('2024-11'))).toBe(true);
  expect(surelyBefore(date('2024'), date('2024-11'))).toBe(false);
  expect(surelyBefore(date('2024-11'), date('2024'))).toBe(false);
});
