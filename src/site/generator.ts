import type { Climate } from './climate.ts';
import type { GeneratorOptions, YearOptions } from './generator-constants.ts';
import { emptyWeather, fillWetBulb, hoursOfYear, type Weather } from './weather.ts';
import { fillHumidity, fillWind } from './weather-air.ts';
import { dailyNormals } from './weather-days.ts';
import { dailyDraws, temperatureResiduals } from './weather-draws.ts';
import { dailyClearness, fillSunshine } from './weather-sky.ts';
import { fillTemperature } from './weather-temperature.ts';

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
  const { years = 1 } = options;
  const all = emptyWeather(climate, years * hoursOfYear);
  for (let year = 0; year < years; year++) {
    const pair = year >> 1;
    const one = yearOf(climate, { ...options, pair, sign: year % 2 === 0 ? 1 : -1 });
    for (const name of ['temperature', 'humidity', 'wetBulb', 'wind', 'global', 'diffuse'] as const) {
      all[name].set(one[name], year * hoursOfYear);
    }
  }
  return all;
}

function yearOf(climate: Climate, options: YearOptions): Weather {
  const out = emptyWeather(climate);
  const normals = dailyNormals(climate);
  const drawn = dailyDraws(climate, options);
  const clearness = dailyClearness(climate, drawn.clearness);
  const residual = temperatureResiduals(drawn, options);
  fillTemperature(out, { normals, residual, drawn, climate, constants: options.constants });
  fillHumidity(out, { climate, drawn });
  fillWetBulb(out);
  fillWind(out, climate, options);
  fillSunshine(out, climate, clearness);
  return out;
}
