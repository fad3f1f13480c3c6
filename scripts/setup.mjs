// Brings a fresh checkout to a runnable state: installs when the lock file changed, builds when a source changed; `--build`
// only builds, since what runs from node_modules cannot have it replaced. Of several at once, one works and the others wait.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const filesBelow = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();

function digest(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

const lock = join(root, '.sandtable-setup');
/** Milliseconds after which a lock is that of a setup that was killed. */
const STALE = 300_000;

const release = () => rmSync(lock, { force: true });

/** Waits until no other setup works here, and keeps others waiting until it is released. */
function acquire() {
  while (!acquired()) {
    const { mtimeMs = 0 } = statSync(lock, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > STALE) release();
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function acquired() {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (thrown) {
    if (thrown.code === 'EEXIST') return false;
    throw thrown;
  }
}

function step(what, stamp, files, command) {
  const now = digest(files);
  const stampFile = join(root, stamp);
  const isDone = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now;
  if (isDone()) return;
  acquire();
  const done = isDone() || run(what, command);
  if (done) writeFileSync(stampFile, now);
  release();
  if (!done) process.exit(1);
}

/** Whether it went well. */
function run(what, command) {
  process.stderr.write(`sandtable: ${what} …\n`);
  const [name, ...args] = command;
  const { status } = spawnSync(name, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // Whoever runs it: a test runner's NODE_ENV would have the app built for debugging.
    env: { ...process.env, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.stderr.write(`sandtable: ${what} failed (${command.join(' ')})\n`);
  return status === 0;
}

if (!process.argv.includes('--build')) {
  step(
    'installing dependencies (once)',
    'node_modules/.sandtable-stamp',
    [join(root, 'package-lock.json')],
    ['npm', 'ci', '--include=dev'],
  );
}
step(
  'building (once per change)',
  'dist/.stamp',
  [
    ...['src', 'data', 'scripts'].flatMap(filesBelow),
    ...['package.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts', 'vite.cli.config.ts'].map(
      (name) => join(root, name),
    ),
  ],
  ['npm', 'run', '--silent', 'build'],
);
