import { expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

it('prints the tree on a terminal and JSON on a pipe', async () => {
  const cwd = folder();
  const shown = await sandtable('why it-load', { cwd, tty: true, env: { NO_COLOR: '1' } });
  expect(shown.stdout).toContain('├ accelerators running');
  expect(JSON.parse((await sandtable('why it-load', { cwd })).stdout).label).toBe('IT load');
});
