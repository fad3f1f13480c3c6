import { secondsOfDay } from '../units/calendar.ts';
import { estimateService, type ServiceEstimate } from './closed-form.ts';
import type { Percentiles } from './percentiles.ts';
import type { RequestShape } from './requests.ts';
import type { Layout } from './simulate.ts';

/** What users are promised: seconds to the first token and between two tokens, at a percentile. */
export interface Target {
  ttft: number;
  tpot: number;
  percentile: keyof Percentiles;
}

/** Whether waits, of an estimate or of a simulation, keep a promise. */
export function meets(
  { ttft, tpot }: { ttft: Percentiles; tpot: Percentiles },
  { percentile, ...most }: Target,
): boolean {
  return ttft[percentile] <= most.ttft && tpot[percentile] <= most.tpot;
}

/** Whether an estimate keeps a promise. */
export function keeps({ keepsUp, ttft, tpots }: ServiceEstimate, target: Target): boolean {
  return keepsUp && meets({ ttft, tpot: tpots }, target);
}

/**
 * The highest rate of requests at which a service keeps what it promises, by halving.
 *
 * @returns requests a second, to one part in a thousand; 0 where even one a day is too many
 */
export function largestRate(shape: RequestShape, layout: Layout, target: Target): number {
  return largestGood((rate) => keeps(estimateService(shape, layout, rate), target));
}

/** The highest rate that is good, where every lower one is [1/s]; 0 where one a day is not. */
function largestGood(good: (rate: number) => boolean): number {
  let low = 1 / secondsOfDay;
  if (!good(low)) return 0;
  let high = low;
  while (good(high) && high < 1e9) [low, high] = [high, high * 16];
  while (high / low > 1.001) {
    const middle = Math.sqrt(low * high);
    if (good(middle)) low = middle;
    else high = middle;
  }
  return low;
}
