import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Blend } from '../../src/site/cooling.ts';
import { coolingYear } from '../../src/site/cooling.ts';
import { type PlantKind, plantKinds } from '../../src/site/cooling-constants.ts';
import { type EpwFile, parseEpw } from '../../src/site/epw.ts';
import { coolingMiddles, type Grounds } from '../../src/site/grounds.ts';
import { emptyWeather, type Weather } from '../../src/site/weather.ts';
import { binned, binnedMeans, type WeatherBins } from '../../src/site/weather-bins.ts';

/** Hours of a file in cells of 1 K, as kept in data/published/hourly-bins.yaml. */
export interface KeptBins {
  id: string;
  altitude: number;
  pressure: number;
  /** `temperature depression hours` of every cell, rounded to 1 K. */
  cells: string;
}

export function keptBins(data: string): KeptBins[] {
  return parse(readFileSync(`${data}/published/hourly-bins.yaml`, 'utf8')).places;
}

export function unpacked({ cells, altitude, pressure }: KeptBins): WeatherBins {
  const rows = cells.split(';').map((cell) => cell.trim().split(' ').map(Number) as [number, number, number]);
  const out = emptyWeather({ latitude: 0, longitude: 0, altitude }, rows.length);
  out.pressure = pressure;
  const hours = rows.reduce((sum, row) => sum + row[2], 0);
  const weights = new Float64Array(rows.length);
  for (const [i, [t, depression, count]] of rows.entries()) {
    out.temperature[i] = t;
    out.wetBulb[i] = t - depression;
    weights[i] = count / hours;
  }
  return { cells: out, weights };
}

export function packed(id: string, weather: Weather): KeptBins {
  const counts = new Map<string, number>();
  for (let i = 0; i < weather.hours; i++) {
    const [t, w] = [weather.temperature[i]!, weather.wetBulb[i]!];
    const key = `${Math.round(t)} ${Math.round(t - w)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const cells = [...counts]
    .map(([key, count]) => `${key} ${count}`)
    .sort((a, b) => Number.parseFloat(a) - Number.parseFloat(b));
  return { id, altitude: weather.altitude, pressure: Math.round(weather.pressure), cells: cells.join('; ') };
}

const alone = (kind: PlantKind): Blend => ({ [kind]: 1 });

/** Yearly PUE of each plant from cells. */
export function pueFromBins(bins: WeatherBins, grounds: Grounds): Record<PlantKind, number> {
  const constants = coolingMiddles(grounds);
  const pairs = plantKinds.map((kind) => [kind, binnedMeans(bins, { constants, blend: alone(kind) }).pue]);
  return Object.fromEntries(pairs) as Record<PlantKind, number>;
}

/** The same from every hour. */
export function pueFromHours(weather: Weather, grounds: Grounds): Record<PlantKind, number> {
  const constants = coolingMiddles(grounds);
  const pairs = plantKinds.map((kind) => [
    kind,
    coolingYear(weather, { constants, blend: alone(kind) }).meanPue,
  ]);
  return Object.fromEntries(pairs) as Record<PlantKind, number>;
}

export const binnedFine = (weather: Weather): WeatherBins => binned(weather);

/** The EPW files of a folder, by the id of the climate nearest in name. */
export function filesIn(folder: string): { id: string; file: EpwFile }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.epw'))
    .map((name) => {
      const file = parseEpw(readFileSync(`${folder}/${name}`, 'latin1'));
      return { id: file.station.name.toLowerCase(), file };
    });
}
