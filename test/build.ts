import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds what is not built yet, for tests of the built files; a fresh checkout takes a minute. */
export function build(): void {
  const setup = join(root, 'scripts/setup.mjs');
  // Vitest says `test`, and the app would be built for debugging.
  const env = { ...process.env, NODE_ENV: 'production' };
  const built = spawnSync(process.execPath, [setup], { cwd: root, encoding: 'utf8', env });
  if (built.status !== 0) throw new Error(built.stderr);
}
