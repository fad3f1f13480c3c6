import { createHash } from 'node:crypto';
import { z } from 'zod';
import { filePath } from '../dossier/file-path.ts';
import type { TextFile } from '../dossier/files.ts';
import { dossierFiles } from '../dossier/folder.ts';
import { error, type Fault, SandtableError, wordsOf } from '../errors/fault.ts';
import { mapped, say, type Words } from '../errors/message.ts';
import { didYouMean, listed } from '../errors/suggest.ts';
import { largestFile } from '../sources/text.ts';
import type { Home, House } from './house.ts';
import { refuse } from './problem.ts';

/** What a dossier may be called. */
export const dossierId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'write it in small letters, digits and hyphens, such as `my-hub`')
  .meta({ description: 'id of a dossier' });

/** A text that can be a file of a dossier: no larger than what is read again. */
export const fileText = z
  .string()
  .max(largestFile)
  .refine((text) => Buffer.byteLength(text) <= largestFile, `a file has at most ${largestFile / 1e6} MB`);

/** Version of a text: two texts with the same version are the same. */
export function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}

/**
 * Where a dossier lies.
 *
 * @throws SandtableError ST-X004
 */
export function homeOf(house: House, id: string): Home {
  const homes = house.homes();
  const home = homes.find((one) => one.id === id);
  if (home) return home;
  const ids = homes.map((one) => one.id);
  const what = say('There is no dossier {name}.', { name: quoted(id) });
  return refuse('ST-X004', what, didYouMean(id, ids) ?? say('Known are {names}.', { names: listed(ids) }));
}

/** Files of a dossier that assessments read, with what could not be read; outcomes are not among them. */
export function textsOf(home: Home): { files: readonly TextFile[]; faults: readonly Fault[] } {
  const { files, faults } = dossierFiles(home.folder);
  return { files, faults: faults.map((fault) => nearer(fault, home)) };
}

/** The path of a file as an address gave it. */
export function requireFilePath(path: string): string {
  if (filePath.test(path) && path.length <= 200) return path;
  const what = say('{path} cannot be a file of a dossier.', { path: quoted(path) });
  return refuse('ST-H011', what, say('Write for example {example}.', { example: '`evidence/tenders.yaml`' }));
}

const quoted = (text: string) => `\`${text.replace(/[^\x20-\x7e]/g, '?').slice(0, 80)}\``;

/**
 * The user's own dossier.
 *
 * @throws SandtableError ST-X004, ST-H010
 */
export function requireOwn(house: House, id: string): Home {
  const home = homeOf(house, id);
  if (home.origin === 'own') return home;
  throw new SandtableError(
    error(
      'ST-H010',
      say('`{id}` came with Sandtable and is not changed.', { id }),
      say('Make a copy and change that.'),
    ),
  );
}

/** Messages call files as seen from the dossier, not by their place on this machine. */
function nearer(fault: Fault, { folder, id }: Home): Fault {
  const { code, place } = fault;
  const near = (words: Words) => mapped(words, (text) => text.replaceAll(folder, id));
  const { what, fix } = wordsOf(fault);
  return { ...fault, ...error(code, near(what), fix, { ...(place && { place }) }) };
}
