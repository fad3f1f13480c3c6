/** Log of a probability as a function of a coordinate t in which it rises, and its slope. */
export type LogProbability = (t: number) => { value: number; slope: number };

/**
 * Solves logProbability(t) = target by Newton steps, bisecting where a step leaves the bracket.
 *
 * @param low t at which the log probability is at most `target`
 * @param high t at which it is at least `target`
 * @param start first guess; moved inside the bracket if outside
 * @returns t, to about 1e-14 of its scale
 */
export function solveLogProbability(
  logProbability: LogProbability,
  target: number,
  { low, high, start }: { low: number; high: number; start: number },
): number {
  let t = start > low && start < high ? start : (low + high) / 2;
  for (let round = 0; round < 200; round++) {
    const { value, slope } = logProbability(t);
    const gap = value - target;
    if (gap === 0) return t;
    if (gap > 0) high = t;
    else low = t;
    const newton = t - gap / slope;
    const inside = newton > low && newton < high;
    const next = inside ? newton : (low + high) / 2;
    const step = Math.abs(next - t);
    t = next;
    // Newton squares the gap, so after this step it is rounding.
    if (inside ? Math.abs(gap) < 1e-7 : step <= 1e-15 * Math.abs(t)) return t;
  }
  return t;
}
