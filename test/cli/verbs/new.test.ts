import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { library } from '../../../src/cli/library.ts';
import type { Fault } from '../../../src/errors/fault.ts';
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
  expect(stdout).toContain('my-hub: 1 site record, 3 evidence items');
});

it('leads from three more mistakes to a verdict by its messages alone', async () => {
  const cwd = folder();
  await sandtable('new my-hub --yes', { cwd });
  const path = join(cwd, 'my-hub', 'evidence.yaml');
  const written = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    written
      .replace('kind: tender', 'kind: tneder')
      .replace('about: main-site', 'about: Main Site')
      .replace('date: 2025-05', 'date: 14/05/2025'),
  );
  // What a reader does who knows nothing: put what is meant where the caret stands, line by line.
  const mend = async () => {
    const { stdout, code } = await sandtable('check my-hub --format json', { cwd });
    const [{ faults }] = JSON.parse(stdout) as [{ faults: Fault[] }];
    for (const { fix, place } of faults) {
      const meant = /^Did you mean `?([^`?]+)`?\?/.exec(fix)?.[1];
      const example = /^Use a unit like (\w+)/.exec(fix)?.[1];
      const lines = readFileSync(resolve(cwd, place!.file), 'utf8').split('\n');
      const line = lines[place!.line - 1]!;
      const [from, to] = [place!.column - 1, place!.column - 1 + place!.length!];
      const now = meant ?? (example ? `${line.slice(from, to)} ${example}` : 'county-notice');
      lines[place!.line - 1] = line.slice(0, from) + now + line.slice(to);
      writeFileSync(resolve(cwd, place!.file), lines.join('\n'));
    }
    return { code, faults: faults.length };
  };
  expect(await mend()).toEqual({ code: 3, faults: 5 });
  expect(await mend()).toEqual({ code: 0, faults: 0 });
  const { code, stdout } = await sandtable('assess my-hub --format screen --draws 2000', {
    cwd,
    engine: library,
  });
  expect(code).toBe(0);
  expect(stdout).toMatch(/Is the claimed fleet substantially there\?\s+[A-Z ]+ \(\d+ %\)/);
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
