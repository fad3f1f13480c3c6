import type { Figure } from '../chips/figure.ts';
import type { Source } from '../sources/source.ts';
import type { Quantity } from '../units/quantity.ts';
import type { ReportedDemand } from './workloads.ts';

/** Tokens a day that a country asks for, with the day they are reported for; and its users, where anybody had counted them. */
export interface Demand {
  /** As stated. */
  says: Quantity;
  tokens: Figure;
  users?: Figure;
  /** As written. */
  date: string;
}

/**
 * What a country was last said to use: the latest report that had come out by a day, never continued beyond it.
 *
 * @param day days since 1970-01-01
 * @returns undefined before the first report
 */
export function demandAt(
  { reported }: ReportedDemand,
  { day, sources }: { day: number; sources: ReadonlyMap<string, Source> },
): Demand | undefined {
  const published = ({ citation }: Figure) =>
    citation.sources.every((id) => (sources.get(id)?.published.to ?? Number.NEGATIVE_INFINITY) <= day);
  const [last] = reported.filter(({ tokens }) => published(tokens)).sort((a, b) => b.date.to - a.date.to);
  if (!last) return undefined;
  const { date, says, tokens, users } = last;
  return { says, tokens, date: date.text, ...(users && published(users) && { users }) };
}
