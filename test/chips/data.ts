import { readdirSync, readFileSync } from 'node:fs';
import { parseCatalogue } from '../../src/chips/catalogue.ts';
import { parseSources } from '../../src/sources/source-file.ts';

/** The YAML files of a folder of `data/`. */
export function dataFiles(folder: string): { path: string; text: string }[] {
  const root = new URL(`../../data/${folder}/`, import.meta.url);
  return readdirSync(root)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: `data/${folder}/${name}`, text: readFileSync(new URL(name, root), 'utf8') }));
}

export const sourceIds = parseSources(dataFiles('sources')).ids;

export const { catalogue: parsed, faults } = parseCatalogue(dataFiles('chips'), sourceIds);
export const catalogue = parsed!;

/** Days since 1970-01-01 of a calendar day. */
export function day(text: string): number {
  return Date.parse(text) / 86_400_000;
}
