import { readdirSync, readFileSync } from 'node:fs';
import type { TextFile } from '../../src/dossier/files.ts';
import type { KindRule } from '../../src/dossier/kind-rule.ts';
import { type ParseOptions, readDossier } from '../../src/dossier/parse.ts';
import { dimensions, money } from '../../src/units/dimension.ts';

export const folder = 'test/fixtures/dossier/minimal';

/** The files of the smallest dossier. */
export const minimal: readonly TextFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => ({ path, text: readFileSync(`${folder}/${path}`, 'utf8') }));

/** The same with one passage replaced. */
export function edited(path: string, from: string | RegExp, to: string): TextFile[] {
  const found = minimal.find((file) => file.path === path)!;
  const text = found.text.replace(from, to);
  if (text === found.text) throw new Error(`${path} does not hold ${from}`);
  return minimal.map((file) => (file.path === path ? { path, text } : file));
}

export const kinds: ReadonlyMap<string, KindRule> = new Map([
  ['approval', { findings: ['granted'], observed: [], per: [] }],
  ['tender', { findings: ['names-chip', 'unnamed'], observed: [], per: [] }],
  ['budget', { findings: [], observed: money, per: [dimensions.peakCompute] }],
  ['lit-capacity', { findings: [], observed: [dimensions.peakCompute], per: [] }],
]);

export const options: ParseOptions = {
  name: 'minimal',
  folder: 'minimal',
  kinds,
  chips: new Set(['h100-sxm5', 'h200-sxm', 'h20']),
};

/** Faults as `code file:line:column`, in order. */
export function placesOf(files: readonly TextFile[]): string[] {
  return readDossier(files, options).faults.map(({ code, place }) =>
    place ? `${code} ${place.file.replace('minimal/', '')}:${place.line}:${place.column}` : code,
  );
}

/** `file:line:column` of a passage of a file; the place is that of the sign ^ within it. */
export function placeAt(files: readonly TextFile[], path: string, passage: string): string {
  const { text } = files.find((file) => file.path === path)!;
  const at = text.indexOf(passage.replace('^', ''));
  if (at < 0) throw new Error(`${path} does not hold ${passage}`);
  const before = text.slice(0, at + passage.indexOf('^')).split('\n');
  return `${path}:${before.length}:${before.at(-1)!.length + 1}`;
}
