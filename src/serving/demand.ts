import { coherent } from '../chips/figure.ts';
import type { Source } from '../sources/source.ts';
import type { Distribution } from '../stats/distribution.ts';
import type { ReportedDemand } from './workloads.ts';

/** Tokens a day that a country asks for, with the day they are reported for. */
export interface Demand {
  tokens: Distribution;
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
  const published = (ids: readonly string[]) =>
    ids.every((id) => (sources.get(id)?.published.to ?? Number.NEGATIVE_INFINITY) <= day);
  const [last] = reported
    .filter(({ tokens }) => published(tokens.citation.sources))
    .sort((a, b) => b.date.to - a.date.to);
  return last && { tokens: coherent(last.tokens.quantity)!, date: last.date.text };
}
