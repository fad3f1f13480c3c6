import { z } from 'zod';
import type { DataFile } from '../chips/catalogue.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import { error, type Fault } from '../errors/fault.ts';
import { checkCitation, citationKeys } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import { text } from '../sources/fields.ts';
import type { GeneratorConstants } from './generator-constants.ts';

/** Constants of every section of data/plants/weather.yaml: plain numbers, as those of relations may be below zero. */
const sections = {
  spread: [
    'one',
    'halfRange',
    'season',
    'season2',
    'dampSeason',
    'middle',
    'middleSeason',
    'latitude',
    'latitudeSeason',
    'windSeason',
  ],
  rangeSpread: ['one', 'range', 'clearness', 'temperature2', 'slope', 'humidity'],
  dewPointSpread: [
    'one',
    'halfRange',
    'season',
    'season2',
    'humidity',
    'dampSeason',
    'dewPoint2',
    'moistening',
  ],
  skew: ['one', 'season', 'temperature2', 'humidity'],
  rangeSkew: ['one', 'season'],
  dewPointSkew: ['one', 'season'],
  follow: ['one', 'season', 'clearness', 'humidity', 'range'],
  coupling: ['one', 'humidity', 'season', 'slope', 'halfRange'],
  sunny: ['one', 'season'],
  joint: ['rangeDewPoint', 'rangeClearness'],
  memory: ['temperature', 'range', 'dewPoint', 'clearness', 'hours'],
  course: ['start', 'lag', 'decay', 'jitter', 'rough'],
  heatWave: ['number', 'depth', 'days'],
  coldSurge: ['number', 'depth', 'days'],
  dust: ['number', 'depth', 'days'],
  wind: ['shape', 'memory', 'afternoon'],
  years: ['spread'],
} as const;

type Name = keyof typeof sections;

const schema = z.strictObject(
  Object.fromEntries(Object.entries(sections).map(([name, keys]) => [name, section(keys)])),
);

function section(keys: readonly string[]) {
  const numbers = Object.fromEntries(keys.map((key) => [key, z.number()]));
  return z
    .strictObject({ ...numbers, ...citationKeys, note: text.optional() })
    .superRefine((value, ctx) => checkCitation(value as unknown as Parameters<typeof checkCitation>[0], ctx));
}

/**
 * Reads the constants of the weather generator.
 *
 * @returns the constants, absent where the file is missing or broken, and the faults (ST-P003)
 */
export function parseGenerator(
  files: readonly DataFile[],
  sources?: ReadonlySet<string>,
): { generator?: Omit<GeneratorConstants, 'departures'>; faults: readonly Fault[] } {
  const [file] = files;
  if (!file) {
    return { faults: [error('ST-P003', 'No constants of the weather generator.', 'Restore weather.yaml.')] };
  }
  const { value, faults, placeOf } = readDocument(file.text, file.path, schema);
  const all = [...faults, ...unknownSources(value, placeOf, sources)];
  if (!value) return { faults: all };
  const read = value as unknown as Record<Name, Record<string, number>>;
  const pairs = Object.entries(sections).map(([name, keys]) => {
    const from = read[name as Name];
    return [name, Object.fromEntries(keys.map((key) => [key, from[key]]))];
  });
  const { years, ...rest } = Object.fromEntries(pairs);
  return { generator: { ...rest, yearly: years.spread } as GeneratorConstants, faults: all };
}
