import { exp } from '../elementary/exponential.ts';
import type { Citation, Localised } from '../sources/source.ts';

/** Twelve values, January first. */
export type Months = readonly number[];

/** Monthly normals of a place: all that the weather generator needs. */
export interface Climate {
  id: string;
  name: Localised;
  /** Degrees, north and east positive. */
  latitude: number;
  longitude: number;
  /** Metres above the sea. */
  altitude: number;
  /** Mean air temperature [°C]. */
  temperature: Months;
  /** Mean of the daily maxima and minima [°C]. */
  dailyMax: Months;
  dailyMin: Months;
  /** Mean relative humidity, 0 to 1. */
  humidity: Months;
  /** Mean wind speed at 10 m [m/s]. */
  wind: Months;
  /** Mean irradiation of level ground [Wh/m2 a day]. */
  irradiation: Months;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** Region of the dossiers that it lies in. */
  region?: string;
  /** Where its rows were moved to another altitude: the altitude they are of [m], and by how much they were made warmer [K]. */
  moved?: { from: number; warmer: number };
  /** Id of the place whose station stands in for this one, which has none. */
  proxy?: string;
  citation: Citation;
  note?: string;
}

/** Days of the months of a year without a leap day. */
export const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Month, 0 to 11, of every day of a year without a leap day. */
export const monthOfDay: Uint8Array = Uint8Array.from(monthDays.flatMap((days, m) => Array(days).fill(m)));

/**
 * The same climate at another altitude: temperatures fall with height, water vapour and sunshine stay as they are.
 *
 * @param altitude m
 * @param lapse K a metre: 0.0065 in the standard atmosphere
 */
export function atAltitude(climate: Climate, altitude: number, lapse = 0.0065): Climate {
  const shift = (climate.altitude - altitude) * lapse;
  const moved = (months: Months) => months.map((t) => t + shift);
  const humidity = climate.humidity.map((rh, m) => {
    const [from, to] = [climate.temperature[m]!, climate.temperature[m]! + shift];
    // The dew point falls at 0.0018 K/m in a mixed column, the air at 0.0098: relative humidity rises with height.
    return Math.min(0.97, Math.max(0.05, rh * exp(0.6 * 0.062 * (from - to))));
  });
  return {
    ...climate,
    altitude,
    moved: { from: climate.moved?.from ?? climate.altitude, warmer: (climate.moved?.warmer ?? 0) + shift },
    temperature: moved(climate.temperature),
    dailyMax: moved(climate.dailyMax),
    dailyMin: moved(climate.dailyMin),
    humidity,
  };
}
