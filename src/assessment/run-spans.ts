import type { Estimate, RunSpan } from './assessment.ts';

/** Days that the largest training run is asked for [d]; its quantities are those of 90. */
const days = [30, 90, 180] as const;
const own = 90;

/**
 * A run of 90 days in 30, 90 and 180: FLOP = peak lit x utilisation x share of the time that counts x seconds. Neither of the
 * shares depends on how long a run takes, so it grows in proportion, and so do the ends of its interval.
 *
 * @param estimate of a run of 90 days [FLOP]
 */
export function runSpans({
  median,
  low,
  high,
  claimed,
}: Pick<Estimate, 'median' | 'low' | 'high' | 'claimed'>): RunSpan[] {
  return days.map((span) => {
    const times = span / own;
    return {
      ...{ days: span, median: median * times, low: low * times, high: high * times },
      claimed: claimed ? claimed.median * times : null,
    };
  });
}

/** The same estimate, with its spans where it is of a training run. */
export function withSpans(estimate: Estimate): Estimate {
  return estimate.id.startsWith('largest-run') ? { ...estimate, spans: runSpans(estimate) } : estimate;
}
