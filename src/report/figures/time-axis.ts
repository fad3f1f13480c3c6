import { calendarDay, dayOf, parsePartialDate } from '../../sources/date.ts';
import type { Sheet } from './frame.ts';
import { textLine, widthOf } from './lines.ts';
import { node, type SvgNode } from './svg.ts';
import { sizes } from './theme.ts';

/** Days from left to right. */
export interface TimeAxis {
  left: number;
  right: number;
  /** Of the dates the axis was made for. */
  places: readonly number[];
  /** First and last day at the left and the right end, days since 1970-01-01. */
  first: number;
  last: number;
  across: (day: number) => number;
  /** Where a date as written begins and ends, cut to the axis; empty where it lies outside. */
  span: (date: string) => [from: number, to: number] | [];
}

/** The axis from the first to the last of some dates as written; each stands for its last day. */
export function timeAxis(dates: readonly string[], ends: { left: number; right: number }): TimeAxis {
  const days = dates.map((date) => daysOf(date)?.[1] ?? 0);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const axis = axisOver({ first, last }, ends);
  return { ...axis, places: days.map(axis.across) };
}

/** The axis over days; a single day stands at the left end. */
export function axisOver(
  { first, last }: { first: number; last: number },
  { left, right }: { left: number; right: number },
): TimeAxis {
  const length = Math.max(1, last - first);
  const across = (day: number) => left + ((day - first) / length) * (right - left);
  return {
    left,
    right,
    first,
    last,
    across,
    places: [],
    span: (date) => {
      const days = daysOf(date);
      if (!days || days[1] < first || days[0] > last) return [];
      return [across(Math.max(first, days[0])), across(Math.min(last, days[1] + 1))];
    },
  };
}

/** First and last day of a date as written. */
export function daysOf(date: string): [from: number, to: number] | undefined {
  const read = parsePartialDate(date);
  return 'from' in read ? [read.from, read.to] : undefined;
}

/** Lines at years, or at months where there are few; labels where they fit. */
export function timeTicks(
  { first, last, across, left, right }: TimeAxis,
  { top, bottom, labels }: { top: number; bottom: number; labels: number },
  on: Sheet,
): SvgNode[] {
  const [start, end] = [calendarDay(first), calendarDay(last)];
  const months = (end.year - start.year) * 12 + end.month - start.month + 1;
  const room = (right - left) / Math.max(1, months);
  const wide = widthOf('2026-06', sizes.label) + 12;
  const every = [1, 2, 3, 6, 12, 24, 60].find((step) => room * step >= wide) ?? 120;
  const begin = start.year * 12 + start.month - 1;
  const shown = Array.from({ length: months + 1 }, (_, i) => begin + i).filter(
    (month) => month % every === 0,
  );
  return shown.flatMap((month) => {
    const [year, m] = [Math.floor(month / 12), (month % 12) + 1];
    const day = dayOf(year, m, 1);
    if (day < first || day > last) return [];
    const x = across(day);
    const text = every >= 12 ? String(year) : `${year}-${String(m).padStart(2, '0')}`;
    const half = widthOf(text, sizes.label) / 2;
    const middle = Math.max(half, Math.min(on.inner - half, x));
    return [
      node('line', { x1: x, x2: x, y1: top, y2: bottom, stroke: on.theme.contour }),
      textLine(text, middle, labels, { size: sizes.label, fill: on.theme.quiet, anchor: 'middle' }),
    ];
  });
}
