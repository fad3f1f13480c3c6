import { readdirSync, readFileSync } from 'node:fs';
import { SandtableError } from '../../src/errors/fault.ts';
import { type Climate, monthDays, monthOfDay } from '../../src/site/climate.ts';
import { parseEpw } from '../../src/site/epw.ts';
import type { Weather } from '../../src/site/weather.ts';

/** Monthly rows of one year of hours: what normals of that year would be. */
export function normalsOf(id: string, weather: Weather): Climate {
  const { latitude, longitude, altitude } = weather;
  const mean = (column: Float64Array) => byMonth(daysOf(column, (day) => sum(day) / 24));
  const least = (day: Float64Array) => day.reduce((a, b) => Math.min(a, b));
  const most = (day: Float64Array) => day.reduce((a, b) => Math.max(a, b));
  return {
    id,
    name: { en: id },
    latitude,
    longitude,
    altitude,
    temperature: mean(weather.temperature),
    dailyMax: byMonth(daysOf(weather.temperature, most)),
    dailyMin: byMonth(daysOf(weather.temperature, least)),
    humidity: mean(weather.humidity),
    wind: mean(weather.wind),
    irradiation: byMonth(daysOf(weather.global, sum)),
    citation: { basis: 'derived', sources: [] },
  };
}

const sum = (column: Float64Array) => column.reduce((a, b) => a + b, 0);

function daysOf(column: Float64Array, of: (day: Float64Array) => number): number[] {
  return Array.from(monthOfDay, (_, d) => of(column.subarray(24 * d, 24 * d + 24)));
}

function byMonth(days: readonly number[]): number[] {
  const sums = new Float64Array(12);
  days.forEach((value, d) => {
    sums[monthOfDay[d]!]! += value;
  });
  return Array.from(sums, (all, m) => all / monthDays[m]!);
}

/** The weather files of a folder that can be read, and how many cannot. */
export function stationsIn(folder: string): { files: { id: string; weather: Weather }[]; refused: number } {
  const names = readdirSync(folder).filter((name) => name.endsWith('.epw'));
  const files = names.flatMap((name) => {
    try {
      return [{ id: name, weather: parseEpw(readFileSync(`${folder}/${name}`, 'latin1')).weather }];
    } catch (thrown) {
      if (thrown instanceof SandtableError) return [];
      throw thrown;
    }
  });
  return { files, refused: names.length - files.length };
}
