import type { Climate } from './climate.ts';
import { monthDays } from './climate.ts';
import type { GeneratorConstants } from './generator-constants.ts';
import { sunsetAngle } from './sun.ts';
import type { Weather } from './weather.ts';
import { type DailyNormals, days } from './weather-days.ts';
import type { DailyDraws } from './weather-draws.ts';
import { solarNoon } from './weather-sky.ts';

interface TemperatureParts {
  climate: Climate;
  normals: DailyNormals;
  residual: Float64Array;
  drawn: DailyDraws;
  constants: GeneratorConstants;
}

export function fillTemperature(out: Weather, parts: TemperatureParts): void {
  const { normals, residual, climate, drawn, constants } = parts;
  const ranges = dailyRanges(parts);
  const course = new Float64Array(24);
  const { jitter, rough } = constants.course;
  for (let d = 0; d < days; d++) {
    const noon = solarNoon(climate, d + 1) + jitter * drawn.shift[d]!;
    const light = Math.min(9, Math.max(3, (sunsetAngle(climate.latitude, d + 1) * 12) / Math.PI));
    const sun = { sunrise: noon - light, sunset: noon + light };
    dayCourse(course, { ...sun, middle: normals.middle[d]!, course: constants.course });
    for (let h = 0; h < 24; h++) {
      const i = 24 * d + h;
      out.temperature[i] = ranges[d]! * (course[h]! - normals.middle[d]! + rough * drawn.hours[i]!);
    }
  }
  restoreRanges(out.temperature, normals.range);
  addDays(
    out.temperature,
    normals.mean.map((mean, d) => mean + residual[d]!),
  );
  restoreMonths(out.temperature, climate, residual);
}

/** Takes the mean of every day out, and scales months so that their mean daily range is the normal. */
function restoreRanges(course: Float64Array, range: Float64Array): void {
  for (let m = 0, first = 0; m < 12; first += monthDays[m]!, m++) {
    let [wanted, found] = [0, 0];
    for (let d = first; d < first + monthDays[m]!; d++) {
      const day = course.subarray(24 * d, 24 * d + 24);
      let [low, high, sum] = [day[0]!, day[0]!, 0];
      for (let h = 0; h < 24; h++) {
        const t = day[h]!;
        if (t < low) low = t;
        if (t > high) high = t;
        sum += t;
      }
      for (let h = 0; h < 24; h++) day[h]! -= sum / 24;
      wanted += range[d]!;
      found += high - low;
    }
    const ratio = wanted / found;
    for (let i = 24 * first; i < 24 * (first + monthDays[m]!); i++) course[i]! *= ratio;
  }
}

/** Adds the means of days, in straight lines from noon to noon. */
function addDays(course: Float64Array, means: Float64Array): void {
  for (let i = 0; i < course.length; i++) {
    const at = (i + 0.5) / 24 - 0.5;
    const d = Math.min(days - 2, Math.max(0, Math.floor(at)));
    const share = Math.min(1, Math.max(0, at - d));
    course[i]! += means[d]! * (1 - share) + means[d + 1]! * share;
  }
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

/** Range of every day [K], whose monthly means are the normals. */
function dailyRanges({ climate, normals, drawn }: TemperatureParts): Float64Array {
  const out = drawn.range.map((z, d) => {
    const normal = normals.range[d]!;
    return Math.max(0.2 * normal, normal + drawn.spread.range[d]! * z);
  });
  for (let m = 0, first = 0; m < 12; first += monthDays[m]!, m++) {
    const month = out.subarray(first, first + monthDays[m]!);
    const wanted = Math.max(1, climate.dailyMax[m]! - climate.dailyMin[m]!) * monthDays[m]!;
    const ratio = wanted / month.reduce((sum, range) => sum + range, 0);
    for (let d = 0; d < month.length; d++) month[d]! *= ratio;
  }
  return out;
}

interface Sun {
  /** Clock hours. */
  sunrise: number;
  sunset: number;
  middle: number;
  course: GeneratorConstants['course'];
}

/**
 * Course of a day from 0 at its minimum to 1 at its maximum, bent so that its mean is `middle`: a sine from sunrise, past noon by
 * the lag, to sunset, then a decay towards the next sunrise (Parton and Logan 1981).
 */
function dayCourse(out: Float64Array, { sunrise, sunset, middle, course }: Sun): void {
  const { lag, decay } = course;
  const low = sunrise + course.start;
  const length = sunset - low;
  const wave = (hours: number) => Math.sin((Math.PI * hours) / (length + 2 * lag));
  const dusk = wave(length);
  const night = 24 - length;
  const last = Math.exp(-decay);
  let plain = 0;
  for (let h = 0; h < 24; h++) {
    const since = (h + 0.5 - low + 24) % 24;
    const dark = (since - length) / night;
    out[h] = since <= length ? wave(since) : (dusk * (Math.exp(-decay * dark) - last)) / (1 - last);
    plain += out[h]!;
  }
  // Nearly the power whose mean is the middle; what is missing is taken out with the mean of the day.
  const power = Math.log(middle) / Math.log(plain / 24);
  let mean = 0;
  for (let h = 0; h < 24; h++) mean += out[h]! ** power / 24;
  const better = (power * Math.log(middle)) / Math.log(mean);
  for (let h = 0; h < 24; h++) out[h] = out[h]! ** better;
}
