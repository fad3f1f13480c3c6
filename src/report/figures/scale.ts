import { nice, ticks } from 'd3-array';

/** Where a value stands: from one interval to another, held to its ends. */
export type Scale = (value: number) => number;

type Ends = readonly [number, number];

/** A scale of equal steps. */
export function linear([low, high]: Ends, [from, to]: Ends): Scale {
  const span = high - low;
  return (value) => {
    const t = Math.min(1, Math.max(0, span === 0 ? 0.5 : (value - low) / span));
    return from * (1 - t) + to * t;
  };
}

/** A scale of equal factors; its ends are above 0. */
export function logarithmic([low, high]: Ends, range: Ends): Scale {
  const inner = linear([Math.log(low), Math.log(high)], range);
  return (value) => inner(Math.log(value));
}

/** About so many round values within an interval. */
export const roundValues = ([low, high]: Ends, count: number): number[] => ticks(low, high, count);

/** The interval, its ends moved out to round values. */
export const roundEnds = ([low, high]: Ends, count: number): [number, number] => nice(low, high, count);
