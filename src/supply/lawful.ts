import type { Chip } from '../chips/chip.ts';
import type { Outcome } from '../controls/decide.ts';
import { isoDay } from '../controls/known-rules.ts';
import { type RuleBook, type Status, status } from '../controls/status.ts';
import { type Span, timeline } from '../controls/timeline.ts';
import { dayOf } from '../sources/date.ts';
import type { PartialDate } from '../sources/source.ts';
import type { Piece, Stream } from './pool.ts';
import { firstDay, stretches } from './stream.ts';

/** What the law allows to be sold into China, whoever buys. */
const allowed: ReadonlySet<Outcome> = new Set<Outcome>([
  'no-licence',
  'no-licence-destination',
  'exception',
  'approval',
  'granted',
  'not-enforced',
]);

/** A day from which the export rules stop the sale of a chip to China, and the rule that does. */
export interface Stop {
  day: number;
  instrument: string;
}

/**
 * Days on which the rules stop the sale of a chip to China from the United States.
 *
 * @param days first and last day looked at, as `2023-10-23`; those over which rules were searched for where left out
 * @returns the first days of stretches that are closed after one that was open; none for what cannot be decided
 */
export function stopsOf(book: RuleBook, chip: Chip, days: { start?: string; end?: string } = {}): Stop[] {
  const { from, until } = book.controls.searched;
  const { start = isoDay(from.from), end = isoDay(until.to) } = days;
  const spans = timeline(book, chip, { to: 'CN', from: 'US', start, end });
  const closed = ({ outcome }: Span) => outcome !== 'undecided' && !allowed.has(outcome);
  return spans
    .slice(1)
    .flatMap((span, i) =>
      span.by && closed(span) && allowed.has(spans[i]!.outcome)
        ? [{ day: dayNumber(span.from), instrument: span.by }]
        : [],
    );
}

/**
 * A stream of lawful sales under the law: nothing arrives from the day on which the rules stop all its chips, as soon
 * as that could be known, until a later piece of the data says that licences were granted.
 */
export function underLaw(stream: Stream, book: RuleBook): Stream {
  const [chip, ...others] = new Set(stream.mix.flatMap(({ value }) => [...value.keys()]));
  const end = isoDay(book.controls.searched.until.to);
  const start = isoDay(firstDay(stream));
  if (!chip || start >= end) return stream;
  const common = stopsOf(book, chip, { start, end }).filter(({ day }) => {
    const around = { start: isoDay(day - 1), end: isoDay(day) };
    return others.every((other) => stopsOf(book, other, around).length > 0);
  });
  const pieces = common.flatMap((stop) => pieceOf(stop, book));
  return pieces.length === 0 ? stream : { ...stream, rate: [...stream.rate, ...pieces] };
}

/** A piece of a stream of lawful sales that begins where the rules bar all its chips and no licence is reported. */
export interface AgainstLaw {
  /** Which of the stream's rates. */
  piece: number;
  instrument: string;
}

/** Pieces of a stream that contradict the rules of the day on which they begin; none for what cannot be decided. */
export function againstLaw(stream: Stream, book: RuleBook): AgainstLaw[] {
  return stream.rate.flatMap(({ from, value }, piece) => {
    if (value <= 0) return [];
    const [stretch] = stretches(stream, { from: from.from, to: from.from });
    const chips = [...(stretch?.mix.keys() ?? [])];
    const answers = chips.map((chip) =>
      status(book, chip, { on: isoDay(from.from), to: 'CN', from: 'US', licensed: true }),
    );
    const barred = ({ outcome }: Status) => outcome !== 'undecided' && !allowed.has(outcome);
    const by = answers[0]?.by;
    return by !== undefined && answers.every(barred) ? [{ piece, instrument: by }] : [];
  });
}

function pieceOf({ day, instrument }: Stop, { controls }: RuleBook): Piece<number>[] {
  const rule = controls.instruments.get(instrument);
  if (!rule) return [];
  const from: PartialDate = { text: rule.effective!.text, from: day, to: day };
  return [
    {
      from,
      published: rule.disclosed ?? rule.announced,
      value: 0,
      citation: { basis: 'derived', sources: rule.sources },
      rule: instrument,
    },
  ];
}

function dayNumber(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return dayOf(year, month, day);
}
