import { normalQuantile } from '../stats/normal.ts';
import { stream, uniforms } from '../stats/random.ts';
import type { Climate, Months } from './climate.ts';
import { monthDays, monthOfDay } from './climate.ts';
import { dewPoint, saturationPressure } from './psychrometrics.ts';
import { diffuseShare, equationOfTime, extraterrestrialDay, hourShare, sunsetAngle } from './sun.ts';
import { emptyWeather, fillWetBulb, hoursOfYear, type Weather } from './weather.ts';

/** Constants of the generator, the same for every place; fitted to the places of data/published/weather.yaml. */
export interface GeneratorConstants {
  /** Standard deviation of daily mean temperature [K]: base, a kelvin of yearly range, a kelvin of daily range. */
  spread: { base: number; seasonal: number; daily: number; least: number; winter: number };
  /** Day-to-day correlation of temperature, clearness, dew point. */
  memory: { temperature: number; clearness: number; dewPoint: number };
  /** Standard deviation of the daily dew point, times that of temperature: base, more in winter, more in dry air; and its
   * correlation with temperature. */
  dewPoint: { share: number; winter: number; dry: number; correlation: number };
  /** Correlation of clearness with temperature in the warm half of the year. */
  sunnyWarmth: number;
  /** How far the daily range follows the day's clearness, its own spread [-], and how that grows with the range. */
  range: { clearness: number; own: number; wide: number };
  /** Events a year, their depth in standard deviations, their length in days. */
  heatWave: Event;
  coldSurge: Event;
  dust: Event;
  /** Shape of the Weibull distribution of wind, hour-to-hour correlation, afternoon boost [-]. */
  wind: { shape: number; memory: number; afternoon: number };
  /** Spread of monthly means from year to year, times the spread of days. */
  yearly: number;
}

interface Event {
  number: number;
  depth: number;
  days: number;
}

export interface GeneratorOptions {
  constants: GeneratorConstants;
  seed: number | string;
  /** How many years; 1 where left out. Years come in mirrored pairs, so that an even number has the normals as its mean. */
  years?: number;
  /** Every month has its normal mean, as in a typical year; otherwise years differ. */
  typical?: boolean;
}

const days = 365;

/**
 * Hourly years of a place from its monthly normals alone.
 *
 * Daily means are normals plus a first-order autoregression with heat waves and cold surges; the day's course runs
 * between minimum at sunrise and maximum in mid-afternoon, with a range that follows the day's clearness; dew point is an
 * autoregression of its own, shifted so that each month has its mean relative humidity; wind is Weibull; sunshine
 * follows Collares-Pereira and Rabl within the day and Erbs for its diffuse part (after Knight, Klein and Duffie 1991).
 *
 * @returns one column set of `years` times 8,760 hours
 */
export function generateWeather(climate: Climate, options: GeneratorOptions): Weather {
  const { years = 1 } = options;
  const all = emptyWeather(climate, years * hoursOfYear);
  for (let year = 0; year < years; year++) {
    const pair = year >> 1;
    const one = yearOf(climate, { ...options, pair, sign: year % 2 === 0 ? 1 : -1 });
    for (const name of ['temperature', 'humidity', 'wetBulb', 'wind', 'global', 'diffuse'] as const) {
      all[name].set(one[name], year * hoursOfYear);
    }
  }
  return all;
}

interface YearOptions extends GeneratorOptions {
  /** Which pair of mirrored years, and which of the two. */
  pair: number;
  sign: 1 | -1;
}

function yearOf(climate: Climate, options: YearOptions): Weather {
  const out = emptyWeather(climate);
  const normals = dailyNormals(climate);
  const drawn = dailyDraws(climate, options);
  const clearness = dailyClearness(climate, drawn.clearness);
  const residual = temperatureResiduals(climate, drawn, options);
  fillTemperature(out, { normals, residual, clearness, range: drawn.range, climate, options });
  fillHumidity(out, { climate, residual, drawn, options });
  fillWetBulb(out);
  fillWind(out, climate, options);
  fillSunshine(out, climate, clearness);
  return out;
}

