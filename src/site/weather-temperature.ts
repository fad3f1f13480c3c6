import type { Climate } from './climate.ts';
import { monthDays } from './climate.ts';
import type { YearOptions } from './generator-constants.ts';
import { sunsetAngle } from './sun.ts';
import type { Weather } from './weather.ts';
import { type DailyNormals, days } from './weather-days.ts';
import { solarNoon } from './weather-sky.ts';

interface TemperatureParts {
  climate: Climate;
  normals: DailyNormals;
  residual: Float64Array;
  clearness: Float64Array;
  range: Float64Array;
  options: YearOptions;
}

export function fillTemperature(out: Weather, parts: TemperatureParts): void {
  const { normals, residual, climate } = parts;
  const ranges = dailyRanges(parts);
  const course = new Float64Array(24);
  for (let d = 0; d < days; d++) {
    const noon = solarNoon(climate, d + 1);
    const half = (sunsetAngle(climate.latitude, d + 1) * 12) / Math.PI;
    dayCourse(course, { sunrise: noon - Math.min(9, half), peak: noon + 2.7, middle: normals.middle[d]! });
    const here = normals.mean[d]! + residual[d]!;
    for (let h = 0; h < 24; h++) {
      const other = h < 12 ? Math.max(0, d - 1) : Math.min(days - 1, d + 1);
      const there = normals.mean[other]! + residual[other]!;
      const share = Math.abs(h + 0.5 - 12) / 24;
      out.temperature[24 * d + h] =
        here * (1 - share) + there * share + ranges[d]! * (course[h]! - normals.middle[d]!);
    }
  }
  restoreMonths(out.temperature, climate, residual);
}

/** Moves months so that their means are exactly the normals plus the mean of the residuals. */
function restoreMonths(temperature: Float64Array, climate: Climate, residual: Float64Array): void {
  for (let m = 0, first = 0; m < 12; first += monthDays[m]!, m++) {
    const hours = temperature.subarray(24 * first, 24 * (first + monthDays[m]!));
    const own =
      residual.subarray(first, first + monthDays[m]!).reduce((sum, x) => sum + x, 0) / monthDays[m]!;
    const miss = climate.temperature[m]! + own - hours.reduce((sum, x) => sum + x, 0) / hours.length;
    for (let i = 0; i < hours.length; i++) hours[i]! += miss;
  }
}

function dailyRanges({ climate, normals, clearness, range, options }: TemperatureParts): Float64Array {
  const { clearness: follows, own, wide } = options.constants.range;
  const out = new Float64Array(days);
  for (let m = 0, first = 0; m < 12; first += monthDays[m]!, m++) {
    const last = first + monthDays[m]!;
    const clear = clearness.subarray(first, last);
    const mean = clear.reduce((sum, x) => sum + x, 0) / clear.length;
    let sum = 0;
    for (let d = first; d < last; d++) {
      out[d] =
        normals.range[d]! *
        Math.max(
          0.2,
          1 +
            follows * (clearness[d]! / Math.max(0.05, mean) - 1) +
            Math.max(0.1, own - wide * normals.range[d]!) * range[d]!,
        );
      sum += out[d]!;
    }
    const wanted = (climate.dailyMax[m]! - climate.dailyMin[m]!) * monthDays[m]!;
    for (let d = first; d < last; d++) out[d]! *= Math.max(1, wanted) / sum;
  }
  return out;
}

/** Course of a day from 0 at its minimum to 1 at its maximum, bent so that its mean is `middle`. */
function dayCourse(
  out: Float64Array,
  { sunrise, peak, middle }: { sunrise: number; peak: number; middle: number },
): void {
  const low = sunrise + 0.7;
  let plain = 0;
  for (let h = 0; h < 24; h++) {
    const t = h + 0.5;
    const since = (t - peak + 24) % 24;
    const fall = 24 - (peak - low);
    const up = t >= low && t <= peak;
    out[h] = up
      ? Math.sin(((Math.PI / 2) * (t - low)) / (peak - low)) ** 1.1
      : Math.max(
          0,
          0.62 * Math.exp((-2.6 * since) / fall) +
            0.38 * Math.cos((Math.PI / 2) * (since / fall)) ** 1.5 -
            0.046 * (since / fall),
        );
    plain += out[h]!;
  }
  let power = Math.log(middle) / Math.log(plain / 24);
  for (let round = 0; round < 4; round++) {
    let sum = 0;
    for (let h = 0; h < 24; h++) sum += out[h]! ** power;
    power *= Math.log(middle) / Math.log(sum / 24);
  }
  for (let h = 0; h < 24; h++) out[h] = out[h]! ** power;
}
