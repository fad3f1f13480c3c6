import { coherent } from '../chips/figure.ts';
import type { Distribution } from '../stats/distribution.ts';
import type { ReportedDemand } from './workloads.ts';

/** Tokens a day that a country asks for, with the day of the report. */
export interface Demand {
  tokens: Distribution;
  /** As written. */
  date: string;
}

/**
 * What a country was last said to use, by a day; never continued beyond the last report.
 *
 * @param day days since 1970-01-01
 * @returns undefined before the first report
 */
export function demandAt({ reported }: ReportedDemand, day: number): Demand | undefined {
  const known = reported.filter(({ date }) => date.to <= day).sort((a, b) => b.date.to - a.date.to);
  const [last] = known;
  return last && { tokens: coherent(last.tokens.quantity)!, date: last.date.text };
}
