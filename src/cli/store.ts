import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Assessment } from '../assessment/assessment.ts';
import { say, type Words } from '../errors/message.ts';
import { refuse } from './context.ts';
import type { Effects } from './effects.ts';
import { shown } from './options.ts';

/** A run as it is kept, with what the user called the dossier. */
export interface Kept {
  reference: string;
  assessment: Assessment;
}

const runId = /^st1-[0-9a-f]{12}$/;

/** Whether a text has the form of a run id. */
export const isRunId = (text: string): boolean => runId.test(text);

const fileOf = (cwd: string, id: string) => join(cwd, '.sandtable', 'runs', `${id}.json`);

/** Keeps a run under `.sandtable/runs` of the working folder, for `diff` and `verify`; false where that is refused. */
export function keep(kept: Kept, { cwd }: Pick<Effects, 'cwd'>): boolean {
  const file = fileOf(cwd, kept.assessment.run.id);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, `${JSON.stringify(kept)}\n`);
    return true;
  } catch {
    return false;
  }
}

/** Writes a file so that it is there whole or not at all; a device, a pipe or a link is written to, not replaced. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const there = lstatSync(file, { throwIfNoEntry: false });
  if (there && !there.isFile()) {
    writeFileSync(file, content);
    return;
  }
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, content, { flag: 'wx' });
    renameSync(draft, file);
  } catch (problem) {
    rmSync(draft, { force: true });
    throw problem;
  }
}

/**
 * Refuses a file that could not be written, before anything is computed for it.
 *
 * @throws SandtableError ST-X014
 */
export function checkOutput(output: string | undefined, { cwd }: Effects): void {
  if (output === undefined) return;
  const file = resolve(cwd, output);
  const reason = unwritable(file);
  if (reason)
    refuse(
      'ST-X014',
      say('`{path}` cannot be written: {reason}.', { path: shown(output), reason }),
      say('Check the path.'),
    );
}

function unwritable(file: string): Words | null {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) return say('it is a folder');
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() === false) return null;
  const folder = dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return say('there is no such folder');
  try {
    accessSync(folder, constants.W_OK);
    return null;
  } catch {
    return say('you may not write there');
  }
}

/** The kept run with this id, or null. */
export function kept(id: string, { cwd }: Effects): Kept | null {
  if (!runId.test(id)) return null;
  try {
    return read(fileOf(cwd, id));
  } catch {
    return null;
  }
}

/**
 * A run by its id, or by the path of its JSON.
 *
 * @throws SandtableError ST-X007
 */
export function findRun(reference: string, effects: Effects): Kept {
  const known = kept(reference, effects);
  if (known) return known;
  const isId = runId.test(reference);
  if (!isId) {
    const found = fromFile(resolve(effects.cwd, reference));
    if (found) return found;
  }
  return refuse(
    'ST-X007',
    isId
      ? say('The run {id} was not made in this folder.', { id: reference })
      : say('`{text}` is neither a run id nor the JSON of a run.', { text: shown(reference) }),
    say('Give a run id of this folder, or the file that `sandtable assess > run.json` wrote.'),
  );
}

function fromFile(path: string): Kept | null {
  try {
    return read(path);
  } catch {
    return null;
  }
}

function read(path: string): Kept | null {
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof json !== 'object' || json === null) return null;
  if ('assessment' in json && 'reference' in json) return json as Kept;
  if (!('run' in json) || !('questions' in json) || !('hub' in json)) return null;
  const assessment = json as unknown as Assessment;
  return { reference: assessment.hub.id, assessment };
}
