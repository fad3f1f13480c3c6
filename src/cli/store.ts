import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Assessment } from '../assessment/assessment.ts';
import { refuse } from './context.ts';
import type { Effects } from './effects.ts';
import { shown } from './options.ts';

/** A run as it is kept, with what the user called the dossier. */
export interface Kept {
  reference: string;
  assessment: Assessment;
}

const runId = /^st1-[0-9a-f]{12}$/;

const fileOf = (cwd: string, id: string) => join(cwd, '.sandtable', 'runs', `${id}.json`);

/** Keeps a run under `.sandtable/runs` of the working folder, for `diff` and `verify`; false where that is refused. */
export function keep(kept: Kept, { cwd }: Effects): boolean {
  const file = fileOf(cwd, kept.assessment.run.id);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, `${JSON.stringify(kept)}\n`);
    return true;
  } catch {
    return false;
  }
}

/** Writes a file so that it is there whole or not at all. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, content, { flag: 'wx' });
  renameSync(draft, file);
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
      ? `The run ${reference} was not made in this folder.`
      : `\`${shown(reference)}\` is neither a run id nor the JSON of a run.`,
    'Give a run id of this folder, or the file that `sandtable assess > run.json` wrote.',
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
