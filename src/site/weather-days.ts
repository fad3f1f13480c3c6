import { normalQuantile } from '../stats/normal.ts';
import { stream, uniforms } from '../stats/random.ts';
import type { Climate, Months } from './climate.ts';
import { monthDays, monthOfDay } from './climate.ts';
import type { GeneratorConstants, YearOptions } from './generator-constants.ts';

export const days = 365;

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

export interface DailyNormals {
  mean: Float64Array;
  range: Float64Array;
  /** Where the mean lies between minimum and maximum. */
  middle: Float64Array;
}

export function dailyNormals(climate: Climate): DailyNormals {
  const { temperature, dailyMax, dailyMin } = climate;
  const range = dailyMax.map((max, m) => Math.max(1, max - dailyMin[m]!));
  const middle = temperature.map((t, m) => Math.min(0.6, Math.max(0.36, (t - dailyMin[m]!) / range[m]!)));
  return { mean: daily(temperature), range: daily(range), middle: daily(middle) };
}

/** Standard deviation of daily mean temperature by month [K]. */
export function dailySpread(climate: Climate, { spread }: GeneratorConstants): number[] {
  const { temperature, dailyMax, dailyMin } = climate;
  const half = (Math.max(...temperature) - Math.min(...temperature)) / 2;
  const all = spread.base + spread.seasonal * half;
  return monthlyWarmth(climate).map((warm, m) => {
    const still = (dailyMax[m]! - dailyMin[m]! - 10) * ((1 - warm) / 2);
    return Math.max(spread.least, all - spread.winter * warm - spread.daily * still);
  });
}

export interface DailyDraws {
  temperature: Float64Array;
  clearness: Float64Array;
  dewPoint: Float64Array;
  range: Float64Array;
  /** Kelvin that the year's months deviate, over the spread of days. */
  monthly: Float64Array;
}

export function dailyDraws(climate: Climate, { constants, seed, pair, sign }: YearOptions): DailyDraws {
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
  const coupled = coupling(climate, constants);
  const dewPoint = mixed(dew, own, (d) => coupled[d]!);
  skewed(dewPoint, () => -constants.dewPoint.skew);
  skewed(own, (d) => -constants.spread.skew * Math.max(0, warm[d]!));
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

/** Correlation of dew point and temperature on every day: dry summers have none or less, damp winters much. */
function coupling(climate: Climate, { coupling: { humid, dry, winter } }: GeneratorConstants): Float64Array {
  const warm = monthlyWarmth(climate);
  const months = climate.humidity.map((rh, m) => humid * rh - dry - winter * warm[m]!);
  return daily(months).map((rho) => Math.min(0.95, Math.max(-0.6, rho)));
}

/** Gives standard normal values a skewness, z + s (z^2 - 1) / 6 to the first order, without moving mean and spread. */
function skewed(values: Float64Array, skewness: (day: number) => number): void {
  for (let d = 0; d < values.length; d++) {
    const k = skewness(d) / 6;
    const z = values[d]!;
    values[d] = (z + k * (z * z - 1)) / Math.sqrt(1 + 2 * k * k);
  }
}

/** Season of every month from -1 in the coldest to 1 in the warmest; 0 where there are none. */
export function monthlyWarmth({ temperature }: Climate): number[] {
  const [low, high] = [Math.min(...temperature), Math.max(...temperature)];
  return temperature.map((t) => (high - low < 4 ? 0 : (2 * (t - low)) / (high - low) - 1));
}

/** The same of every day. */
export function warmth(climate: Climate): Float64Array {
  return daily(monthlyWarmth(climate));
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

/** Deviation of every day's mean from its normal [K]; months of a typical year have none on average. */
export function temperatureResiduals(
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
