import type { Stats } from 'node:fs';
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import type { Fault } from '../errors/fault.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { type Message, say } from '../errors/message.ts';
import { didYouMean, listed } from '../errors/suggest.ts';
import { decodeText } from '../sources/text.ts';
import { digestOf } from './digest.ts';
import type { DataFiles, TextFile } from './files.ts';

/** Most files and bytes that one folder may hold. */
const most = { files: 500, bytes: 20_000_000, depth: 3 };

const plainName = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** What a dossier's folder holds, unchecked. */
export interface DossierFolder {
  folder: string;
  /** What it is called where it lies. */
  name: string;
  files: readonly TextFile[];
  /** Why some of it could not be read. */
  faults: readonly Fault[];
  /** Files and folders that are there but could not be read; the folder itself is ''. */
  unread: readonly string[];
}

/**
 * Reads the folder of a dossier, or says why there is none.
 *
 * @param folderOrId path of a folder, or the id of a dossier in one of `dossiersFolders`
 */
export function dossierFolder(
  folderOrId: string,
  dossiersFolders: readonly string[] = [],
): DossierFolder | Fault {
  const folder = findDossier(folderOrId, dossiersFolders);
  if (typeof folder !== 'string') return folder;
  const name = basename(resolve(folder));
  return hubFault(folder) ?? { folder, name, ...readFolder(folder, folder, ['sites', 'evidence']) };
}

/** The YAML files of a dossier as text, under the limits of `checkDossier`, and why others could not be read. */
export function dossierFiles(folder: string): { files: readonly TextFile[]; faults: readonly Fault[] } {
  const missing = hubFault(folder);
  return missing ? { files: [], faults: [missing] } : readFolder(folder, folder, ['sites', 'evidence']);
}

/** Ids of the dossiers in these folders, in alphabetical order. */
export function dossierIds(dossiersFolders: readonly string[]): string[] {
  const ids = dossiersFolders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).filter((name) => existsSync(join(folder, name, 'hub.yaml'))));
  return [...new Set(ids.filter((name) => plainName.test(name)))].sort();
}

/**
 * Reads every YAML file of a data folder, for the pure readers of chips, supply, sources and so on.
 *
 * @returns files whose paths begin with `data/`, and a digest that does not depend on where the folder lies
 * @throws SandtableError with every file that cannot be read
 */
export function loadData(dataFolder: string): DataFiles {
  if (!isFolder(dataFolder)) {
    const what = say('There is no data folder {folder}.', { folder: quoted(dataFolder) });
    throw new SandtableError(error('ST-D021', what, say('Check the path, or install Sandtable again.')));
  }
  const { files, faults } = readFolder(dataFolder, 'data', 'all');
  if (faults.length > 0) throw new SandtableError(faults);
  const named = files.map(({ path, text }) => ({ path: `data/${path}`, text }));
  return { files: named, digest: digestOf(named) };
}

/** The folder of a dossier, or why there is none. */
function findDossier(folderOrId: string, dossiersFolders: readonly string[]): string | Fault {
  if (plainName.test(folderOrId)) {
    for (const parent of dossiersFolders) {
      const folder = join(parent, folderOrId);
      if (hubFault(folder)?.code !== 'ST-D001') return folder;
    }
  }
  if (isFolder(folderOrId)) return folderOrId;
  const known = dossierIds(dossiersFolders);
  const list =
    known.length > 0
      ? say('Known are {names}.', { names: listed(known) })
      : say('Begin one: sandtable new my-hub.');
  const what = say('There is no dossier {name}.', { name: quoted(folderOrId) });
  return error('ST-D002', what, didYouMean(folderOrId, known) ?? list);
}

/** Why a folder is no dossier, or cannot be told to be one; undefined where it has a hub.yaml. */
function hubFault(folder: string): Fault | undefined {
  try {
    statSync(join(folder, 'hub.yaml'));
    return undefined;
  } catch (thrown) {
    return forbidden(thrown) ? unreadable(folder, thrown) : noHub(folder);
  }
}

/** Nothing else of such a folder is read: it may be any folder of the machine. */
function noHub(folder: string): Fault {
  const what = say('There is no hub.yaml in {folder}.', { folder: quoted(folder) });
  const fix = existsSync(join(folder, 'hub.yml'))
    ? say('Rename hub.yml to hub.yaml, as the other files.')
    : say('Check the folder, or begin a dossier: sandtable new my-hub.');
  return error('ST-D001', what, fix);
}

interface Reading {
  root: string;
  /** How messages call the folder. */
  shown: string;
  /** Subfolders that are read. */
  into: readonly string[] | 'all';
  files: TextFile[];
  faults: Fault[];
  /** Files and folders that are there but could not be read; the folder itself is ''. */
  unread: string[];
  bytes: number;
}

