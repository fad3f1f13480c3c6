import { expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

it('cites the run with its answer, prior and id', async () => {
  const cwd = folder();
  const { run } = JSON.parse((await sandtable('assess', { cwd })).stdout);
  const { stdout } = await sandtable('cite', { cwd });
  expect(stdout).toContain('Is the claimed fleet really there? unlikely, 31 % (neutral prior)');
  expect(stdout).toContain(`Sandtable run ${run.id}.`);
});

it('takes a kept run and another style', async () => {
  const cwd = folder();
  const { run } = JSON.parse((await sandtable('assess --prior sceptic', { cwd })).stdout);
  const { stdout } = await sandtable(`cite ${run.id} --style bibtex`, { cwd });
  expect(stdout).toMatch(new RegExp(`^@online\\{${run.id},`));
  expect(stdout).toContain('(sceptic prior)');
});
