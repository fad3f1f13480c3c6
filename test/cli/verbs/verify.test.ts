import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder, inventing, sandtable } from '../harness.ts';

it('makes a kept run again with its own options', async () => {
  const cwd = folder();
  const { run } = JSON.parse((await sandtable('assess --prior believer --seed 3', { cwd })).stdout);
  const { code, stdout } = await sandtable(`verify ${run.id}`, { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain(`${run.id} reproduced`);
});

it("takes somebody's id with dossier and options", async () => {
  const { run } = JSON.parse((await sandtable('assess --prior sceptic', { cwd: folder() })).stdout);
  const at = { cwd: folder() };
  expect((await sandtable(`verify ${run.id} xinjiang-qinghai --prior sceptic`, at)).code).toBe(0);
  const wrong = await sandtable(`verify ${run.id} xinjiang-qinghai --prior neutral`, at);
  expect(wrong.code).toBe(4);
  expect(wrong.stderr).toContain('ST-X008');
});

it('says what differs where the inputs are not the same any more', async () => {
  const cwd = folder();
  const { stdout } = await sandtable('assess', { cwd });
  const other = JSON.parse(stdout);
  other.run.id = 'st1-abcabcabcabc';
  other.run.dossierDigest = 'f'.repeat(64);
  writeFileSync(join(cwd, 'other.json'), JSON.stringify(other));
  const { code, stderr } = await sandtable('verify other.json', { cwd });
  expect(code).toBe(4);
  expect(stderr.replace(/\s+/g, ' ')).toContain('dossier ffffffffffff → eeeeeeeeeeee');
});

it('catches an engine that draws differently from the same inputs', async () => {
  const cwd = folder();
  const { run } = JSON.parse((await sandtable('assess', { cwd })).stdout);
  const engine = {
    ...inventing,
    assess: async (...args: Parameters<typeof inventing.assess>) => {
      const a = await inventing.assess(...args);
      return { ...a, run: { ...a.run, columnsDigest: 'a'.repeat(64) } };
    },
  };
  const { code, stderr } = await sandtable(`verify ${run.id}`, { cwd, engine });
  expect(code).toBe(4);
  expect(stderr).toContain('other draws');
});

it('catches a file whose figures were changed after it was written', async () => {
  const cwd = folder();
  const { stdout } = await sandtable('assess', { cwd });
  const doctored = JSON.parse(stdout);
  doctored.questions[0].probability *= 1.0001;
  writeFileSync(join(cwd, 'doctored.json'), JSON.stringify(doctored));
  const { code, stderr } = await sandtable('verify doctored.json', { cwd });
  expect(code).toBe(4);
  expect(stderr).toContain('ST-X021');
  expect(stderr.replace(/\s+/g, ' ')).toContain('questions.0.probability');
});
