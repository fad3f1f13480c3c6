/** Constants of the generator, the same for every place; fitted to the places of data/published/weather.yaml. */
export interface GeneratorConstants {
  /** Standard deviation of daily mean temperature [K]: base, a kelvin of yearly half range, less for each of daily range. */
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

export interface Event {
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

export interface YearOptions extends GeneratorOptions {
  /** Which pair of mirrored years, and which of the two. */
  pair: number;
  sign: 1 | -1;
}
