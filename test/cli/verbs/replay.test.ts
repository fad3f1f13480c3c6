import { expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

it('assesses every month from October 2024 to the date of the dossier', async () => {
  const { stdout } = await sandtable('replay', { cwd: folder() });
  const dates = JSON.parse(stdout).map((a: { run: { asOf: string } }) => a.run.asOf);
  expect(dates[0]).toBe('2024-10');
  expect(dates[1]).toBe('2024-11');
  expect(new Set(dates).size).toBe(dates.length);
  expect(dates.at(-1)).toMatch(/^2026-\d\d(-\d\d)?$/);
});

it('ends where it is told to, as screen, csv or svg', async () => {
  const cwd = folder();
  const line = 'replay --from 2025-01 --to 2025-04';
  expect((await sandtable(`${line} --format csv`, { cwd })).stdout.trimEnd().split('\r\n')).toHaveLength(5);
  expect((await sandtable(`${line} --format svg`, { cwd })).stdout).toContain('<svg');
  expect((await sandtable(`${line} --plain`, { cwd })).stdout).toContain('2025-04');
});
