import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { power } from '../elementary/power.ts';
import { cos } from '../elementary/trigonometry.ts';
import type { Climate } from './climate.ts';
import { monthDays } from './climate.ts';
import type { YearOptions } from './generator-constants.ts';
import { dewPoint, saturationPressure, wetBulbAbove } from './psychrometrics.ts';
import { hoursOfYear, type Weather } from './weather.ts';
import { betweenNoons, days, sumOf } from './weather-days.ts';
import type { DailyDraws } from './weather-draws.ts';
import { autoregression, standardNormals } from './weather-noise.ts';

interface HumidityParts {
  climate: Climate;
  /** Normal dew point of every day [°C]. */
  normal: Float64Array;
  drawn: DailyDraws;
}

/** Least relative humidity that is made. */
const driest = 0.02;

/** Humidity and wet bulb: a dew point for every day, moved by month until the mean relative humidity is the normal. */
export function fillMoisture(out: Weather, { climate, normal, drawn }: HumidityParts): void {
  const dews = new Float64Array(hoursOfYear);
  const day = new Float64Array(days);
  for (let d = 0; d < days; d++) day[d] = normal[d]! + drawn.spread.dewPoint[d]! * drawn.dewPoint[d]!;
  betweenNoons(day, dews);
  const [saturated, vapour] = [new Float64Array(31 * 24), new Float64Array(31 * 24)];
  for (let m = 0, first = 0; m < 12; first += monthDays[m]!, m++) {
    const [from, to] = [24 * first, 24 * (first + monthDays[m]!)];
    const month = {
      temperature: out.temperature.subarray(from, to),
      dews: dews.subarray(from, to),
      humidity: out.humidity.subarray(from, to),
      wetBulb: out.wetBulb.subarray(from, to),
      saturated: saturated.subarray(0, to - from),
      vapour: vapour.subarray(0, to - from),
      pressure: out.pressure,
    };
    for (let i = 0; i < to - from; i++) month.saturated[i] = saturationPressure(month.temperature[i]!);
    fillMonth(month, fittingShift(month, climate.humidity[m]!));
  }
}

interface MoistMonth {
  temperature: Float64Array;
  dews: Float64Array;
  humidity: Float64Array;
  wetBulb: Float64Array;
  /** Vapour pressure of saturated air, and of the air itself [Pa]. */
  saturated: Float64Array;
  vapour: Float64Array;
  pressure: number;
}

/** By how much the dew points of a month are moved so that its mean relative humidity fits within 0.0002 [K]. */
function fittingShift(month: MoistMonth, wanted: number): number {
  let [low, high] = [-25, 25];
  let shift = 0;
  for (let round = 0; round <= 12; round++) {
    // Every fifth hour, which meets all hours of the day, until the shift is near; then all of them.
    const { mean, slope } = humidityAt(month, shift, round < 2 ? 5 : 1);
    const miss = mean - wanted;
    if (round >= 2 && (Math.abs(miss) < 2e-4 || round === 12)) return shift;
    if (miss < 0) low = Math.max(low, shift - (round < 2 ? 1 : 0));
    else high = Math.min(high, shift + (round < 2 ? 1 : 0));
    const next = shift - miss / Math.max(1e-4, slope);
    shift = next > low && next < high ? next : (low + high) / 2;
  }
  return shift;
}

/** Fills the vapour of every so manieth hour with dew points moved; mean relative humidity, and its change with the shift [1/K]. */
function humidityAt({ temperature, dews, saturated, vapour }: MoistMonth, shift: number, stride: number) {
  let [sum, slope, count] = [0, 0, 0];
  for (let i = 0; i < dews.length; i += stride, count++) {
    const dew = dews[i]! + shift;
    const most = saturated[i]!;
    if (dew >= temperature[i]!) {
      vapour[i] = most;
      sum++;
      continue;
    }
    const e = saturationPressure(dew);
    const far = 243.12 + dew;
    if (e > driest * most) slope += (e / most) * (4283.77 / (far * far));
    vapour[i] = Math.max(driest * most, e);
    sum += vapour[i]! / most;
  }
  return { mean: sum / count, slope: slope / count };
}

function fillMonth(month: MoistMonth, shift: number): void {
  const { temperature, dews, humidity, wetBulb, saturated, vapour, pressure: p } = month;
  for (let i = 0; i < dews.length; i++) {
    const [t, e] = [temperature[i]!, vapour[i]!];
    humidity[i] = e / saturated[i]!;
    const dew = e > driest * saturated[i]! ? dews[i]! + shift : dewPoint(e);
    wetBulb[i] = wetBulbAbove(dew, { t, e, p });
  }
}

/** Weibull by month, correlated from hour to hour, stronger in the afternoon. */
export function fillWind(out: Weather, climate: Climate, options: YearOptions): void {
  const { shape, memory, afternoon } = options.constants.wind;
  const noise = autoregression(standardNormals(climate, 'wind', { ...options, count: hoursOfYear }), memory);
  const gusts = weibullOfNormal(shape);
  const boost = Float64Array.from(
    { length: 24 },
    (_, h) => 1 + afternoon * cos((h + 0.5 - 15) * (Math.PI / 12)),
  );
  for (let i = 0; i < hoursOfYear; i++) {
    const at = Math.min(gusts.length - 2, Math.max(0, (noise[i]! + farthest) * perUnit));
    const cell = Math.floor(at);
    out.wind[i] = boost[i % 24]! * (gusts[cell]! + (gusts[cell + 1]! - gusts[cell]!) * (at - cell));
  }
  for (let m = 0, first = 0; m < 12; first += monthDays[m]!, m++) {
    const [from, to] = [24 * first, 24 * (first + monthDays[m]!)];
    const ratio = (climate.wind[m]! * (to - from)) / sumOf(out.wind, from, to);
    for (let i = from; i < to; i++) out.wind[i]! *= ratio;
  }
}

const farthest = 6;
const perUnit = 64;

/**
 * Weibull values of unit scale for standard normal ones from -6 to 6 in steps of 1/64: (-ln(1 - p))^(1 / shape), p by the
 * logistic that is within 0.01 of the normal distribution.
 */
function weibullOfNormal(shape: number): Float64Array {
  return Float64Array.from({ length: 2 * farthest * perUnit + 1 }, (_, k) => {
    const z = k / perUnit - farthest;
    return power(log(1 + exp(1.702 * z)), 1 / shape);
  });
}
