import { normalQuantile } from '../stats/normal.ts';
import { stream, uniforms } from '../stats/random.ts';
import type { Climate } from './climate.ts';
import { monthDays } from './climate.ts';
import type { YearOptions } from './generator-constants.ts';
import { dewPoint, saturationPressure } from './psychrometrics.ts';
import { hoursOfYear, type Weather } from './weather.ts';
import { daily, days } from './weather-days.ts';
import type { DailyDraws } from './weather-draws.ts';

interface HumidityParts {
  climate: Climate;
  drawn: DailyDraws;
}

/** Dew point of every day, moved by month until the mean relative humidity is the normal. */
export function fillHumidity(out: Weather, { climate, drawn }: HumidityParts): void {
  const base = climate.temperature.map((t, m) => dewPoint(climate.humidity[m]! * saturationPressure(t)));
  const normal = daily(base);
  const dews = new Float64Array(hoursOfYear);
  const day = normal.map((dew, d) => dew + drawn.spread.dewPoint[d]! * drawn.dewPoint[d]!);
  for (let i = 0; i < hoursOfYear; i++) {
    const at = (i + 0.5) / 24 - 0.5;
    const d = Math.min(days - 2, Math.max(0, Math.floor(at)));
    const share = Math.min(1, Math.max(0, at - d));
    dews[i] = day[d]! * (1 - share) + day[d + 1]! * share;
  }
  for (let m = 0, first = 0; m < 12; first += monthDays[m]!, m++) {
    const [from, to] = [24 * first, 24 * (first + monthDays[m]!)];
    const hours = [out.temperature, dews, out.humidity].map((column) => column.subarray(from, to));
    fitHumidity(hours as [Float64Array, Float64Array, Float64Array], climate.humidity[m]!);
  }
}

/** Shifts the dew points of a month, by false position, until the mean relative humidity fits. */
function fitHumidity(
  [temperature, dews, humidity]: readonly [Float64Array, Float64Array, Float64Array],
  wanted: number,
): void {
  const saturated = temperature.map(saturationPressure);
  const miss = (shift: number) => {
    let sum = 0;
    for (let i = 0; i < dews.length; i++) {
      const dew = dews[i]! + shift;
      const rh = dew >= temperature[i]! ? 1 : Math.max(0.02, saturationPressure(dew) / saturated[i]!);
      humidity[i] = rh;
      sum += rh;
    }
    return sum / dews.length - wanted;
  };
  let [low, high] = [-25, 25];
  let shift = 0;
  for (let round = 0; round < 12; round++) {
    const here = miss(shift);
    if (Math.abs(here) < 2e-4) return;
    if (here < 0) low = shift;
    else high = shift;
    // Relative humidity changes by some 6.5 % for each kelvin of dew point.
    const next = shift - here / (0.065 * Math.max(0.05, here + wanted));
    shift = next > low && next < high ? next : (low + high) / 2;
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
