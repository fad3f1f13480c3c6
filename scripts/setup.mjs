// Brings a fresh checkout to a runnable state: installs when the lock file changed, builds when a source changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

function step(what, stamp, files, command) {
  const now = digest(files);
  const stampFile = join(root, stamp);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) return;
  process.stderr.write(`sandtable: ${what} …\n`);
  const [name, ...args] = command;
  const done = spawnSync(name, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // Whoever runs it: a test runner's NODE_ENV would have the app built for debugging.
    env: { ...process.env, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    process.stderr.write(`sandtable: ${what} failed (${command.join(' ')})\n`);
    process.exit(1);
  }
  writeFileSync(stampFile, now);
}

step(
  'installing dependencies (once)',
  'node_modules/.sandtable-stamp',
  [join(root, 'package-lock.json')],
  ['npm', 'ci', '--include=dev'],
);
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
