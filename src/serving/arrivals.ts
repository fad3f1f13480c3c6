import { gamma } from '../stats/gamma.ts';
import { stream, uniforms } from '../stats/random.ts';
import { compileTable, drawColumn } from '../stats/table.ts';

/** How requests follow each other. */
export interface ArrivalShape {
  /** Standard deviation over mean of the time between requests, 1 for a Poisson process. */
  gapSpread?: number;
  /** Standard deviation over mean of the rate from minute to minute. */
  minuteSpread?: number;
}

const minute = 60;

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
  { gapSpread = 1, minuteSpread = 0 }: ArrivalShape,
  { rate, count, seed, name }: { rate: number; count: number; seed: number; name: string },
): Float64Array {
  const times = new Float64Array(count);
  gaps(gapSpread, stream(seed, `${name}/gap`), times);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    sum += times[i]! / rate;
    times[i] = sum;
  }
  return minuteSpread > 0 ? paced(times, { minuteSpread, seed, name }) : times;
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
function paced(
  times: Float64Array,
  { minuteSpread, seed, name }: { minuteSpread: number; seed: number; name: string },
): Float64Array {
  const table = compileTable(gamma(1 / minuteSpread ** 2, minuteSpread ** 2));
  const from = stream(seed, `${name}/minute`);
  const block = new Float64Array(1024);
  let [clock, work, index] = [0, 0, 0];
  const pace = () => {
    if (index % 1024 === 0) drawColumn(table, from, index, block);
    return block[index++ % 1024]!;
  };
  let speed = pace();
  for (let i = 0; i < times.length; i++) {
    while (times[i]! > work + speed * minute) {
      work += speed * minute;
      clock += minute;
      speed = pace();
    }
    times[i] = clock + (times[i]! - work) / speed;
  }
  return times;
}
