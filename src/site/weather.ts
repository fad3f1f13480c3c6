import { saturationPressure, standardPressure, wetBulb } from './psychrometrics.ts';

export const hoursOfYear = 8760;

/** Hours of one place, from 1 January, a column each; whole days of years without a leap day. */
export interface Weather {
  hours: number;
  latitude: number;
  longitude: number;
  /** m */
  altitude: number;
  /** Hours that the clock is ahead of Greenwich. */
  zone: number;
  /** Air temperature [°C]. */
  temperature: Float64Array;
  /** Wet-bulb temperature at the pressure of the site [°C]. */
  wetBulb: Float64Array;
  /** Relative humidity, 0 to 1. */
  humidity: Float64Array;
  /** Wind speed at 10 m [m/s]. */
  wind: Float64Array;
  /** Irradiance of level ground, and its diffuse part [W/m2], means of the hour. */
  global: Float64Array;
  diffuse: Float64Array;
  /** Pressure [Pa], a mean. */
  pressure: number;
}

/** Clock of a place's longitude in whole hours ahead of Greenwich: figures show every weather by it. */
export function meanClock({ longitude }: { longitude: number }): number {
  return Math.round(longitude / 15);
}

/** Whole hours that this clock is ahead of that of a weather's columns. */
export function aheadOf(weather: Pick<Weather, 'longitude' | 'zone'>): number {
  return Math.round(meanClock(weather) - weather.zone);
}

/** Fills the wet bulb from temperature and humidity. */
export function fillWetBulb(
  weather: Pick<Weather, 'temperature' | 'humidity' | 'wetBulb' | 'pressure'>,
): void {
  const { temperature, humidity, pressure } = weather;
  for (let i = 0; i < temperature.length; i++) {
    const t = temperature[i]!;
    weather.wetBulb[i] = wetBulb(t, humidity[i]! * saturationPressure(t), pressure);
  }
}

/** Columns of zeros for some years of a place, by the clock of its longitude in whole hours where none is given. */
export function emptyWeather(
  place: { latitude: number; longitude: number; altitude: number; zone?: number },
  hours = hoursOfYear,
): Weather {
  const column = () => new Float64Array(hours);
  return {
    hours,
    latitude: place.latitude,
    longitude: place.longitude,
    altitude: place.altitude,
    zone: place.zone ?? meanClock(place),
    temperature: column(),
    wetBulb: column(),
    humidity: column(),
    wind: column(),
    global: column(),
    diffuse: column(),
    pressure: standardPressure(place.altitude),
  };
}
