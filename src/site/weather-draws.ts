import { normalQuantile } from '../stats/normal.ts';
import { stream, uniforms } from '../stats/random.ts';
import type { Climate } from './climate.ts';
import { monthOfDay } from './climate.ts';
import { monthlyWarmth, monthTraits, type Relation, related, type Traits } from './climate-traits.ts';
import type { GeneratorConstants, YearOptions } from './generator-constants.ts';
import { hoursOfYear } from './weather.ts';
import { centred, daily, days } from './weather-days.ts';
import { addEvents, dustDays } from './weather-events.ts';

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

/**
 * Draws what is particular to each day of a year.
 *
 * Temperature is a first-order autoregression with heat waves and cold surges. The daily range follows it, more so in warm
 * months; dew point follows temperature and shuns the range; clearness follows both.
 */
export function dailyDraws(climate: Climate, { constants, seed, pair, sign }: YearOptions): DailyDraws {
  const name = (what: string) => `weather/${climate.id}/${pair}/${what}`;
  const normals = (what: string, count = days) => {
    const out = new Float64Array(count);
    uniforms(stream(seed, name(what)), 0, out);
    for (let i = 0; i < count; i++) out[i] = sign * normalQuantile(out[i]!);
    return out;
  };
  const { memory } = constants;
  const traits = monthTraits(climate);
  const parts = {
    temperature: autoregression(normals('temperature'), memory.temperature),
    range: autoregression(normals('range'), memory.range),
    dewPoint: autoregression(normals('dew-point'), memory.dewPoint),
    clearness: autoregression(normals('clearness'), memory.clearness),
  };
  skewed(parts.temperature, related(traits, constants.skew));
  const starts = new Float64Array(days);
  uniforms(stream(seed, name('events')), 0, starts);
  addEvents(parts.temperature, starts, { warm: daily(monthlyWarmth(climate)), constants });
  const joint = joined(parts, traits, constants);
  skewed(joint.range, related(traits, constants.rangeSkew));
  skewed(joint.dewPoint, related(traits, constants.dewPointSkew));
  const dusty = dustDays(climate, starts, constants);
  for (let d = 0; d < days; d++) joint.clearness[d]! -= dusty[d]! * constants.dust.depth;
  return {
    ...joint,
    shift: normals('shift').map((z) => Math.min(2, Math.max(-2, z))),
    hours: autoregression(normals('hours', hoursOfYear), memory.hours),
    monthly: autoregression(normals('monthly', 12), 0.3),
    spread: spreads(traits, constants),
  };
}

type Parts = Pick<DailyDraws, 'temperature' | 'range' | 'dewPoint' | 'clearness'>;

/** Mixes independent draws until they correlate as the month asks for. */
function joined(parts: Parts, traits: readonly Traits[], constants: GeneratorConstants): Parts {
  const within = (most: number, months: readonly number[]) =>
    daily(months).map((rho) => Math.min(most, Math.max(-most, rho)));
  const follow = within(0.8, related(traits, constants.follow));
  const coupling = within(0.92, related(traits, constants.coupling));
  const sunny = within(0.7, related(traits, constants.sunny));
  const { rangeDewPoint, rangeClearness } = constants.joint;
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

function spreads(traits: readonly Traits[], constants: GeneratorConstants): DailyDraws['spread'] {
  const of = (relation: Partial<Relation>) => daily(related(traits, relation).map(Math.exp));
  return {
    temperature: of(constants.spread),
    range: of(constants.rangeSpread),
    dewPoint: of(constants.dewPointSpread),
  };
}

function autoregression(noise: Float64Array, phi: number): Float64Array {
  const scale = Math.sqrt(1 - phi * phi);
  for (let i = 1; i < noise.length; i++) noise[i] = phi * noise[i - 1]! + scale * noise[i]!;
  return noise;
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
