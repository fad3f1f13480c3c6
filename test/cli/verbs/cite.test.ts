import { expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

it('cites the run in the style asked for', async () => {
  const cwd = folder();
  const { run } = JSON.parse((await sandtable('assess', { cwd })).stdout);
  expect((await sandtable('cite', { cwd })).stdout).toBe(`apa ${run.id}\n`);
  expect((await sandtable(`cite ${run.id} --style bibtex`, { cwd })).stdout).toBe(`bibtex ${run.id}\n`);
});
