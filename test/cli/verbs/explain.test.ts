import { expect, it } from 'vitest';
import { catalogue } from '../../../src/errors/catalogue.ts';
import { folder, sandtable } from '../harness.ts';

it('explains every code there is', async () => {
  const cwd = folder();
  for (const [code, { title }] of Object.entries(catalogue)) {
    const { stdout } = await sandtable(`explain ${code}`, { cwd, columns: 100 });
    expect(stdout.replace(/\s+/g, ' ')).toContain(`${code} · ${title}`);
  }
});

it('takes codes as people type them, and lists them all', async () => {
  const cwd = folder();
  expect((await sandtable('explain x012', { cwd })).stdout).toContain('ST-X012');
  expect((await sandtable('explain', { cwd })).stdout.trim().split('\n')).toHaveLength(
    Object.keys(catalogue).length,
  );
});
