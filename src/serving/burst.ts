import type { ArrivalShape } from './arrivals.ts';
import { queueWait, type Station } from './queue.ts';

const minute = 60;

/**
 * Variance over mean of the number of requests in a window: that of their gaps, and what minutes of different rates add.
 *
 * The rate of each minute has a spread s; over a window t, wherever it begins, s^2 rate t (1 - t / 3m) is added for t below a minute m, and
 * s^2 rate m (1 - m / 3t) for longer ones.
 *
 * @param window s
 * @param rate requests a second
 */
export function dispersionOver(
  window: number,
  { gapSpread = 1, minuteSpread = 0 }: ArrivalShape,
  rate: number,
): number {
  const within =
    window <= minute ? window * (1 - window / (3 * minute)) : minute * (1 - minute / (3 * window));
  return gapSpread ** 2 + minuteSpread ** 2 * rate * within;
}

/**
 * Mean wait where requests come in bursts and in busy minutes.
 *
 * The wait of a queue under even arrivals times what a robust queue waits more: the largest excess of work over an interval of x
 * requests, sup_x (-(1 - u) x / u + sqrt(2 x (I(x / rate) + c^2))) times the time of a request, I the variance over mean of
 * arrivals and u the load (Whitt and You, Operations Research 2018). For Poisson arrivals and one server it is that of
 * Pollaczek and Khinchine.
 *
 * @returns s; Infinity where work comes faster than it is done
 */
export function burstWait(station: Omit<Station, 'gapSpread'>, arrivals: ArrivalShape): number {
  const { rate, service, servers, serviceSpread } = station;
  const even = queueWait({ ...station, gapSpread: 1 });
  const load = (rate * service) / servers;
  if (!(even < Infinity) || !(load > 0)) return even;
  const uneven = (requests: number) => dispersionOver(requests / rate, arrivals, rate) + serviceSpread ** 2;
  const usual = (load * (1 + serviceSpread ** 2)) / (2 * (1 - load));
  return even * Math.max(1, mostExcess(load, uneven) / usual);
}

/**
 * Mean wait for room where minutes differ: in a minute with more requests than a service has room for, the rest waits.
 *
 * @param each time of a request at full rate [s]
 */
export function minuteWait(rate: number, each: number, arrivals: ArrivalShape): number {
  const load = rate * each;
  if (!(load < 1)) return Infinity;
  const own = { ...arrivals, gapSpread: 0 };
  return load > 0 ? each * mostExcess(load, (requests) => dispersionOver(requests / rate, own, rate)) : 0;
}

/** Largest excess of work over intervals of all lengths, in times of a request. */
function mostExcess(load: number, uneven: (requests: number) => number): number {
  let most = 0;
  for (let x = 1e-3; x < 1e9; x *= 1.3) {
    most = Math.max(most, -((1 - load) * x) / load + Math.sqrt(2 * x * uneven(x)));
  }
  return most;
}
