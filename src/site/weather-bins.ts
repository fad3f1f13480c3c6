import { type CoolingOptions, coolingYear } from './cooling.ts';
import { emptyWeather, type Weather } from './weather.ts';

/** Hours gathered in cells of dry and wet bulb, each with the means of its hours: what a yearly PUE needs. */
export interface WeatherBins {
  /** One entry a cell, in place of an hour. */
  cells: Weather;
  /** Share of the hours in each cell. */
  weights: Float64Array;
}

/**
 * Gathers the hours of a weather in cells of dry bulb and wet-bulb depression.
 *
 * @param width of a cell [K]
 */
export function binned(weather: Weather, width = 1): WeatherBins {
  const cells = new Map<number, { t: number; w: number; count: number }>();
  for (let i = 0; i < weather.hours; i++) {
    const [t, w] = [weather.temperature[i]!, weather.wetBulb[i]!];
    const key = Math.round(t / width) * 4096 + Math.round((t - w) / width);
    const cell = cells.get(key);
    if (cell) {
      cell.t += t;
      cell.w += w;
      cell.count++;
    } else cells.set(key, { t, w, count: 1 });
  }
  const out = emptyWeather(weather, cells.size);
  out.pressure = weather.pressure;
  const weights = new Float64Array(cells.size);
  let i = 0;
  for (const { t, w, count } of cells.values()) {
    out.temperature[i] = t / count;
    out.wetBulb[i] = w / count;
    weights[i++] = count / weather.hours;
  }
  return { cells: out, weights };
}

/** Mean PUE and WUE [L/kWh] over the cells. */
export function binnedMeans(
  { cells, weights }: WeatherBins,
  options: CoolingOptions,
): { pue: number; wue: number } {
  const { pue, wue } = coolingYear(cells, options);
  let [p, w] = [0, 0];
  for (let i = 0; i < weights.length; i++) {
    p += weights[i]! * pue[i]!;
    w += weights[i]! * wue[i]!;
  }
  return { pue: p, wue: w };
}