/** Daily values whose monthly means are the normals: straight lines between month middles, moved until they fit. */
export function daily(months: Months): Float64Array {
  const anchors = Float64Array.from(months);
  const out = new Float64Array(days);
  for (let round = 0; round < 12; round++) {
    interpolate(anchors, out);
    const sums = new Float64Array(12);
    for (let d = 0; d < days; d++) sums[monthOfDay[d]!]! += out[d]!;
    for (let m = 0; m < 12; m++) anchors[m]! += months[m]! - sums[m]! / monthDays[m]!;
  }
  return out;
}

const middles = monthDays.map((length, m) => {
  const start = monthDays.slice(0, m).reduce((sum, one) => sum + one, 0);
  return start + length / 2;
});

function interpolate(anchors: Float64Array, out: Float64Array): void {
  for (let d = 0; d < days; d++) {
    const at = d + 0.5;
    let m = middles.findLastIndex((middle) => middle <= at);
    if (m < 0) m = 11;
    const next = (m + 1) % 12;
    const from = middles[m]! > at ? middles[m]! - days : middles[m]!;
    const to = middles[next]! < from ? middles[next]! + days : middles[next]!;
    const share = (at - from) / (to - from);
    out[d] = anchors[m]! * (1 - share) + anchors[next]! * share;
  }
}

interface DailyNormals {
  mean: Float64Array;
  range: Float64Array;
  /** Where the mean lies between minimum and maximum. */
  middle: Float64Array;
}

function dailyNormals(climate: Climate): DailyNormals {
  const { temperature, dailyMax, dailyMin } = climate;
  const range = dailyMax.map((max, m) => Math.max(1, max - dailyMin[m]!));
  const middle = temperature.map((t, m) => Math.min(0.6, Math.max(0.36, (t - dailyMin[m]!) / range[m]!)));
  return { mean: daily(temperature), range: daily(range), middle: daily(middle) };
}

/** Standard deviation of daily mean temperature by month [K]. */
export function dailySpread(climate: Climate, { spread }: GeneratorConstants): number[] {
  const { temperature, dailyMax, dailyMin } = climate;
  const half = (Math.max(...temperature) - Math.min(...temperature)) / 2;
  const mean = temperature.reduce((sum, t) => sum + t, 0) / 12;
  const range = dailyMax.reduce((sum, max, m) => sum + max - dailyMin[m]!, 0) / 12;
  const all = spread.base + spread.seasonal * half + spread.daily * range;
  return temperature.map((t) => {
    const cold = half > 0.5 ? (mean - t) / half : 0;
    return Math.max(spread.least, all * (1 + spread.winter * cold));
  });
}

interface DailyDraws {
  temperature: Float64Array;
  clearness: Float64Array;
  dewPoint: Float64Array;
  range: Float64Array;
  /** Kelvin that the year's months deviate, over the spread of days. */
  monthly: Float64Array;
}

function dailyDraws(climate: Climate, { constants, seed, pair, sign }: YearOptions): DailyDraws {
  const name = (what: string) => `weather/${climate.id}/${pair}/${what}`;
  const normals = (what: string, count = days) => {
    const out = new Float64Array(count);
    uniforms(stream(seed, name(what)), 0, out);
    for (let i = 0; i < count; i++) out[i] = sign * normalQuantile(out[i]!);
    return out;
  };
  const { memory } = constants;
  const own = autoregression(normals('temperature'), memory.temperature);
  const clear = autoregression(normals('clearness'), memory.clearness);
  const dew = autoregression(normals('dew-point'), memory.dewPoint);
  const warm = warmth(climate);
  const clearness = mixed(clear, own, (d) => constants.sunnyWarmth * warm[d]!);
  const dewPoint = mixed(dew, own, () => constants.dewPoint.correlation);
  const starts = new Float64Array(days);
  uniforms(stream(seed, name('events')), 0, starts);
  addEvents(own, starts, { warm, constants });
  const dusty = dustDays(climate, starts, constants);
  for (let d = 0; d < days; d++) clearness[d]! -= dusty[d]! * constants.dust.depth;
  return {
    temperature: own,
    clearness,
    dewPoint,
    range: normals('range'),
    monthly: autoregression(normals('monthly', 12), 0.3),
  };
}

function autoregression(noise: Float64Array, phi: number): Float64Array {
  const scale = Math.sqrt(1 - phi * phi);
  for (let i = 1; i < noise.length; i++) noise[i] = phi * noise[i - 1]! + scale * noise[i]!;
  return noise;
}

