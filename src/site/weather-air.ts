import { normalQuantile } from '../stats/normal.ts';
import { stream, uniforms } from '../stats/random.ts';
import type { Climate } from './climate.ts';
import { monthDays } from './climate.ts';
import type { YearOptions } from './generator-constants.ts';
import { dewPoint, saturationPressure } from './psychrometrics.ts';
import { hoursOfYear, type Weather } from './weather.ts';
import { type DailyDraws, daily, dailySpread, days, monthlyWarmth } from './weather-days.ts';

interface HumidityParts {
  climate: Climate;
  residual: Float64Array;
  drawn: DailyDraws;
  options: YearOptions;
}

/** Dew point of every day, moved by month until the mean relative humidity is the normal. */
export function fillHumidity(out: Weather, { climate, drawn, options }: HumidityParts): void {
  const { dewPoint: dew } = options.constants;
  const spread = dailySpread(climate, options.constants);
  const warm = monthlyWarmth(climate);
  const base = climate.temperature.map((t, m) => dewPoint(climate.humidity[m]! * saturationPressure(t)));
  const normal = daily(base);
  const spreads = daily(
    spread.map((kelvins, m) => {
      const all = dew.base + dew.follows * kelvins - dew.winter * warm[m]! - dew.humid * climate.humidity[m]!;
      return Math.max(0.5, all);
    }),
  );
  const dews = new Float64Array(hoursOfYear);
  const day = Float64Array.from({ length: days }, (_, d) => normal[d]! + spreads[d]! * drawn.dewPoint[d]!);
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
export function fillWind(out: Weather, climate: Climate, { constants, seed, pair, sign }: YearOptions): void {
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
