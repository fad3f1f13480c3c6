import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

it('prints the tree on a terminal and JSON on a pipe', async () => {
  const cwd = folder();
  const shown = await sandtable('why it-load', { cwd, tty: true, env: { NO_COLOR: '1' } });
  expect(shown.stdout).toContain('├ accelerators running');
  expect(JSON.parse((await sandtable('why it-load', { cwd })).stdout).label).toBe('IT load');
});

it('writes to a file where it is told to', async () => {
  const cwd = folder();
  expect((await sandtable('why it-load --format json -o why.json', { cwd })).stdout).toBe('');
  expect(JSON.parse(readFileSync(join(cwd, 'why.json'), 'utf8')).label).toBe('IT load');
});