function mixed(a: Float64Array, b: Float64Array, share: (day: number) => number): Float64Array {
  return a.map((value, d) => {
    const rho = share(d);
    return Math.sqrt(1 - rho * rho) * value + rho * b[d]!;
  });
}

/** Season from -1 in the coldest to 1 in the warmest month; 0 where there are none. */
function warmth({ temperature }: Climate): Float64Array {
  const [low, high] = [Math.min(...temperature), Math.max(...temperature)];
  if (high - low < 4) return new Float64Array(days);
  return daily(temperature.map((t) => (2 * (t - low)) / (high - low) - 1));
}

/** Heat waves in the warm half of the year and cold surges in the cold half; their mean is taken out with the month's. */
function addEvents(
  residual: Float64Array,
  starts: Float64Array,
  { warm, constants }: { warm: Float64Array; constants: GeneratorConstants },
): void {
  const before = Float64Array.from(residual);
  for (let d = 0; d < days; d++) {
    const hot = warm[d]! > 0.4;
    const cold = warm[d]! < -0.4;
    const event = hot ? constants.heatWave : cold ? constants.coldSurge : null;
    if (!event || starts[d]! >= event.number / (days * 0.37)) continue;
    const toward = hot ? 1 : -1;
    for (let i = 0; i < 3 * event.days && d + i < days; i++) {
      const pulse = hot
        ? Math.sin((Math.PI * Math.min(i + 1, 2 * event.days)) / (2 * event.days))
        : Math.exp(-i / event.days);
      residual[d + i]! += toward * event.depth * Math.max(0, pulse);
    }
  }
  const spread = (of: Float64Array) => Math.sqrt(of.reduce((sum, x) => sum + x * x, 0) / days);
  const ratio = spread(before) / spread(residual);
  for (let d = 0; d < days; d++) residual[d]! *= ratio;
}

/** Days of blowing dust: in spring, where the air is dry. */
function dustDays(
  { humidity, latitude }: Climate,
  starts: Float64Array,
  { dust }: GeneratorConstants,
): Uint8Array {
  const dusty = new Uint8Array(days);
  for (let d = 0; d < days; d++) {
    const month = latitude >= 0 ? monthOfDay[d]! : (monthOfDay[d]! + 6) % 12;
    const dry = humidity[monthOfDay[d]!]! < 0.5;
    if (month < 2 || month > 5 || !dry || starts[d]! < 1 - dust.number / 122) continue;
    for (let i = 0; i < dust.days && d + i < days; i++) dusty[d + i] = 1;
  }
  return dusty;
}

/** Clearness of each day: the month's mean, spread by the draw, so that the month keeps its irradiation. */
function dailyClearness(climate: Climate, drawn: Float64Array): Float64Array {
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

/** Deviation of every day's mean from its normal [K]; months of a typical year have none on average. */
function temperatureResiduals(
  climate: Climate,
  drawn: DailyDraws,
  { constants, typical }: YearOptions,
): Float64Array {
  const spread = daily(dailySpread(climate, constants));
  const out = drawn.temperature.map((z, d) => z * spread[d]!);
  centred(out);
  if (!typical) {
    for (let d = 0; d < days; d++) {
      out[d]! += constants.yearly * spread[d]! * drawn.monthly[monthOfDay[d]!]!;
    }
  }
  return out;
}

/** Takes the mean of every month out, without steps between them. */
function centred(values: Float64Array): void {
  for (let round = 0; round < 3; round++) {
    const sums = new Float64Array(12);
    for (let d = 0; d < days; d++) sums[monthOfDay[d]!]! += values[d]!;
    const away = daily(Array.from(sums, (sum, m) => sum / monthDays[m]!));
    for (let d = 0; d < days; d++) values[d]! -= away[d]!;
  }
}

interface TemperatureParts {
  climate: Climate;
  normals: DailyNormals;
  residual: Float64Array;
  clearness: Float64Array;
  range: Float64Array;
  options: YearOptions;
}

function fillTemperature(out: Weather, parts: TemperatureParts): void {
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
            own * (normals.range[d]! / 11) ** wide * range[d]!,
        );
      sum += out[d]!;
    }
    const wanted = (climate.dailyMax[m]! - climate.dailyMin[m]!) * monthDays[m]!;
    for (let d = first; d < last; d++) out[d]! *= Math.max(1, wanted) / sum;
  }
  return out;
}

