import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inventedPoor } from '../../fixtures/assessment/invented.ts';
import { folder, inventing, sandtable } from '../harness.ts';

it('cites the run with its answer, date, prior and id', async () => {
  const cwd = folder();
  const { run } = JSON.parse((await sandtable('assess', { cwd })).stdout);
  const { stdout } = await sandtable('cite', { cwd });
  expect(stdout).toContain(
    `Is the claimed fleet really there? unlikely, 31 % (as of ${run.asOf}; neutral prior; sceptic 18 %, neutral 31 %, believer 52 %)`,
  );
  expect(stdout).toContain(`Sandtable run ${run.id}.`);
});

it('takes a kept run and another style', async () => {
  const cwd = folder();
  const { run } = JSON.parse((await sandtable('assess --prior sceptic', { cwd })).stdout);
  const { stdout } = await sandtable(`cite ${run.id} --style bibtex`, { cwd });
  expect(stdout).toMatch(new RegExp(`^@online\\{${run.id},`));
  expect(stdout).toContain('sceptic prior; sceptic 18');
});

const whatIf =
  'xinjiang-qinghai --as-of 2025-06 --prior believer --drop urumqi-lit-2025-03,yiwu-lit-2025-01 --set world.namedShare=20% --seed 9';

it.each(['apa', 'bibtex', 'ris', 'csl'])('says in %s what a what-if changed', async (style) => {
  const { stdout } = await sandtable(`cite ${whatIf} --style ${style}`, { cwd: folder() });
  const plain = stdout.replaceAll('\\', '').replaceAll('-{}-', '--');
  for (const part of [
    'as of 2025-06; believer prior; without urumqi-lit-2025-03, yiwu-lit-2025-01; world.namedShare = 20%; seed 9',
    '--as-of 2025-06 --prior believer --drop urumqi-lit-2025-03,yiwu-lit-2025-01 --set world.namedShare=20% --seed 9',
  ]) {
    expect(plain).toContain(part);
  }
});

it('gives the command that verifies the run, here and elsewhere, without the run having been assessed', async () => {
  const cwd = folder();
  const cited = JSON.parse((await sandtable(`cite ${whatIf} --format json`, { cwd })).stdout);
  expect(cited.citation).toContain(cited.verify);
  expect((await sandtable(`verify ${cited.run}`, { cwd })).stdout).toContain(`${cited.run} reproduced`);
  const [name, ...words] = cited.verify.split(' ');
  expect(name).toBe('sandtable');
  const elsewhere = await sandtable(words, { cwd: folder() });
  expect(elsewhere.stdout).toContain(`${cited.run} reproduced`);
});

it('cites the JSON of a run', async () => {
  const cwd = folder();
  const { stdout } = await sandtable('assess --prior sceptic', { cwd });
  writeFileSync(join(cwd, 'run.json'), stdout);
  const cited = await sandtable('cite run.json', { cwd });
  expect(cited.stdout).toContain(`Sandtable run ${JSON.parse(stdout).run.id}.`);
});

it('refuses options beside a run that has its own, and a run that is not here', async () => {
  const cwd = folder();
  const { run } = JSON.parse((await sandtable('assess', { cwd })).stdout);
  const mixed = await sandtable(`cite ${run.id} --prior sceptic`, { cwd });
  expect(mixed.code).toBe(2);
  expect(mixed.stderr).toContain('made with options of its own');
  const absent = await sandtable('cite st1-abcabcabcabc', { cwd });
  expect(absent.code).toBe(2);
  expect(absent.stderr).toContain('ST-X007');
});

it('ends with 5 where the run did not converge, and says so in the citation', async () => {
  const engine = { ...inventing, assess: async () => inventedPoor };
  const { code, stdout } = await sandtable('cite', { cwd: folder(), engine });
  expect(code).toBe(5);
  expect(stdout).toContain('not converged');
});