/** Reads the YAML files of a folder in alphabetical order; refuses links that lead out of it. */
function readFolder(
  folder: string,
  shown: string,
  into: readonly string[] | 'all',
): Pick<Reading, 'files' | 'faults' | 'unread'> {
  const reading: Reading = { root: folder, shown, into, files: [], faults: [], unread: [], bytes: 0 };
  readInto(reading, '', 1);
  const { files, faults, unread } = reading;
  return { files, faults, unread };
}

function readInto(reading: Reading, below: string, depth: number): void {
  for (const name of entriesOf(reading, below)) {
    const path = below === '' ? name : `${below}/${name}`;
    if (!isYaml(name) && !opens(reading, path, depth)) continue;
    const stats = statsOf(reading, path);
    if (stats?.isDirectory() && !isYaml(name)) readInto(reading, path, depth + 1);
    else if (stats && isYaml(name)) readFile(reading, path, stats);
    if (reading.faults.some(({ code }) => code === 'ST-D006')) return;
  }
}

function entriesOf(reading: Reading, below: string): string[] {
  try {
    return readdirSync(join(reading.root, below)).sort();
  } catch (thrown) {
    reading.faults.push(unreadable(below === '' ? reading.shown : `${reading.shown}/${below}`, thrown));
    reading.unread.push(below);
    return [];
  }
}

function isYaml(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/** Whether an entry that is no YAML file is a subfolder to read; one with a mistyped name is a fault. */
function opens({ into, shown, root, faults }: Reading, path: string, depth: number): boolean {
  if (into === 'all') return depth < most.depth && plainName.test(path.slice(path.lastIndexOf('/') + 1));
  if (depth > 1 || into.includes(path)) return depth === 1;
  const near = didYouMean(path, into);
  if (near && isFolder(join(root, path))) {
    const what = say('The folder {folder} is not read.', { folder: quoted(`${shown}/${path}`) });
    faults.push(error('ST-D005', what, near));
  }
  return false;
}

/** What an entry is, following a link only where it stays inside the folder. */
function statsOf(reading: Reading, path: string): Stats | undefined {
  const full = join(reading.root, path);
  try {
    const stats = lstatSync(full);
    if (!stats.isSymbolicLink()) return stats;
    const root = realpathSync(reading.root);
    const inside = realpathSync(full).startsWith(root.endsWith(sep) ? root : root + sep);
    if (inside) return statSync(full);
    const what = say('{path} is a link that leads out of the folder.', { path: quoted(path) });
    reading.faults.push(error('ST-D004', what, say('Copy what it points to into the folder.')));
  } catch (thrown) {
    reading.faults.push(unreadable(`${reading.shown}/${path}`, thrown));
  }
  reading.unread.push(path);
  return undefined;
}

function readFile(reading: Reading, path: string, stats: Stats): void {
  const { faults, files } = reading;
  const shown = `${reading.shown}/${path}`;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!name.endsWith('.yaml') || !plainName.test(name)) {
    const what = say('The file name {name} is not allowed.', { name: quoted(name) });
    const fix = say('Use lower-case letters, digits and hyphens, and the ending .yaml.');
    faults.push(error('ST-D003', what, fix));
    return;
  }
  reading.bytes += stats.size;
  if (files.length >= most.files || reading.bytes > most.bytes) {
    const what = say(
      '{folder} holds more than {files} YAML files or {megabytes} MB: reading stopped at {path}.',
      {
        folder: quoted(reading.shown),
        files: most.files,
        megabytes: most.bytes / 1e6,
        path: quoted(path),
      },
    );
    faults.push(error('ST-D006', what, say('Check that this is the folder you mean.')));
    reading.unread.push('');
    return;
  }
  try {
    if (!stats.isFile()) throw Object.assign(new Error('it is no file'), { code: 'EFTYPE' });
    const text = decodeText(readFileSync(join(reading.root, path)), shown);
    if (typeof text === 'string') {
      files.push({ path, text });
      return;
    }
    faults.push(text);
  } catch (thrown) {
    faults.push(unreadable(shown, thrown));
  }
  reading.unread.push(path);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const reasons: Record<string, Message> = {
  EACCES: say('you may not read it'),
  EPERM: say('you may not read it'),
  ENOENT: say('it leads nowhere'),
  ELOOP: say('its links go round in a circle'),
  EFTYPE: say('it is no file'),
};

function unreadable(path: string, thrown: unknown): Fault {
  const code = (thrown as { code?: string }).code ?? '';
  const reason = reasons[code] ?? (code || (thrown as Error).message);
  const fix = forbidden(thrown)
    ? say('Give yourself the right to read it and, if it is a folder, to open it (chmod u+rX).')
    : say('Check the file and its permissions.');
  return error('ST-D021', say('{path} cannot be read: {reason}.', { path: quoted(path), reason }), fix);
}

function forbidden(thrown: unknown): boolean {
  return ['EACCES', 'EPERM'].includes((thrown as { code?: string }).code ?? '');
}

/** A name in quotes, with characters that a terminal would act on escaped. */
function quoted(name: string): string {
  const shown = name.length > 200 ? `${name.slice(0, 197)}...` : name;
  return `\`${JSON.stringify(shown).slice(1, -1)}\``;
}
