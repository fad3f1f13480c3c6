import type { Chip } from '../chips/chip.ts';
import { calendarDay } from '../sources/date.ts';
import { type GateState, gateOf } from './chinese-gate.ts';
import type { Outcome } from './decide.ts';
import { inForce, turningDays } from './in-force.ts';
import type { Item } from './item.ts';
import { outcomeOf } from './outcome.ts';
import { checkQuery, requireDay, type StatusQuery } from './query.ts';
import { askedItem, type RuleBook } from './status.ts';

/** A stretch of days with one answer. */
export interface Span {
  /** First and last day. */
  from: string;
  to: string;
  outcome: Outcome;
  by?: string;
  exception?: string;
  /** Answers that are possible, where it is undecided. */
  possible: readonly Outcome[];
  gate: GateState['state'];
  gateBy?: string;
}

/**
 * The status of an item through time: the same answers as `status` gives day by day, joined where they agree.
 *
 * @param query as for `status`, with the first and last day instead of one
 * @returns stretches without gaps, oldest first
 * @throws as `status`
 */
export function timeline(
  book: RuleBook,
  item: string | Chip | Item,
  query: Omit<StatusQuery, 'on'> & { start: string; end: string },
): Span[] {
  const { start, end, ...rest } = query;
  const asked = askedItem(book, item);
  const [first, last] = [requireDay(start), requireDay(end)];
  const question = checkQuery(book.controls, asked, { ...rest, on: start });
  const turns = turningDays(book.controls, question.asIf).filter((day) => day > first && day <= last);
  const starts = [first, ...turns];
  const spans: Span[] = [];
  for (const [i, day] of starts.entries()) {
    const until = (starts[i + 1] ?? last + 1) - 1;
    const span = spanOf(book, asked, { question: { ...question, day }, until });
    const before = spans.at(-1);
    if (before && alike(before, span)) before.to = span.to;
    else if (until >= day) spans.push(span);
  }
  return spans;
}

function spanOf(
  { controls }: RuleBook,
  item: Item,
  { question, until }: { question: Parameters<typeof outcomeOf>[2]; until: number },
): Span {
  const { outcome, by, exception, possible } = outcomeOf(controls, item, question);
  const rules = inForce(controls, question.day, question.asIf);
  const gate = gateOf({ controls, rules, item, question });
  return {
    from: isoDay(question.day),
    to: isoDay(until),
    outcome,
    ...(by !== undefined && { by }),
    ...(exception !== undefined && { exception }),
    possible: [...new Set(possible.map((one) => one.outcome))],
    gate: gate.state,
    ...(gate.by !== undefined && { gateBy: gate.by }),
  };
}

const alike = (a: Span, b: Span): boolean =>
  a.outcome === b.outcome &&
  a.by === b.by &&
  a.exception === b.exception &&
  a.gate === b.gate &&
  a.gateBy === b.gateBy &&
  a.possible.join() === b.possible.join();

/** A day counted from 1970-01-01 as `2023-10-24`. */
export function isoDay(day: number): string {
  const { year, month, day: date } = calendarDay(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
