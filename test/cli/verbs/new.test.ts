import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

it('writes a dossier whose two gaps check finds, and no others', async () => {
  const cwd = folder();
  const made = await sandtable('new my-hub --yes', { cwd });
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toContain('Next: sandtable check my-hub');
  expect(statSync(join(cwd, 'my-hub')).mode & 0o777).toBe(0o777 & ~process.umask());
  const { code, stderr } = await sandtable('check my-hub', { cwd });
  expect(code).toBe(3);
  expect(stderr).toContain('2 errors');
  expect(stderr).toMatch(/my-hub\/sites\/main-site\.yaml:\d+:\d+/);
  expect(stderr).toMatch(/my-hub\/evidence\.yaml:\d+:\d+/);
});

it('is complete once the messages are followed', async () => {
  const cwd = folder();
  await sandtable('new my-hub --yes', { cwd });
  const edit = (file: string, from: string, to: string) => {
    const path = join(cwd, 'my-hub', file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };
  edit('sites/main-site.yaml', 'amount: 60,', 'amount: 60 MVA,');
  edit('evidence.yaml', 'source: tender-notice', 'source: county-notice');
  const { code, stdout, stderr } = await sandtable('check my-hub', { cwd });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toContain('my-hub: 1 site records, 3 evidence items');
});

it('never overwrites, and leaves nothing behind', async () => {
  const cwd = folder();
  mkdirSync(join(cwd, 'my-hub'));
  const { code, stderr } = await sandtable('new my-hub --yes', { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('ST-X012');
  expect(readdirSync(cwd)).toEqual(['my-hub']);
});

it.each(['../evil', 'My Hub', 'a/b', '.hidden', 'con\u0000'])('refuses the id %j', async (id) => {
  const cwd = folder();
  const { code, stderr } = await sandtable(['new', id, '--yes'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('ST-X013');
  expect(readdirSync(cwd)).toEqual([]);
});

it('puts answers where they belong, even awkward ones', async () => {
  const cwd = folder();
  await sandtable(['new', 'x', '--yes', '--name', 'A: "quoted" hub #1', '--accelerators', '20k to 40k'], {
    cwd,
  });
  const { stderr } = await sandtable('check x', { cwd });
  expect(stderr).toContain('2 errors');
});

it('copies a dossier under another id', async () => {
  const cwd = folder();
  const { code } = await sandtable('new my-halls --from two-halls', { cwd });
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'my-halls', 'hub.yaml'), 'utf8')).toMatch(/^id: my-halls$/m);
  expect(await sandtable('check my-halls', { cwd })).toMatchObject({ code: 0, stderr: '' });
});
