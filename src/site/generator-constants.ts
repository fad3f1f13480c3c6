import type { Relation } from './climate-traits.ts';
import type { Departures } from './departures.ts';

/** Constants of the generator, the same for every place. Relations are in the traits of the month: `Traits`. */
export interface GeneratorConstants {
  /** Logarithms of standard deviations of days within their month: of mean temperature, daily range and dew point [ln K]. */
  spread: Relation<
    | 'one'
    | 'halfRange'
    | 'season'
    | 'season2'
    | 'dampSeason'
    | 'middle'
    | 'middleSeason'
    | 'latitude'
    | 'latitudeSeason'
    | 'windSeason'
  >;
  rangeSpread: Relation<'one' | 'range' | 'clearness' | 'temperature2' | 'slope' | 'humidity'>;
  dewPointSpread: Relation<
    'one' | 'halfRange' | 'season' | 'season2' | 'humidity' | 'dampSeason' | 'dewPoint2' | 'moistening'
  >;
  /** Skewness of daily mean temperature and of dew point [-]. */
  skew: Relation<'one' | 'season' | 'temperature2' | 'humidity'>;
  rangeSkew: Relation<'one' | 'season'>;
  dewPointSkew: Relation<'one' | 'season'>;
  /** Correlation with the day's mean temperature: of the daily range, the dew point and clearness [-]. */
  follow: Relation<'one' | 'season' | 'clearness' | 'humidity' | 'range'>;
  coupling: Relation<'one' | 'humidity' | 'season' | 'slope' | 'halfRange'>;
  sunny: Relation<'one' | 'season'>;
  /** Correlation of the daily range with dew point and with clearness [-]. */
  joint: { rangeDewPoint: number; rangeClearness: number };
  /** Day-to-day correlations [-]. */
  memory: { temperature: number; range: number; dewPoint: number; clearness: number; hours: number };
  /** Hours from sunrise to the minimum and from noon to the maximum; decay of the night, in nights [-]. */
  course: { start: number; lag: number; decay: number; jitter: number; rough: number };
  /** Events a year, their depth in standard deviations, their length in days. */
  heatWave: Event;
  coldSurge: Event;
  dust: Event;
  /** Shape of the Weibull distribution of wind, hour-to-hour correlation, afternoon boost [-]. */
  wind: { shape: number; memory: number; afternoon: number };
  /** Spread of monthly means from year to year, times the spread of days. */
  yearly: number;
  /** What stations around a place add to the relations. */
  departures: Departures;
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
