import { cosineZenith, diffuseShare, equationOfTime, extraterrestrial } from './sun.ts';
import { hoursOfYear, type Weather } from './weather.ts';

/** Columns that are read of a weather file. */
export const weatherFields = [
  'temperature',
  'humidity',
  'pressure',
  'global',
  'beam',
  'diffuse',
  'wind',
] as const;
export type WeatherField = (typeof weatherFields)[number];

/** Something that was put right in a weather file. */
export type EpwRepair =
  | { kind: 'leap-day'; hours: number }
  /** Hours were not in the order of the calendar: how often the file goes back. */
  | { kind: 'order'; breaks: number }
  /** Values missing, unreadable or out of their range, bridged. */
  | {
      kind: 'gaps';
      field: WeatherField;
      hours: number;
      within: readonly [low: number, high: number, unit: string];
    }
  /** No hour has a pressure: that of the altitude is taken. */
  | { kind: 'pressure' }
  | { kind: 'humidity'; hours: number }
  /** Sunshine moved by hours, so that its middle is at solar noon. */
  | { kind: 'sun-lag'; hours: number }
  /** Beam and diffuse made anew from global irradiance; annual diffuse before and after [kWh/m2]. */
  | { kind: 'beam-split'; before: number; after: number }
  | { kind: 'night-sun'; hours: number };

/** A lag below this is that of a stamp at the hour's end, and no fault [h]. */
const tolerated = 0.35;

/**
 * Puts the sunshine of a file where the sun was, and splits it into beam and diffuse again.
 *
 * The centroid of a file's irradiance within a day, less solar noon, is half an hour where stamps mark the end of the
 * hour; what it has beyond is undone by shifting the columns. Diffuse irradiance follows from clearness (`diffuseShare`).
 */
export function repairSun(
  weather: Weather,
  columns: { global: Float64Array; diffuse: Float64Array },
  zone: number,
): EpwRepair[] {
  const repairs: EpwRepair[] = [];
  const lag = sunLag(columns.global, weather, zone) - 0.5;
  const shift = Math.abs(lag) > tolerated ? lag : 0;
  if (shift !== 0) repairs.push({ kind: 'sun-lag', hours: shift });
  weather.global.set(shift === 0 ? columns.global : shifted(columns.global, shift));
  const before = sum(columns.diffuse) / 1000;
  const night = split(weather, zone);
  if (night > 0) repairs.push({ kind: 'night-sun', hours: night });
  const after = sum(weather.diffuse) / 1000;
  if (Math.abs(after - before) > 1) repairs.push({ kind: 'beam-split', before, after });
  return repairs;
}

/**
 * Mean time between solar noon and the centroid of irradiance [h], stamps taken for the hour's end: 0.5 where right.
 *
 * @param zone of the clock [h east of Greenwich]
 */
export function sunLag(global: Float64Array, { longitude }: { longitude: number }, zone: number): number {
  let weighted = 0;
  let total = 0;
  for (let d = 0; d < 365; d++) {
    const noon = 12 + zone - longitude / 15 - equationOfTime(d + 1) / 60;
    let moment = 0;
    let day = 0;
    for (let h = 0; h < 24; h++) {
      day += global[24 * d + h]!;
      moment += global[24 * d + h]! * (h + 1);
    }
    if (day > 0) weighted += moment - day * noon;
    total += day;
  }
  return total > 0 ? weighted / total : 0.5;
}

/** A column moved earlier by a part of hours, energy kept. */
function shifted(values: Float64Array, by: number): Float64Array {
  const out = new Float64Array(hoursOfYear);
  const whole = Math.floor(by);
  const part = by - whole;
  const at = (i: number) => values[(i + hoursOfYear) % hoursOfYear]!;
  for (let i = 0; i < hoursOfYear; i++) out[i] = (1 - part) * at(i + whole) + part * at(i + whole + 1);
  return out;
}

/** Fills diffuse irradiance from clearness; sunshine while the sun is down is diffuse. Returns hours of it above 20 W/m2. */
function split(weather: Weather, zone: number): number {
  let night = 0;
  for (let i = 0; i < hoursOfYear; i++) {
    const day = Math.floor(i / 24) + 1;
    const solar = (i % 24) + 0.5 - zone + weather.longitude / 15 + equationOfTime(day) / 60;
    const cosine = cosineZenith(weather.latitude, day, solar);
    const global = weather.global[i]!;
    if (cosine <= 0.02) {
      weather.diffuse[i] = global;
      if (global > 20) night++;
    } else weather.diffuse[i] = global * diffuseShare(global / (extraterrestrial(day) * cosine));
  }
  return night;
}

function sum(values: Float64Array): number {
  return values.reduce((all, one) => all + one, 0);
}
