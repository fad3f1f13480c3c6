import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { say } from '../errors/message.ts';
import { refuse } from './context.ts';
import { shown } from './options.ts';
import { systemError } from './system-error.ts';

/** Names that Windows keeps for its devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

const idForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/**
 * Refuses what cannot be the id of a dossier.
 *
 * @throws SandtableError ST-X013
 */
export function checkId(id: string): void {
  if (idForm.test(id) && id.length <= 64 && !reserved.test(id)) return;
  const near = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  const other = reserved.test(near) ? `${near}-hub` : near || 'my-hub';
  const fix = say('Write for example: sandtable new {id}', { id: other.slice(0, 64) });
  refuse('ST-X013', say('`{id}` cannot be the id of a dossier.', { id: shown(id) }), fix);
}

/**
 * Writes all files next to the folder, then gives it its name in one step: there whole, or not at all.
 *
 * @throws SandtableError ST-X012 where something is called so, ST-X014 where it cannot be written
 */
export function writeFolder(
  id: string,
  files: Readonly<Record<string, string>>,
  { cwd }: { cwd: string },
): void {
  const folder = resolve(cwd, id);
  if (existsSync(folder)) {
    refuse(
      'ST-X012',
      say('There is already something called `{id}` here.', { id }),
      say('Choose another name, or move it away.'),
    );
  }
  let draft: string | undefined;
  try {
    draft = mkdtempSync(join(dirname(folder), '.sandtable-new-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(draft, path)), { recursive: true });
      writeFileSync(join(draft, path), text, { flag: 'wx' });
    }
    chmodSync(draft, 0o777 & ~process.umask()); // mkdtemp lets only its owner in
    renameSync(draft, folder);
  } catch (problem) {
    if (draft) rmSync(draft, { recursive: true, force: true });
    refuse(
      'ST-X014',
      say('`{path}` cannot be written: {reason}.', { path: id, reason: systemError(problem) }),
      say('Check the folder.'),
    );
  }
}

/** The files of a dossier under another id. */
export function renamed(
  files: Readonly<Record<string, string>>,
  id: string,
): Readonly<Record<string, string>> {
  return { ...files, 'hub.yaml': files['hub.yaml']!.replace(/^id:[ \t]*\S+/m, `id: ${id}`) };
}
