import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Catalogue } from '../../src/chips/chip.ts';
import { findChip } from '../../src/chips/find.ts';
import { type Grounds, parseGrounds } from '../../src/site/grounds.ts';
import { type PowerKind, powerKinds } from '../../src/site/power-kinds.ts';
import { powerFault, pueFault, rowsIn, statementFault } from './rows.ts';

/** A disclosed yearly PUE, and WUE where there is one [L/kWh]. */
export interface PublishedPue {
  id: string;
  name: string;
  operator: string;
  /** What is built there; left out where nobody knows. */
  class?: string;
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

/** A count of accelerators and a power, of a kind of number. */
export interface PublishedPower {
  id: string;
  name: string;
  chip: string;
  count?: number;
  equivalents?: number;
  mw: number;
  kind: PowerKind;
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
  const { sites, statements = [] } = file ? rowsIn('--sites', file) : read(data, 'pue.yaml');
  return { sites, statements };
}

/** @param file another file of the same form */
export function publishedPowers(data: string, file?: string): PublishedPower[] {
  return (file ? rowsIn('--powers', file) : read(data, 'power.yaml')).sites;
}

/** What of some rows the model knows, and why it leaves the others out. */
export interface Sifted<T> {
  rows: T[];
  left: string[];
}

function sifted<T extends { id: string }>(rows: readonly T[], whyNot: (row: T) => string | false): Sifted<T> {
  const left = rows.flatMap((row) => {
    const why = whyNot(row);
    return why ? [`${row.id}: ${why}`] : [];
  });
  return { rows: rows.filter((row) => !whyNot(row)), left };
}

/** The sites whose climate and class are known. */
export function siftedSites<
  T extends { id: string; place: string; class?: string; pue?: unknown; wue?: unknown },
>(rows: readonly T[], { climates, classes }: Grounds): Sifted<T> {
  return sifted(rows, (row) => {
    const { place, class: of } = row;
    if (!climates.has(place)) return `no climate \`${place}\``;
    if (of !== undefined && !classes.has(of)) return `no class \`${of}\``;
    return ('below' in row ? statementFault(row) : pueFault(row)) ?? false;
  });
}

/** The powers whose chip and kind of number are known. */
export function siftedPowers(rows: readonly PublishedPower[], catalogue: Catalogue): Sifted<PublishedPower> {
  return sifted(rows, (row) => {
    const { chip, kind } = row;
    if (!findChip(catalogue, chip)) return `no chip \`${chip}\``;
    if (!powerKinds.includes(kind)) return `no kind of number \`${kind}\``;
    return powerFault(row) ?? false;
  });
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
