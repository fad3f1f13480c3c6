import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import type { Climate } from './climate.ts';
import { monthDays } from './climate.ts';
import { diffuseShare, equationOfTime, extraterrestrialDay, hourShare, sunsetAngle } from './sun.ts';
import type { Weather } from './weather.ts';
import { days, sumOf } from './weather-days.ts';

/** The sun over a place, the same in every year. */
export interface Sky {
  /** Irradiation outside the atmosphere, by day [Wh/m2]. */
  outside: Float64Array;
  /** Clock hour of solar noon, and hours from it to sunset, by day. */
  noon: Float64Array;
  light: Float64Array;
  /** Share of its day's irradiation that falls in each hour of the year [-]. */
  shares: Float64Array;
}

export function skyOf(place: Pick<Climate, 'latitude' | 'longitude'>): Sky {
  const byDay = (of: (day: number) => number) => Float64Array.from({ length: days }, (_, d) => of(d + 1));
  const noon = byDay((day) => solarNoon(place, day));
  const sunset = byDay((day) => sunsetAngle(place.latitude, day));
  const shares = new Float64Array(24 * days);
  for (let d = 0; d < days; d++) {
    const day = shares.subarray(24 * d, 24 * d + 24);
    for (let h = 0; h < 24; h++) day[h] = hourShare(((h + 0.5 - noon[d]!) * Math.PI) / 12, sunset[d]!);
    const sum = sumOf(day);
    if (sum > 0) for (let h = 0; h < 24; h++) day[h]! /= sum;
  }
  return {
    outside: byDay((day) => extraterrestrialDay(place.latitude, day)),
    noon,
    light: sunset.map((angle) => (angle * 12) / Math.PI),
    shares,
  };
}

/** Clearness of each day: the month's mean, spread by the draw, so that the month keeps its irradiation. */
export function dailyClearness(climate: Climate, { outside }: Sky, drawn: Float64Array): Float64Array {
  const out = new Float64Array(days);
  for (let m = 0, first = 0; m < 12; first += monthDays[m]!, m++) {
    const last = first + monthDays[m]!;
    const all = sumOf(outside, first, last);
    const mean = (climate.irradiation[m]! * monthDays[m]!) / Math.max(1, all);
    const most = Math.max(0.82, 1.06 * mean);
    // Skewed towards clear days where the month is clear: a logistic of the draw, its scale widest at half cover.
    const logit = log(Math.max(1e-3, mean / (most - mean)));
    for (let round = 0, shift = 0; round < 20; round++) {
      let sum = 0;
      for (let d = first; d < last; d++) {
        out[d] = most / (1 + exp(-(logit + shift + 0.85 * drawn[d]!)));
        sum += out[d]! * outside[d]!;
      }
      if (!(all > 1)) break;
      const miss = mean - sum / all;
      if (Math.abs(miss) < 1e-5) break;
      shift += (miss * most) / Math.max(0.02, mean * (most - mean));
    }
  }
  return out;
}

/** Clock hour of solar noon, the clock being that of the place's longitude in whole hours. */
export function solarNoon({ longitude }: { longitude: number }, day: number): number {
  const zone = Math.round(longitude / 15) * 15;
  return 12 - (longitude - zone) / 15 - equationOfTime(day) / 60;
}

export function fillSunshine(out: Weather, { outside, shares }: Sky, clearness: Float64Array): void {
  for (let d = 0; d < days; d++) {
    const total = clearness[d]! * outside[d]!;
    // The share of the day outside the atmosphere has the same course within some percent: the day's clearness is the hour's.
    const diffuse = diffuseShare(clearness[d]!);
    for (let i = 24 * d; i < 24 * d + 24; i++) {
      out.global[i] = shares[i]! * total;
      out.diffuse[i] = out.global[i]! * diffuse;
    }
  }
}
