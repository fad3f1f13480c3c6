// Runs every benchmark; fails where one misses a target.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const statuses = [
  'verdict.mjs',
  'hub-model.mjs',
  'controls.mjs',
  'site-hours.mjs',
  'training.mjs',
  'training-browser.mjs',
  'serving.mjs',
  'serving-browser.mjs',
  'app.mjs',
].map((name) => {
  const script = fileURLToPath(new URL(name, import.meta.url));
  return spawnSync(process.execPath, [script], { stdio: 'inherit' }).status;
});
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;
