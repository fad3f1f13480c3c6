import { log } from '../elementary/logarithm.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { gamma } from '../stats/gamma.ts';
import { type Stream, stream, uniforms } from '../stats/random.ts';
import { compileTable, drawColumn } from '../stats/table.ts';

/** How requests follow each other. */
export interface ArrivalShape {
  /** Standard deviation over mean of the time between requests, 1 for a Poisson process. */
  gapSpread?: number;
  /** Standard deviation over mean of the rate from minute to minute. */
  minuteSpread?: number;
  /** Minutes that come again and again, each in the middle of an equal part of the distribution of their rates; 1, all drawn by themselves, where left out. */
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
  const draw = gapsOf(gapSpread, stream(seed, `${name}/gap`));
  const pace = minuteSpread > 0 ? pacesOf({ minuteSpread, strata }, { seed, name }) : undefined;
  return (rate, count) => {
    if (!(rate > 0 && rate < Infinity)) {
      const what = `Requests cannot come at a rate of ${rate} a second.`;
      throw new SandtableError(error('ST-V005', what, 'Ask for a rate above zero, such as 0.1 a second.'));
    }
    if (drawn.length < count) {
      const more = new Float64Array(count);
      more.set(drawn);
      draw(drawn.length, more.subarray(drawn.length));
      drawn = more;
    }
    const times = new Float64Array(count);
    if (pace) paced(drawn, { rate, pace, times });
    else {
      let sum = 0;
      for (let i = 0; i < count; i++) {
        sum += drawn[i]! / rate;
        times[i] = sum;
      }
    }
    return times;
  };
}

/** Rate of each minute over the mean, by its number: a gamma distribution. */
export function pacesOf(
  { minuteSpread = 0, strata = 1 }: ArrivalShape,
  from: { seed: number; name: string },
): (index: number) => number {
  if (minuteSpread === 0) return () => 1;
  const rates = gamma(1 / minuteSpread ** 2, minuteSpread ** 2);
  const share = strata > 1 ? sharesInTurn(strata, from) : sharesAtRandom(from);
  const paces: number[] = [];
  return (index) => {
    const minute = index % (strata > 1 ? strata : own);
    while (paces.length <= minute) paces.push(rates.quantile(share(paces.length)));
    return paces[minute]!;
  };
}

/** Shares of the minutes that are quieter than one: each by itself. */
function sharesAtRandom({ seed, name }: { seed: number; name: string }): (minute: number) => number {
  const from = stream(seed, `${name}/minute`);
  const share = new Float64Array(1);
  return (minute) => {
    uniforms(from, minute, share);
    return share[0]!;
  };
}

/**
 * The same of minutes that stand for equal parts of the distribution, in an order drawn at random and turned so that the busiest comes
 * soon: what cannot bear it is known early.
 */
function sharesInTurn(
  strata: number,
  { seed, name }: { seed: number; name: string },
): (minute: number) => number {
  const key = new Float64Array(strata);
  uniforms(stream(seed, `${name}/minute-order`), 0, key);
  const order = [...key.keys()].sort((a, b) => key[a]! - key[b]!);
  const first = order.indexOf(strata - 1) + strata - soon;
  return (minute) => (order[(first + minute) % strata]! + 0.5) / strata;
}

/** Minutes before the busiest: a service fills meanwhile. */
export const soon = 2;

/** Gaps of mean 1, from one on. */
function gapsOf(spread: number, from: Stream): (first: number, out: Float64Array) => void {
  if (spread === 0) return (_, out) => out.fill(1);
  if (spread !== 1) {
    const table = compileTable(gamma(1 / spread ** 2, spread ** 2));
    return (first, out) => drawColumn(table, from, first, out);
  }
  return (first, out) => {
    uniforms(from, first, out);
    for (let i = 0; i < out.length; i++) out[i] = -log(out[i]!);
  };
}

/** Gaps of the mean rate by the clock: minutes in which the rate is f times the mean pass f minutes of them. */
function paced(
  drawn: Float64Array,
  { rate, pace, times }: { rate: number; pace: (index: number) => number; times: Float64Array },
): void {
  let [clock, work, index] = [0, 0, 0];
  let speed = pace(index++);
  let end = speed * minute;
  let sum = 0;
  for (let i = 0; i < times.length; i++) {
    sum += drawn[i]! / rate;
    while (sum > end) {
      work = end;
      clock += minute;
      speed = pace(index++);
      end = work + speed * minute;
    }
    times[i] = clock + (sum - work) / speed;
  }
}
