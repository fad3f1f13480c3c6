import type { Chip } from '../chips/chip.ts';
import { attempting, error, type Fault, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { type GateState, gateOf } from './chinese-gate.ts';
import type { Outcome } from './decide.ts';
import { inForce, turningDays } from './in-force.ts';
import type { Controls } from './instrument.ts';
import type { Item } from './item.ts';
import { asFarAsKnown, isoDay, type RulesKnown, rulesKnownOn } from './known-rules.ts';
import { outcomeOf } from './outcome.ts';
import { requireDay, type StatusQuery } from './query.ts';
import { askedOf, type RuleBook } from './status.ts';

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
  /** Whether the rules of these days are known, or the last known ones are carried forward. */
  rules: RulesKnown;
}

/**
 * The status of an item through time: the same answers as `status` gives day by day, joined where they agree.
 *
 * @param query as for `status`, with the first and last day instead of one
 * @returns stretches without gaps, oldest first
 * @throws as `status`, and ST-K011 where the last day comes before the first
 */
export function timeline(
  book: RuleBook,
  item: string | Chip | Item,
  query: Omit<StatusQuery, 'on'> & { start: string; end: string },
): Span[] {
  const { start, end, ...rest } = query;
  const faults: Fault[] = [];
  const attempt = attempting(faults);
  const given = attempt(() => askedOf(book, item, { ...rest, on: start }));
  const last = attempt(() => requireDay(end));
  if (given && last !== undefined && given.question.day > last) {
    faults.push(
      error('ST-K011', say('{start} lies after {end}.', { start, end }), say('Give the earlier day first.')),
    );
  }
  if (!given || last === undefined || faults.length > 0) throw new SandtableError(faults);
  const { asked, question, controls } = given;
  const first = question.day;
  const { from, until: searched } = controls.searched;
  const turns = [...turningDays(controls, question.asIf), from.from, searched.to + 1]
    .filter((day) => day > first && day <= last)
    .sort((a, b) => a - b);
  const starts = [...new Set([first, ...turns])];
  const spans: Span[] = [];
  for (const [i, day] of starts.entries()) {
    const until = (starts[i + 1] ?? last + 1) - 1;
    const span = spanOf(controls, asked, { question: { ...question, day }, until });
    const before = spans.at(-1);
    if (before && alike(before, span)) before.to = span.to;
    else if (until >= day) spans.push(span);
  }
  return spans;
}

function spanOf(
  controls: Controls,
  item: Item,
  { question, until }: { question: Parameters<typeof outcomeOf>[2]; until: number },
): Span {
  const known = rulesKnownOn(controls, question.day);
  const { outcome, by, exception, possible } = asFarAsKnown(outcomeOf(controls, item, question), known);
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
    rules: known,
  };
}

const alike = (a: Span, b: Span): boolean =>
  a.outcome === b.outcome &&
  a.by === b.by &&
  a.exception === b.exception &&
  a.gate === b.gate &&
  a.gateBy === b.gateBy &&
  a.rules.state === b.rules.state &&
  a.possible.join() === b.possible.join();
