import { gamma } from '../stats/gamma.ts';
import { stream, uniforms } from '../stats/random.ts';
import { compileTable, drawColumn } from '../stats/table.ts';

/** How requests follow each other. */
export interface ArrivalShape {
  /** Standard deviation over mean of the time between requests, 1 for a Poisson process. */
  gapSpread?: number;
  /** Standard deviation over mean of the rate from minute to minute. */
  minuteSpread?: number;
  /** Minutes of which one lies in each equal part of the distribution of their rates; 1, each by itself, where left out. */
  strata?: number;
}

const minute = 60;
/** Minutes of which each has a rate of its own; those after them have the same again. */
const own = 24 * 60;

/**
 * Times of arrival: gaps from a gamma distribution, run through a clock that goes faster and slower from minute to minute.
 *
 * Gamma with shape 1 / gapSpread^2 and mean 1; the rate of each minute is gamma with mean `rate`. With a gapSpread of 1 and
 * no minuteSpread this is a Poisson process.
 *
 * @param rate requests a second on the average
 * @returns s, ascending from the first gap
 */
export function arrivalTimes(
  shape: ArrivalShape,
  { rate, count, ...from }: { rate: number; count: number; seed: number; name: string },
): Float64Array {
  return arrivalsOf(shape, from)(rate, count);
}

/** The same for many rates and counts: gaps are drawn once, and minutes as they come. */
export function arrivalsOf(
  { gapSpread = 1, minuteSpread = 0, strata = 1 }: ArrivalShape,
  { seed, name }: { seed: number; name: string },
): (rate: number, count: number) => Float64Array {
  let drawn = new Float64Array(0);
  const pace = minuteSpread > 0 ? pacesOf({ minuteSpread, strata }, { seed, name }) : undefined;
  return (rate, count) => {
    if (drawn.length < count) {
      drawn = new Float64Array(count);
      gaps(gapSpread, stream(seed, `${name}/gap`), drawn);
    }
    const times = new Float64Array(count);
    let sum = 0;
    for (let i = 0; i < count; i++) {
      sum += drawn[i]! / rate;
      times[i] = sum;
    }
    return pace ? paced(times, pace) : times;
  };
}

/** Rate of each minute over the mean, by its number: a gamma distribution, in strata that follow in an order drawn at random. */
function pacesOf(
  { minuteSpread, strata }: { minuteSpread: number; strata: number },
  { seed, name }: { seed: number; name: string },
): (index: number) => number {
  const rates = gamma(1 / minuteSpread ** 2, minuteSpread ** 2);
  const [within, order] = [stream(seed, `${name}/minute`), stream(seed, `${name}/minute-order`)];
  const paces: number[] = [];
  const draw = () => {
    const [place, key] = [new Float64Array(strata), new Float64Array(strata)];
    uniforms(within, paces.length, place);
    uniforms(order, paces.length, key);
    const parts = [...key.keys()].sort((a, b) => key[a]! - key[b]!);
    for (const [i, part] of parts.entries()) paces.push(rates.quantile((part + place[i]!) / strata));
  };
  return (index) => {
    const minute = index % own;
    while (paces.length <= minute) draw();
    return paces[minute]!;
  };
}

/** Gaps of mean 1. */
function gaps(spread: number, from: ReturnType<typeof stream>, out: Float64Array): void {
  if (spread === 1) {
    uniforms(from, 0, out);
    for (let i = 0; i < out.length; i++) out[i] = -Math.log(out[i]!);
  } else if (spread > 0) {
    drawColumn(compileTable(gamma(1 / spread ** 2, spread ** 2)), from, 0, out);
  } else out.fill(1);
}

/** Turns operational time into clock time: minutes in which the rate is f times the mean pass f minutes of it. */
function paced(times: Float64Array, pace: (index: number) => number): Float64Array {
  let [clock, work, index] = [0, 0, 0];
  let speed = pace(index++);
  for (let i = 0; i < times.length; i++) {
    while (times[i]! > work + speed * minute) {
      work += speed * minute;
      clock += minute;
      speed = pace(index++);
    }
    times[i] = clock + (times[i]! - work) / speed;
  }
  return times;
}
