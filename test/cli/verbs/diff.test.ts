import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

it('compares two kept runs and names the option between them', async () => {
  const cwd = folder();
  const ids = [];
  for (const prior of ['neutral', 'sceptic']) {
    ids.push(JSON.parse((await sandtable(`assess --prior ${prior}`, { cwd })).stdout).run.id);
  }
  const { code, stdout } = await sandtable(`diff ${ids.join(' ')} --plain`, { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/prior +neutral → sceptic/);
  expect(stdout).toContain('31 %');
});

it('takes a file and a dossier, too', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'run.json'), (await sandtable('assess', { cwd })).stdout);
  const { stdout } = await sandtable('diff run.json xinjiang-qinghai --plain', { cwd });
  expect(stdout).toContain('No figure differs.');
});

it('refuses a file that is no run', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'x.json'), '{"a":1}');
  const { code, stderr } = await sandtable('diff x.json x.json', { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('ST-X007');
});
