import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds what is not built yet, for tests of the built files; a fresh checkout takes a minute. */
export function build(): void {
  const setup = join(root, 'scripts/setup.mjs');
  const built = spawnSync(process.execPath, [setup, '--build'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
}