/** Clock hour of solar noon, the clock being that of the place's longitude in whole hours. */
export function solarNoon({ longitude }: { longitude: number }, day: number): number {
  const zone = Math.round(longitude / 15) * 15;
  return 12 - (longitude - zone) / 15 - equationOfTime(day) / 60;
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

interface HumidityParts {
  climate: Climate;
  residual: Float64Array;
  drawn: DailyDraws;
  options: YearOptions;
}

/** Dew point of every day, moved by month until the mean relative humidity is the normal. */
function fillHumidity(out: Weather, { climate, drawn, options }: HumidityParts): void {
  const { dewPoint: dew } = options.constants;
  const spread = dailySpread(climate, options.constants);
  const warm = warmth(climate);
  const base = climate.temperature.map((t, m) => dewPoint(climate.humidity[m]! * saturationPressure(t)));
  const normal = daily(base);
  const spreads = daily(spread);
  const drier = daily(climate.humidity.map((rh) => 1 + dew.dry * (0.55 - rh)));
  const dews = new Float64Array(hoursOfYear);
  const day = Float64Array.from(
    { length: days },
    (_, d) =>
      normal[d]! + spreads[d]! * dew.share * drier[d]! * (1 - dew.winter * warm[d]!) * drawn.dewPoint[d]!,
  );
  for (let i = 0; i < hoursOfYear; i++) {
    const at = (i + 0.5) / 24 - 0.5;
    const d = Math.min(days - 2, Math.max(0, Math.floor(at)));
    const share = Math.min(1, Math.max(0, at - d));
    dews[i] = day[d]! * (1 - share) + day[d + 1]! * share;
  }
  for (let m = 0, first = 0; m < 12; first += monthDays[m]!, m++) {
    const hours = [24 * first, 24 * (first + monthDays[m]!)] as const;
    fitHumidity(out, dews, hours, climate.humidity[m]!);
  }
}

/** Shifts dew points of a month by bisection until the mean relative humidity fits. */
function fitHumidity(
  out: Weather,
  dews: Float64Array,
  [from, to]: readonly [number, number],
  wanted: number,
): void {
  const mean = (shift: number) => {
    let sum = 0;
    for (let i = from; i < to; i++) {
      const t = out.temperature[i]!;
      const rh = Math.min(1, saturationPressure(Math.min(t, dews[i]! + shift)) / saturationPressure(t));
      out.humidity[i] = Math.max(0.02, rh);
      sum += out.humidity[i]!;
    }
    return sum / (to - from);
  };
  let [low, high] = [-25, 25];
  for (let round = 0; round < 14; round++) {
    const middle = (low + high) / 2;
    if (mean(middle) < wanted) low = middle;
    else high = middle;
  }
}

/** Weibull by month, correlated from hour to hour, stronger in the afternoon. */
function fillWind(out: Weather, climate: Climate, { constants, seed, pair, sign }: YearOptions): void {
  const { shape, memory, afternoon } = constants.wind;
  const noise = new Float64Array(hoursOfYear);
  uniforms(stream(seed, `weather/${climate.id}/${pair}/wind`), 0, noise);
  const scale = Math.sqrt(1 - memory * memory);
  let z = 0;
  for (let i = 0; i < hoursOfYear; i++) {
    z = memory * z + scale * sign * normalQuantile(noise[i]!);
    const p = 1 / (1 + Math.exp(-1.702 * z));
    const boost = 1 + afternoon * Math.cos(((i % 24) + 0.5 - 15) * (Math.PI / 12));
    out.wind[i] = boost * (-Math.log(Math.max(1e-12, 1 - p))) ** (1 / shape);
  }
  for (let m = 0, first = 0; m < 12; first += monthDays[m]!, m++) {
    const hours = out.wind.subarray(24 * first, 24 * (first + monthDays[m]!));
    const ratio = climate.wind[m]! / (hours.reduce((sum, x) => sum + x, 0) / hours.length);
    for (let i = 0; i < hours.length; i++) hours[i]! *= ratio;
  }
}

function fillSunshine(out: Weather, climate: Climate, clearness: Float64Array): void {
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
