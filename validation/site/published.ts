import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Grounds, parseGrounds } from '../../src/site/grounds.ts';

/** A disclosed yearly PUE, and WUE where there is one [L/kWh]. */
export interface PublishedPue {
  id: string;
  name: string;
  operator: string;
  class: string;
  place: string;
  year: number;
  pue: number;
  wue?: number;
}

/** A single statement about one plant; `below` is a bound. */
export interface PueStatement {
  id: string;
  name: string;
  place: string;
  plant?: string;
  class?: string;
  year: number;
  pue?: number;
  below?: number;
  wue?: number;
}

/** Statistics of a place's own hourly file. */
export interface PlaceStatistics {
  id: string;
  t996: number;
  t1: number;
  wetBulb996: number;
  above27: number;
}

const read = (data: string, name: string) => parse(readFileSync(`${data}/published/${name}`, 'utf8'));

/** @param file another file of the same form, such as one with sites that the model has not seen */
export function publishedPue(
  data: string,
  file?: string,
): { sites: PublishedPue[]; statements: PueStatement[] } {
  const { sites, statements = [] } = file ? parse(readFileSync(file, 'utf8')) : read(data, 'pue.yaml');
  return { sites, statements };
}

export function placeStatistics(data: string): PlaceStatistics[] {
  return read(data, 'weather.yaml').places;
}

/** The grounds as they are on disk. */
export function groundsIn(data: string): Grounds {
  const files = ['regions', 'plants', 'published'].flatMap((folder) =>
    readdirSync(`${data}/${folder}`).map((name) => {
      const path = `data/${folder}/${name}`;
      return { path, text: readFileSync(`${data}/${folder}/${name}`, 'utf8') };
    }),
  );
  return parseGrounds(files);
}
