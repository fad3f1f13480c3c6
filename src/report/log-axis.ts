/** A logarithmic axis of whole decades; what is not above zero has its own place, `none`. */
export interface LogAxis {
  low: number;
  high: number;
  /** Powers of ten from `low` to `high`. */
  decades: readonly number[];
  /** 0 at `low`, 1 at `high`, clamped; `value` above zero. */
  position(value: number): number;
}

/** The most decades an axis shows; lower values pile up at its left end. */
const mostDecades = 5;

/**
 * The axis that shows all of these values.
 *
 * @param values any numbers; those not above `least` are ignored (they belong to `none`)
 * @param least smallest value that counts as something: 1 for counts
 */
export function logAxis(values: readonly number[], least = 0): LogAxis {
  const shown = values.filter((value) => Number.isFinite(value) && value > 0 && value >= least);
  const top = shown.length === 0 ? 1 : Math.ceil(Math.log10(Math.max(...shown)) - 1e-9);
  const bottom = shown.length === 0 ? 0 : Math.floor(Math.log10(Math.min(...shown)) + 1e-9);
  const first = Math.max(Math.min(bottom, top - 1), top - mostDecades);
  const [low, high] = [10 ** first, 10 ** top];
  const start = Math.log(low);
  const length = Math.log(high) - start;
  return {
    low,
    high,
    decades: Array.from({ length: top - first + 1 }, (_, i) => Number(`1e${first + i}`)),
    position: (value) => (Math.log(Math.min(high, Math.max(low, value))) - start) / length,
  };
}
