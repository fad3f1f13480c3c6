import { log } from '../elementary/logarithm.ts';
import type { Climate } from './climate.ts';
import { monthDays } from './climate.ts';
import { dewPoint, saturationPressure } from './psychrometrics.ts';
import { extraterrestrialDay } from './sun.ts';

/** What the relations of the generator read from the monthly normals; each near 0 in a common climate and of the order of 1. */
export interface Traits {
  /** 1, for the part that all months share. */
  one: number;
  /** From -1 in the coldest month to 1 in the warmest, 0 where there are no seasons; and its square. */
  season: number;
  season2: number;
  /** Logarithm of half the yearly range of monthly means, over 12 K. */
  halfRange: number;
  /** Mean temperature and mean dew point [10 °C], squared. */
  temperature2: number;
  dewPoint2: number;
  /** How far the dew point is from that of the month before and of the month after, together [10 K]. */
  moistening: number;
  /** Mean change from a month to the next [5 K]. */
  slope: number;
  /** Mean daily range above 10 K [5 K]. */
  range: number;
  /** Where the mean lies between daily minimum and maximum, above 0.46 [0.1]: high where fronts, not the sun, make the range. */
  middle: number;
  middleSeason: number;
  /** Degrees from the equator above 35 [10 degrees], and that times the season. */
  latitude: number;
  latitudeSeason: number;
  /** Wind above 3 m/s [3 m/s], times the season. */
  windSeason: number;
  /** Relative humidity above 0.6, and that times the season. */
  humidity: number;
  dampSeason: number;
  /** Share of the extraterrestrial irradiation that arrives, above 0.5. */
  clearness: number;
}

/** A linear relation: for every trait that matters, its coefficient. */
export type Relation<K extends keyof Traits = keyof Traits> = Readonly<Record<K, number>>;

/** Traits of the twelve months of a climate. */
export function monthTraits(climate: Climate): Traits[] {
  const { temperature, dailyMax, dailyMin, humidity } = climate;
  const half = (Math.max(...temperature) - Math.min(...temperature)) / 2;
  const clearness = monthlyClearness(climate);
  const dews = temperature.map((t, m) => dewPoint(humidity[m]! * saturationPressure(t)));
  return monthlyWarmth(climate).map((season, m) => {
    const damp = humidity[m]! - 0.6;
    const range = dailyMax[m]! - dailyMin[m]!;
    const middle = 10 * ((temperature[m]! - dailyMin[m]!) / Math.max(1, range) - 0.46);
    const latitude = Math.abs(climate.latitude) / 10 - 3.5;
    return {
      one: 1,
      season,
      season2: season ** 2,
      halfRange: log(Math.max(0.8, half) / 12),
      temperature2: (temperature[m]! / 10) ** 2,
      dewPoint2: (dews[m]! / 10) ** 2,
      moistening: (Math.abs(dews[m]! - dews[(m + 1) % 12]!) + Math.abs(dews[m]! - dews[(m + 11) % 12]!)) / 10,
      slope: Math.abs(temperature[(m + 1) % 12]! - temperature[(m + 11) % 12]!) / 10,
      range: (range - 10) / 5,
      middle,
      middleSeason: middle * season,
      latitude,
      latitudeSeason: latitude * season,
      windSeason: (climate.wind[m]! / 3 - 1) * season,
      humidity: damp,
      dampSeason: damp * season,
      clearness: clearness[m]! - 0.5,
    };
  });
}

/** The value of a relation in every month. */
export function related(traits: readonly Traits[], relation: Partial<Relation>): number[] {
  const terms = Object.entries(relation) as [keyof Traits, number][];
  return traits.map((one) => terms.reduce((sum, [trait, by]) => sum + by * one[trait], 0));
}

/** Season of every month from -1 in the coldest to 1 in the warmest; 0 where there are none. */
export function monthlyWarmth({ temperature }: Climate): number[] {
  const [low, high] = [Math.min(...temperature), Math.max(...temperature)];
  return temperature.map((t) => (high - low < 4 ? 0 : (2 * (t - low)) / (high - low) - 1));
}

/** Irradiation of level ground over that outside the atmosphere, by month, between 0.1 and 0.9. */
export function monthlyClearness({ latitude, irradiation }: Climate): number[] {
  let first = 1;
  return monthDays.map((length, m) => {
    const outside = extraterrestrialDay(latitude, first + length / 2);
    first += length;
    return Math.min(0.9, Math.max(0.1, irradiation[m]! / Math.max(300, outside)));
  });
}
