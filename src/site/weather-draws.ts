import { exp } from '../elementary/exponential.ts';
import { stream, uniforms } from '../stats/random.ts';
import type { Climate } from './climate.ts';
import { monthOfDay } from './climate.ts';
import { monthlyWarmth, monthTraits, type Relation, related } from './climate-traits.ts';
import { departureAt } from './departures.ts';
import type { GeneratorConstants, YearOptions } from './generator-constants.ts';
import { hoursOfYear } from './weather.ts';
import { centred, daily, days } from './weather-days.ts';
import { addEvents, dustDays } from './weather-events.ts';
import { autoregression, standardNormals } from './weather-noise.ts';

/** A year of daily draws, standard normal but for their skewness, and the kelvins that they stand for. */
export interface DailyDraws {
  temperature: Float64Array;
  range: Float64Array;
  dewPoint: Float64Array;
  clearness: Float64Array;
  /** How far the day's course is shifted from the sun's, in standard deviations. */
  shift: Float64Array;
  /** What hours add to the day's course, correlated from hour to hour. */
  hours: Float64Array;
  /** Kelvin that the year's months deviate, over the spread of days. */
  monthly: Float64Array;
  /** Standard deviation of each of the first three [K], by day. */
  spread: { temperature: Float64Array; range: Float64Array; dewPoint: Float64Array };
}

/** How the days of a climate vary and go together, the same in every year. */
export interface DailyRelations {
  climate: Climate;
  /** By month. */
  skew: Record<'temperature' | 'range' | 'dewPoint', readonly number[]>;
  /** By day: correlations with temperature of the daily range, of dew point and of clearness. */
  follow: Float64Array;
  coupling: Float64Array;
  sunny: Float64Array;
  /** By day, from -1 in the coldest month to 1 in the warmest. */
  warm: Float64Array;
  spread: DailyDraws['spread'];
}

export function dailyRelations(climate: Climate, constants: GeneratorConstants): DailyRelations {
  const traits = monthTraits(climate);
  const of = (relation: Partial<Relation>) => related(traits, relation);
  const within = (most: number, relation: Partial<Relation>) =>
    daily(of(relation)).map((rho) => Math.min(most, Math.max(-most, rho)));
  const warmth = monthlyWarmth(climate);
  const { warm, cold, dewPoint } = departureAt(climate, constants.departures);
  const spread = (relation: Partial<Relation>, hot = 0, chill = 0) =>
    daily(of(relation).map((log, m) => exp(log + (hot + chill + warmth[m]! * (hot - chill)) / 2)));
  return {
    climate,
    skew: {
      temperature: of(constants.skew),
      range: of(constants.rangeSkew),
      dewPoint: of(constants.dewPointSkew),
    },
    follow: within(0.8, constants.follow),
    coupling: within(0.92, constants.coupling),
    sunny: within(0.7, constants.sunny),
    warm: daily(warmth),
    spread: {
      temperature: spread(constants.spread, warm, cold),
      range: spread(constants.rangeSpread),
      dewPoint: spread(constants.dewPointSpread, dewPoint),
    },
  };
}

/**
 * Draws what is particular to each day of a year.
 *
 * Temperature is a first-order autoregression with heat waves and cold surges. The daily range follows it, more so in warm
 * months; dew point follows temperature and shuns the range; clearness follows both.
 */
export function dailyDraws(relations: DailyRelations, options: YearOptions): DailyDraws {
  const { climate, skew, warm, spread } = relations;
  const { constants, seed, pair } = options;
  const normals = (what: string, count = days) => standardNormals(climate, what, { ...options, count });
  const { memory } = constants;
  const parts = {
    temperature: autoregression(normals('temperature'), memory.temperature),
    range: autoregression(normals('range'), memory.range),
    dewPoint: autoregression(normals('dew-point'), memory.dewPoint),
    clearness: autoregression(normals('clearness'), memory.clearness),
  };
  skewed(parts.temperature, skew.temperature);
  const starts = new Float64Array(days);
  uniforms(stream(seed, `weather/${climate.id}/${pair}/events`), 0, starts);
  addEvents(parts.temperature, starts, { warm, constants });
  const joint = joined(parts, relations, constants);
  skewed(joint.range, skew.range);
  skewed(joint.dewPoint, skew.dewPoint);
  const dusty = dustDays(climate, starts, constants);
  for (let d = 0; d < days; d++) joint.clearness[d]! -= dusty[d]! * constants.dust.depth;
  return {
    ...joint,
    shift: normals('shift').map((z) => Math.min(2, Math.max(-2, z))),
    hours: autoregression(normals('hours', hoursOfYear), memory.hours),
    monthly: autoregression(normals('monthly', 12), 0.3),
    spread,
  };
}

type Parts = Pick<DailyDraws, 'temperature' | 'range' | 'dewPoint' | 'clearness'>;

/** Mixes independent draws until they correlate as the month asks for. */
function joined(
  parts: Parts,
  { follow, coupling, sunny }: DailyRelations,
  { joint: { rangeDewPoint, rangeClearness } }: GeneratorConstants,
): Parts {
  const range = parts.range.map((own, d) => {
    const rho = follow[d]!;
    return rho * parts.temperature[d]! + Math.sqrt(1 - rho * rho) * own;
  });
  /** Has the wanted correlations with temperature and with the range. */
  const third = (own: Float64Array, withTemperature: Float64Array, withRange: number) =>
    own.map((value, d) => {
      const [rho, a] = [follow[d]!, withTemperature[d]!];
      const rest = Math.sqrt(1 - a * a);
      const b = Math.min(rest, Math.max(-rest, (withRange - a * rho) / Math.sqrt(1 - rho * rho)));
      return (
        a * parts.temperature[d]! + b * parts.range[d]! + Math.sqrt(Math.max(0, 1 - a * a - b * b)) * value
      );
    });
  return {
    temperature: parts.temperature,
    range,
    dewPoint: third(parts.dewPoint, coupling, rangeDewPoint),
    clearness: third(parts.clearness, sunny, rangeClearness),
  };
}

/** Gives standard normal values a skewness, z + s (z^2 - 1) / 6 to the first order, without moving mean and spread. */
function skewed(values: Float64Array, months: readonly number[]): void {
  for (let d = 0; d < values.length; d++) {
    const k = months[monthOfDay[d]!]! / 6;
    const z = values[d]!;
    values[d] = (z + k * (z * z - 1)) / Math.sqrt(1 + 2 * k * k);
  }
}

/** Deviation of every day's mean from its normal [K]; months of a typical year have none on average. */
export function temperatureResiduals(drawn: DailyDraws, { constants, typical }: YearOptions): Float64Array {
  const spread = drawn.spread.temperature;
  const out = drawn.temperature.map((z, d) => z * spread[d]!);
  centred(out);
  if (!typical) {
    for (let d = 0; d < days; d++) {
      out[d]! += constants.yearly * spread[d]! * drawn.monthly[monthOfDay[d]!]!;
    }
  }
  return out;
}
