import { inTurn, type Message, say } from '../errors/message.ts';
import type { Refusal } from './issue.ts';
import type { PartialDate } from './source.ts';

const form = /^(\d{4})(?:-(?:Q(\d)|(\d{2})(?:-(\d{2}))?))?$/;
const dayMs = 86_400_000;

/**
 * Reads a date as precisely as it is known.
 *
 * @param text `2024`, `2024-Q4`, `2024-11` or `2024-11-05`
 * @returns first and last day it can mean, in days since 1970-01-01, or why it is no date (`ST-S030`, `ST-S031`)
 */
export function parsePartialDate(text: string): PartialDate | Refusal {
  const parts = form.exec(text);
  if (!parts) return notADate(text);
  const year = Number(parts[1]);
  const quarter = parts[2] === undefined ? undefined : Number(parts[2]);
  const month = parts[3] === undefined ? undefined : Number(parts[3]);
  const day = parts[4] === undefined ? undefined : Number(parts[4]);
  if (year < 1900 || year > 2199)
    return notInCalendar(text, say('the year {year} is outside 1900 to 2199', { year: String(year) }));
  if (quarter !== undefined) {
    if (quarter < 1 || quarter > 4)
      return notInCalendar(text, say('there is no quarter {quarter}', { quarter }));
    return { text, from: dayOf(year, 3 * quarter - 2, 1), to: dayOf(year, 3 * quarter + 1, 1) - 1 };
  }
  if (month === undefined) return { text, from: dayOf(year, 1, 1), to: dayOf(year + 1, 1, 1) - 1 };
  if (month < 1 || month > 12) return notInCalendar(text, say('there is no month {month}', { month }));
  const [first, last] = [dayOf(year, month, 1), dayOf(year, month + 1, 1) - 1];
  if (day === undefined) return { text, from: first, to: last };
  if (day < 1 || first + day - 1 > last) {
    return notInCalendar(text, say('that month has {days} days', { days: last - first + 1 }));
  }
  return { text, from: first + day - 1, to: first + day - 1 };
}

/** Whether something published then was known by the end of `asOf`, even if it came out on its last possible day. */
export function knownBy(published: PartialDate, asOf: PartialDate): boolean {
  return published.to <= asOf.to;
}

/** Whether `a` surely ended before `b` began. */
export function surelyBefore(a: PartialDate, b: PartialDate): boolean {
  return a.to < b.from;
}

/** Calendar parts of a day counted from 1970-01-01. */
export function calendarDay(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days since 1970-01-01 of a calendar day; month 13 is January of the next year. */
export function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / dayMs;
}

function notADate(text: string): Refusal {
  const guessed = guess(text);
  const meant = guessed && 'from' in parsePartialDate(guessed) ? guessed : undefined;
  const forms = say('Write it as 2024, 2024-Q4, 2024-11 or 2024-11-05.');
  return {
    code: 'ST-S030',
    what: say('`{text}` is not a date.', { text: text.slice(0, 40) }),
    fix: meant ? inTurn(say('Did you mean {names}?', { names: meant }), forms) : forms,
  };
}

/** Reads what people often write instead. */
function guess(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain !== text && form.test(plain)) return plain;
  const chinese = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text);
  if (chinese) return dashed(chinese.slice(1));
  const apart = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(text);
  if (apart) return dashed(apart.slice(1));
  // Which of two small numbers is the month nobody can tell.
  const dayFirst = /^(1[3-9]|2\d|3[01])[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (dayFirst) return dashed(dayFirst.slice(1).reverse());
  const monthFirst = /^(\d{1,2})[./-](1[3-9]|2\d|3[01])[./-](\d{4})$/.exec(text);
  if (monthFirst) return dashed([monthFirst[3], monthFirst[1], monthFirst[2]]);
  const compact = /^(\d{4})[./ ]?(\d{2})[./ ]?(\d{2})$/.exec(text);
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}`;
  const month = /^(\d{4})[./ -](\d{1,2})$/.exec(text);
  if (month) return `${month[1]}-${month[2]!.padStart(2, '0')}`;
  const quarter = /^(?:(\d{4})[ -]?q([1-4])|q([1-4])[ -]?(\d{4}))$/i.exec(text);
  if (quarter) return `${quarter[1] ?? quarter[4]}-Q${quarter[2] ?? quarter[3]}`;
  return undefined;
}

/** Year, month and day, the last perhaps missing, as they are written. */
function dashed(parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
}

function notInCalendar(text: string, reason: Message): Refusal {
  return {
    code: 'ST-S031',
    what: say('`{text}` is not in the calendar: {reason}.', { text, reason }),
    fix: say('Check the date, or leave out the part that is not known: 2024-11.'),
  };
}
