/** Where to look for a zero: two places, below and above it, and how near to zero is near enough at a place. */
interface Between {
  low: number;
  high: number;
  enough(at: number): number;
}

/**
 * Where a rising function that is nearly a straight line passes zero: false position, the end that stays halved (Illinois method,
 * Dowell and Jarratt 1971).
 *
 * @returns the place; `low` or `high` where the function is above or below zero all the way
 */
export function zeroOf(of: (x: number) => number, { low: from, high: to, enough }: Between): number {
  let [low, high] = [from, to];
  let above = of(high);
  if (above <= 0) return high;
  let below = of(low);
  if (below >= 0) return low;
  let stayed = 0;
  for (let i = 0; i < 40 && high - low > 1e-7 * high; i++) {
    const middle = (low * above - high * below) / (above - below);
    const value = of(middle);
    if (Math.abs(value) <= enough(middle)) return middle;
    if (value < 0) {
      [low, below] = [middle, value];
      if (stayed > 0) above /= 2;
      stayed = 1;
    } else {
      [high, above] = [middle, value];
      if (stayed < 0) below /= 2;
      stayed = -1;
    }
  }
  return high;
}
