/** Constants of the generator, the same for every place; fitted to the places of data/published/weather.yaml. */
export interface GeneratorConstants {
  /**
   * Standard deviation of daily mean temperature [K]: base, more for each kelvin of yearly half range, more in winter and less
   * in summer, less in winter for each kelvin of daily range above 10 (still air keeps its cold), never below the least;
   * and its skewness towards cool days in the warmest month [-].
   */
  spread: { base: number; seasonal: number; daily: number; winter: number; least: number; skew: number };
  /** Day-to-day correlation of temperature, clearness, dew point. */
  memory: { temperature: number; clearness: number; dewPoint: number };
  /**
   * Standard deviation of the daily dew point [K]: base, more for each kelvin of that of temperature, more in winter and less
   * in summer, less the higher the relative humidity; and its skewness towards dry days [-].
   */
  dewPoint: { base: number; follows: number; winter: number; humid: number; skew: number };
  /** Correlation of daily dew point and temperature: more the higher the relative humidity, less what dry air lacks, more in
   * winter [-]. */
  coupling: { humid: number; dry: number; winter: number };
  /** Correlation of clearness with temperature in the warm half of the year. */
  sunnyWarmth: number;
  /** How far the daily range follows the day's clearness, its own spread over it, and what that loses a kelvin of range. */
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
