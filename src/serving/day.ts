import { secondsOfDay } from '../units/calendar.ts';
import type { LoadShape } from './workloads.ts';

/** How a fleet meets a day. */
export interface Day {
  /** Tokens a second of the fleet when it is full, and tokens of the whole day. */
  capacity: number;
  tokens: number;
  /** Mean load over what the fleet could do. */
  utilisation: number;
  /** Hour at which the load is highest, and its load over the mean. */
  peakHour: number;
  peakOverMean: number;
}

/**
 * Tokens of a day of a fleet that is just large enough for the busiest hour.
 *
 * tokens = capacity x 86,400 s / peak over mean; what is idle at night is not given to other work.
 *
 * @param capacity tokens a second of the fleet when it is full
 */
export function dayOf(capacity: number, { hours }: Pick<LoadShape, 'hours'>): Day {
  const mean = hours.reduce((sum, hour) => sum + hour, 0) / hours.length;
  const peak = Math.max(...hours);
  const peakOverMean = peak / mean;
  return {
    capacity,
    tokens: (capacity * secondsOfDay) / peakOverMean,
    utilisation: 1 / peakOverMean,
    peakHour: hours.indexOf(peak),
    peakOverMean,
  };
}
