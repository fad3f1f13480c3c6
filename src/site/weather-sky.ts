import type { Climate } from './climate.ts';
import { monthDays } from './climate.ts';
import { diffuseShare, equationOfTime, extraterrestrialDay, hourShare, sunsetAngle } from './sun.ts';
import type { Weather } from './weather.ts';
import { days } from './weather-days.ts';

/** Clearness of each day: the month's mean, spread by the draw, so that the month keeps its irradiation. */
export function dailyClearness(climate: Climate, drawn: Float64Array): Float64Array {
  const out = new Float64Array(days);
  const outside = Float64Array.from({ length: days }, (_, d) => extraterrestrialDay(climate.latitude, d + 1));
  let first = 0;
  for (let m = 0; m < 12; m++) {
    const last = first + monthDays[m]!;
    const sky = outside.subarray(first, last);
    const mean =
      (climate.irradiation[m]! * monthDays[m]!) /
      Math.max(
        1,
        sky.reduce((sum, x) => sum + x, 0),
      );
    const most = Math.max(0.82, 1.06 * mean);
    // Skewed towards clear days where the month is clear: a logistic of the draw, its scale widest at half cover.
    const logit = Math.log(Math.max(1e-3, mean / (most - mean)));
    for (let round = 0, shift = 0; round < 20; round++) {
      let sum = 0;
      let all = 0;
      for (let d = first; d < last; d++) {
        out[d] = most / (1 + Math.exp(-(logit + shift + 0.85 * drawn[d]!)));
        sum += out[d]! * outside[d]!;
        all += outside[d]!;
      }
      if (!(all > 1)) break;
      const miss = mean - sum / all;
      if (Math.abs(miss) < 1e-5) break;
      shift += (miss * most) / Math.max(0.02, mean * (most - mean));
    }
    first = last;
  }
  return out;
}

/** Clock hour of solar noon, the clock being that of the place's longitude in whole hours. */
export function solarNoon({ longitude }: { longitude: number }, day: number): number {
  const zone = Math.round(longitude / 15) * 15;
  return 12 - (longitude - zone) / 15 - equationOfTime(day) / 60;
}

export function fillSunshine(out: Weather, climate: Climate, clearness: Float64Array): void {
  for (let d = 0; d < days; d++) {
    const sunset = sunsetAngle(climate.latitude, d + 1);
    const total = clearness[d]! * extraterrestrialDay(climate.latitude, d + 1);
    const noon = solarNoon(climate, d + 1);
    let sum = 0;
    for (let h = 0; h < 24; h++) {
      const share = hourShare(((h + 0.5 - noon) * Math.PI) / 12, sunset);
      out.global[24 * d + h] = share;
      sum += share;
    }
    if (!(sum > 0)) continue;
    for (let h = 0; h < 24; h++) {
      const i = 24 * d + h;
      out.global[i] = (out.global[i]! * total) / sum;
      // The share of the day outside the atmosphere has the same course within some percent: the day's clearness is the hour's.
      out.diffuse[i] = out.global[i]! * diffuseShare(clearness[d]!);
    }
  }
}
