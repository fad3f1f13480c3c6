import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Catalogue } from '../../src/chips/chip.ts';
import { findChip } from '../../src/chips/find.ts';
import { written } from '../../src/errors/message.ts';
import { didYouMean } from '../../src/errors/suggest.ts';
import { type Grounds, parseGrounds } from '../../src/site/grounds.ts';
import { type PowerKind, powerKinds } from '../../src/site/power-kinds.ts';
import { locate, WhereError } from './located.ts';
import { keyFault, powerFault, pueFault, rowsIn, statementFault } from './rows.ts';

/** A disclosed yearly PUE, and WUE where there is one [L/kWh]. */
export interface PublishedPue {
  id: string;
  name: string;
  operator: string;
  /** What is built there; left out where nobody knows. */
  class?: string;
  /** A climate by id or name; else coordinates, or an EPW file. */
  place?: string;
  latitude?: number;
  longitude?: number;
  /** m */
  altitude?: number;
  /** Path of an EPW file. */
  weather?: string;
  /** ISO 3166-1 alpha-2; that of the climate where left out. */
  country?: string;
  year?: number;
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
  if (!file) return read(data, 'pue.yaml');
  const { sites, statements = [] } = rowsIn('--sites', file);
  return { sites: sites.map(labelled), statements };
}

/** A row with an id and a name: its number and where it is, where it states none. */
function labelled(written: PublishedPue, i: number): PublishedPue {
  const row = typeof written === 'object' && written !== null ? written : ({} as PublishedPue);
  const at = row.place ?? row.weather ?? `${row.latitude}, ${row.longitude}`;
  return { ...row, id: String(row.id ?? `row ${i + 1}`), name: String(row.name ?? `${row.operator}, ${at}`) };
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

/** The sites that can be scored: whose place, class where stated, and figures are of use. */
export function siftedSites(rows: readonly PublishedPue[], grounds: Grounds): Sifted<PublishedPue> {
  return sifted(rows, (row) => {
    const { operator, class: of } = row;
    if (typeof operator !== 'string' || operator.trim() === '') {
      return 'no `operator`. A row is { operator: aws, place: frankfurt, year: 2024, pue: 1.2, wue: 0.1 }';
    }
    return keyFault(row) ?? classFault(of, grounds) ?? pueFault(row) ?? placeFault(row, grounds) ?? false;
  });
}

/** The statements whose climate and class are known. */
export function siftedStatements(rows: readonly PueStatement[], grounds: Grounds): Sifted<PueStatement> {
  return sifted(rows, (row) => {
    if (!grounds.climates.has(row.place)) return `no climate \`${row.place}\``;
    return classFault(row.class, grounds) ?? statementFault(row) ?? false;
  });
}

function classFault(of: string | undefined, { classes }: Grounds): string | undefined {
  if (of === undefined || classes.has(of)) return undefined;
  const near = didYouMean(of, classes.keys());
  const known = near ? written(near) : `Classes are ${[...classes.keys()].join(', ')}.`;
  return `no class \`${of}\`. ${known} Without \`class\` a rule gives one`;
}

function placeFault(row: PublishedPue, grounds: Grounds): string | undefined {
  try {
    locate(row, grounds);
    return undefined;
  } catch (problem) {
    if (problem instanceof WhereError) return problem.message;
    throw problem;
  }
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
