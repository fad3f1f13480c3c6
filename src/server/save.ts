import { randomBytes } from 'node:crypto';
import { accessSync, constants, lstatSync, mkdirSync, readFileSync, realpathSync, type Stats } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { error, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { decodeText } from '../sources/text.ts';
import { requireFilePath, versionOf } from './dossier-files.ts';
import { refuse } from './problem.ts';

/** What the writer saw: the version it read, or that there was no file. */
export type Seen = { version: string } | 'nothing';

/** The few calls that change the disk, so that a test can let one of them fail. */
export interface Disk {
  open(
    path: string,
    flags: string,
    mode: number,
  ): Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close' | 'chmod' | 'chown'>>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { force: boolean }): Promise<void>;
}

const disk: Disk = { open, rename, rm };

/** Saves that are under way, by file: two of the same file follow each other. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Writes a file of a dossier so that it is there whole or not at all: into a draft beside it, to the disk, then in its
 * place, and only where it still is what the writer saw. Who may read it stays as it was; a new file is as `hub.yaml`.
 *
 * @param folder of the dossier; nothing outside it is written
 * @returns the new version
 * @throws SandtableError ST-H007, ST-H008, ST-H009, ST-H011, ST-H018
 */
export async function saveFile(
  folder: string,
  { path, text, seen }: { path: string; text: string; seen: Seen },
  on: Disk = disk,
): Promise<string> {
  const file = placeIn(folder, requireFilePath(path));
  const before = underWay.get(file) ?? Promise.resolve();
  const saved = before.catch(() => {}).then(() => replace(file, { folder, path, text, seen }, on));
  underWay.set(file, saved);
  try {
    return await saved;
  } finally {
    if (underWay.get(file) === saved) underWay.delete(file);
  }
}

async function replace(
  file: string,
  { folder, path, text, seen }: { folder: string; path: string; text: string; seen: Seen },
  on: Disk,
): Promise<string> {
  checkSeen(file, path, seen);
  const plain = text.replace(/^\ufeff/, '');
  const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    // Until it is whole, nobody else reads it.
    const handle = await on.open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(plain, 'utf8');
      await keepRights(handle, statsAt(file) ?? statsAt(join(folder, 'hub.yaml')));
      await handle.sync();
    } finally {
      await handle.close();
    }
    checkSeen(file, path, seen);
    await on.rename(draft, file);
  } catch (problem) {
    await on.rm(draft, { force: true }).catch(() => {});
    throw refusal(problem, path);
  }
  return versionOf(plain);
}

const statsAt = (file: string) => lstatSync(file, { throwIfNoEntry: false });

/** Owner, group and mode as they were; where the group cannot be kept, the new one gets no right by it. */
async function keepRights(
  handle: Pick<FileHandle, 'chmod' | 'chown'>,
  rights: Stats | undefined,
): Promise<void> {
  if (!rights) return handle.chmod(0o666 & ~process.umask());
  const { uid, gid, mode } = rights;
  const owned = (by: number) =>
    handle.chown(by, gid).then(
      () => true,
      () => false,
    );
  const kept = (await owned(uid)) || (await owned(process.getuid?.() ?? uid));
  // Some disks know no modes; there the draft is as all their files.
  await handle.chmod(mode & (kept ? 0o777 : 0o707)).catch(() => {});
}

/** The file's whole path; refuses one that a link leads out of the dossier. */
function placeIn(folder: string, path: string): string {
  const root = realpathSync(folder);
  const file = join(root, path);
  const parent = dirname(file);
  if (parent !== root && !lstatSync(parent, { throwIfNoEntry: false })) makeFolder(parent, path);
  const real = realpathSync(parent);
  const there = lstatSync(file, { throwIfNoEntry: false });
  const inside = real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
  if (inside && real === parent && (!there || there.isFile())) return file;
  return refuse(
    'ST-H011',
    say('`{path}` is a link or no file.', { path }),
    say('Put a file of its own there.'),
  );
}

function makeFolder(parent: string, path: string): void {
  try {
    mkdirSync(parent, { mode: lstatSync(dirname(parent)).mode & 0o777 });
  } catch (problem) {
    throw refusal(problem, path);
  }
}

function checkSeen(file: string, path: string, seen: Seen): void {
  const now = versionNow(file, path);
  if (now !== undefined) requireWritable(file, path);
  if (seen === 'nothing') {
    if (now !== undefined) {
      refuse(
        'ST-H007',
        say('`{path}` is there already.', { path }),
        say('Load it, put the texts together, and save again.'),
      );
    }
  } else if (now === undefined) {
    refuse('ST-H008', say('`{path}` was deleted.', { path }), say('Save it as a new file to put it back.'));
  } else if (now !== seen.version) {
    refuse(
      'ST-H007',
      say('`{path}` changed since you read it.', { path }),
      say('Compare, put together, and save again.'),
    );
  }
}

/** A rename asks only for the right to write the folder: a file that is read only would be replaced all the same. */
function requireWritable(file: string, path: string): void {
  try {
    accessSync(file, constants.W_OK);
  } catch (problem) {
    throw refusal(problem, path);
  }
}

function versionNow(file: string, path: string): string | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw refusal(problem, path);
  }
  const text = decodeText(bytes, path);
  return typeof text === 'string' ? versionOf(text) : 'not text';
}

/** What the system said, as a fault with a way out. */
function refusal(problem: unknown, path: string): unknown {
  if (problem instanceof SandtableError) return problem;
  const { code = '' } = problem as NodeJS.ErrnoException;
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) {
    const what = say('`{path}` was not saved: the disk is full ({code}).', { path, code });
    return new SandtableError(error('ST-H009', what, say('Make room, then save again.')));
  }
  if (code === 'ENOENT') {
    const what = say('`{path}` was not saved: its folder is gone.', { path });
    return new SandtableError(error('ST-H008', what, say('Put the folder back, then save again.')));
  }
  const reason = ['EACCES', 'EPERM', 'EROFS'].includes(code)
    ? say('you may not write there ({code})', { code })
    : code || say('the system gives no reason');
  const what = say('`{path}` was not saved: {reason}.', { path, reason });
  return new SandtableError(error('ST-H018', what, say('Check the folder and its permissions.')));
}
