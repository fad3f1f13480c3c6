import type { Climate } from './climate.ts';
import type { GeneratorConstants, GeneratorOptions, YearOptions } from './generator-constants.ts';
import { dewPoint, saturationPressure } from './psychrometrics.ts';
import { emptyWeather, hoursOfYear, type Weather } from './weather.ts';
import { fillMoisture, fillWind } from './weather-air.ts';
import { type DailyNormals, daily, dailyNormals } from './weather-days.ts';
import { type DailyRelations, dailyDraws, dailyRelations, temperatureResiduals } from './weather-draws.ts';
import { dailyClearness, fillSunshine, type Sky, skyOf } from './weather-sky.ts';
import { type DayCourses, dayCourses, fillTemperature } from './weather-temperature.ts';

/**
 * Hourly years of a place from its monthly normals alone.
 *
 * Daily means are normals plus a first-order autoregression with heat waves and cold surges; the day's course runs
 * between minimum at sunrise and maximum in mid-afternoon, with a range that follows the day's clearness; dew point is an
 * autoregression of its own, shifted so that each month has its mean relative humidity; wind is Weibull; sunshine
 * follows Collares-Pereira and Rabl within the day and Erbs for its diffuse part (after Knight, Klein and Duffie 1991).
 *
 * @returns one column set of `years` times 8,760 hours
 */
export function generateWeather(climate: Climate, options: GeneratorOptions): Weather {
  const { years = 1, constants } = options;
  const all = emptyWeather(climate, years * hoursOfYear);
  const setting = settingOf(climate, constants);
  for (let year = 0; year < years; year++) {
    const sign = year % 2 === 0 ? 1 : -1;
    fillYear(yearOf(all, year), setting, { ...options, pair: year >> 1, sign });
  }
  return all;
}

/** What all years of a place share. */
interface Setting {
  climate: Climate;
  normals: DailyNormals;
  dewPoint: Float64Array;
  sky: Sky;
  courses: DayCourses;
  relations: DailyRelations;
}

function settingOf(climate: Climate, constants: GeneratorConstants): Setting {
  const normals = dailyNormals(climate);
  const sky = skyOf(climate);
  const dews = climate.temperature.map((t, m) => dewPoint(climate.humidity[m]! * saturationPressure(t)));
  return {
    climate,
    normals,
    dewPoint: daily(dews),
    sky,
    courses: dayCourses(sky, normals, constants.course),
    relations: dailyRelations(climate, constants),
  };
}

/** A view of the hours of one year. */
function yearOf(all: Weather, year: number): Weather {
  const of = (column: Float64Array) => column.subarray(year * hoursOfYear, (year + 1) * hoursOfYear);
  return {
    ...all,
    hours: hoursOfYear,
    temperature: of(all.temperature),
    wetBulb: of(all.wetBulb),
    humidity: of(all.humidity),
    wind: of(all.wind),
    global: of(all.global),
    diffuse: of(all.diffuse),
  };
}

function fillYear(out: Weather, setting: Setting, options: YearOptions): void {
  const { climate, normals, sky, courses, relations } = setting;
  const drawn = dailyDraws(relations, options);
  const residual = temperatureResiduals(drawn, options);
  fillTemperature(out, { normals, courses, residual, drawn, climate });
  fillMoisture(out, { climate, normal: setting.dewPoint, drawn });
  fillWind(out, climate, options);
  fillSunshine(out, sky, dailyClearness(climate, sky, drawn.clearness));
}
