/** A value and the ends of its interval, all in one unit. */
interface Middle {
  value: number;
  low: number;
  high: number;
}

/** The same interval times a number. */
export function scaledMiddle({ value, low, high }: Middle, by: number): Middle {
  return { value: value * by, low: low * by, high: high * by };
}
