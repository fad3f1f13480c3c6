import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { build } from '../build.ts';
import { folder } from './harness.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built command, as a user starts it. */
function started(args: readonly string[], cwd: string) {
  return spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...args], { cwd, encoding: 'utf8' });
}

beforeAll(build, 120_000);

const few = ['two-halls', '--draws', '3000', '--format', 'json'];

it('answers on standard output and ends with 0', () => {
  const { status, stdout, stderr } = started(['assess', ...few], folder());
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(JSON.parse(stdout).hub.id).toBe('two-halls');
});

it('gives the same bits in one thread, in three, and from shards', () => {
  const cwd = folder();
  const one = started(['assess', ...few], cwd).stdout;
  expect(started(['assess', ...few, '--workers', '3'], cwd).stdout).toBe(one);
  for (const part of ['1/2', '2/2']) {
    expect(started(['assess', 'two-halls', '--draws', '3000', '--shard', part], cwd).status).toBe(0);
  }
  const shards = ['two-halls-2-of-2.shard', 'two-halls-1-of-2.shard'];
  expect(started(['merge', ...shards, '--format', 'json'], cwd).stdout).toBe(one);
  const half = started(['merge', shards[0]!], cwd);
  expect(half.status).toBe(2);
  expect(half.stderr).toContain('1 of 2 shards are missing: 1.');
});

it('ends with the code of the failure, and no stack', () => {
  const { status, stdout, stderr } = started(['assess', 'no-such-hub'], folder());
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('ST-X004');
  expect(stderr).not.toMatch(/\n\s+at /);
});

it('does not mind a reader that leaves early', () => {
  const command = `"${process.execPath}" "${join(root, 'dist/cli/main.js')}" explain | head -n 1; exit \${PIPESTATUS[0]}`;
  const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: folder(), encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

it.runIf(existsSync('/dev/full'))('says that a disk is full without a stack', () => {
  const command = `"${process.execPath}" "${join(root, 'dist/cli/main.js')}" explain > /dev/full`;
  const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: folder(), encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain('ST-X014');
  expect(stderr).not.toMatch(/\n\s+at /);
});

it('refuses more shards than the draws fall into', () => {
  const { status, stderr } = started(['assess', 'two-halls', '--draws', '1000', '--shard', '2/2'], folder());
  expect(status).toBe(2);
  expect(stderr).toContain('at most 1 part.');
});
