import { readFileSync } from 'node:fs';
import { SandtableError } from '../../src/errors/fault.ts';
import { written } from '../../src/errors/message.ts';
import { didYouMean } from '../../src/errors/suggest.ts';
import { atAltitude, type Climate } from '../../src/site/climate.ts';
import { greatCircle } from '../../src/site/climate-file.ts';
import { parseEpw } from '../../src/site/epw.ts';
import { generateWeather } from '../../src/site/generator.ts';
import type { Grounds } from '../../src/site/grounds.ts';
import type { Weather } from '../../src/site/weather.ts';

/** Where a row says that it is: a climate by id or name, coordinates, or an EPW file. */
export interface Where {
  place?: unknown;
  latitude?: unknown;
  longitude?: unknown;
  /** m */
  altitude?: unknown;
  weather?: unknown;
  country?: unknown;
}

/** A row's climate. */
export interface Located {
  /** What its hours are of: id of a climate, with its altitude where moved, or path of a file. */
  key: string;
  /** Id of the climate that stands for it; the nearest one's where it brings its own hours. */
  place?: string;
  country?: string;
  weather(): Weather;
  /** How it was found, where that was not by the id of a climate. */
  how?: string;
}

/** A climate farther away than this says nothing of a place [km]. */
const farthest = 400;

/** What of a row's place is missing or cannot be used, and what to do. */
export class WhereError extends Error {}

/**
 * Finds the climate of a row.
 *
 * @throws WhereError
 */
export function locate(row: Where, grounds: Grounds): Located {
  const country = countryOf(row);
  const found =
    row.weather !== undefined
      ? byFile(row.weather, grounds)
      : row.place !== undefined
        ? byName(row.place, row, grounds)
        : byCoordinates(row, grounds);
  return country === undefined ? found : { ...found, country };
}

function countryOf({ country }: Where): string | undefined {
  if (country === undefined) return undefined;
  if (typeof country === 'string' && /^[A-Z]{2}$/.test(country)) return country;
  throw new WhereError(`\`country\` ${shown(country)} is no code of two capitals. Write DE, JP or US`);
}

function byFile(path: unknown, grounds: Grounds): Located {
  let weather: Weather;
  try {
    weather = parseEpw(readFileSync(String(path), 'latin1')).weather;
  } catch (problem) {
    const why =
      problem instanceof SandtableError
        ? problem.faults[0]!.what.replace(/\.$/, '')
        : ((problem as NodeJS.ErrnoException).code ?? 'it cannot be read');
    throw new WhereError(
      `The weather file ${shown(path)} cannot be used: ${why}. Give the path of an EPW file, seen from where the command runs`,
    );
  }
  const { climate, distance } = nearest(weather, grounds);
  const near = distance <= farthest ? { place: climate.id, ...countryIn(climate) } : {};
  return { key: String(path), ...near, weather: () => weather, how: `the hours of ${String(path)}` };
}

function byName(name: unknown, { altitude }: Where, grounds: Grounds): Located {
  const wanted = String(name).trim().toLowerCase();
  const climates = [...grounds.climates.values()];
  const climate = climates.find((one) =>
    [one.id, ...Object.values(one.name)].some((other) => other?.toLowerCase() === wanted),
  );
  if (climate) {
    const how = climate.id === name ? undefined : `\`${climate.id}\` by its name`;
    return ofClimate(climate, altitude, { grounds, ...(how && { how }) });
  }
  const near = didYouMean(wanted, grounds.climates.keys());
  throw new WhereError(
    `No climate \`${String(name)}\`. ${near ? `${written(near)} Or give` : 'Give'} \`latitude\` and \`longitude\`, or \`weather\` with an EPW file`,
  );
}

function byCoordinates({ latitude, longitude, altitude }: Where, grounds: Grounds): Located {
  if (latitude === undefined && longitude === undefined) {
    throw new WhereError(
      'No place. Give `place` (a climate of data/regions or data/published), `latitude` and `longitude`, or `weather` with an EPW file',
    );
  }
  if (!within(latitude, 90) || !within(longitude, 180)) {
    throw new WhereError(
      `Latitude ${shown(latitude)} and longitude ${shown(longitude)} are no place. Write \`latitude\` within ±90 and \`longitude\` within ±180, north and east positive`,
    );
  }
  const { climate, distance } = nearest({ latitude, longitude }, grounds);
  if (distance > farthest) {
    throw new WhereError(
      `The nearest climate, \`${climate.id}\`, is ${Math.round(distance)} km away: too far, above ${farthest} km. Give \`weather\` with an EPW file`,
    );
  }
  return ofClimate(climate, altitude, { grounds, how: `\`${climate.id}\`, ${Math.round(distance)} km away` });
}

function ofClimate(
  climate: Climate,
  altitude: unknown,
  { grounds, how }: { grounds: Grounds; how?: string },
): Located {
  const base = { place: climate.id, ...countryIn(climate) };
  if (altitude === undefined) {
    return { key: climate.id, ...base, weather: () => typicalWeather(climate, grounds), ...(how && { how }) };
  }
  if (typeof altitude !== 'number' || altitude < -450 || altitude > 5500) {
    throw new WhereError(
      `\`altitude\` ${shown(altitude)} is none. Write metres above the sea, −450 to 5,500, or leave it out`,
    );
  }
  const key = `${climate.id}@${altitude}`;
  const moved = { ...atAltitude(climate, altitude), id: key };
  return {
    key,
    ...base,
    weather: () => typicalWeather(moved, grounds),
    how: `${how ?? `\`${climate.id}\``}, moved from ${climate.altitude} m to ${altitude} m`,
  };
}

const countryIn = ({ country }: Climate) => (country === undefined ? {} : { country });

function nearest(at: { latitude: number; longitude: number }, { climates }: Grounds) {
  const all = [...climates.values()].map((climate) => ({ climate, distance: greatCircle(climate, at) }));
  return all.reduce((best, one) => (one.distance < best.distance ? one : best));
}

const within = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= most;

const shown = (value: unknown) => (value === undefined ? 'nothing' : `\`${String(value)}\``);

const weathers = new Map<string, Weather>();

/** Two mirrored typical years of a climate. */
export function typicalWeather(climate: Climate, { generator }: Grounds): Weather {
  const known = weathers.get(climate.id);
  if (known) return known;
  const made = generateWeather(climate, { constants: generator, seed: 1, years: 2, typical: true });
  weathers.set(climate.id, made);
  return made;
}
