import { expect, it } from 'vitest';
import { folder, sandtable } from '../harness.ts';

it('assesses every month from the first claim to the date of the dossier', async () => {
  const { stdout } = await sandtable('replay', { cwd: folder() });
  const dates = JSON.parse(stdout).map((a: { run: { asOf: string } }) => a.run.asOf);
  expect(dates[0]).toBe('2024-07');
  expect(dates[1]).toBe('2024-08');
  expect(new Set(dates).size).toBe(dates.length);
  expect(dates.at(-1)).toMatch(/^2026-\d\d(-\d\d)?$/);
});

it('needs no month for a hub that is older than the flagship', async () => {
  const { stdout, code } = await sandtable('replay lotus --format csv', { cwd: folder() });
  expect(code).toBe(0);
  expect(stdout.trimEnd().split('\r\n').length).toBeGreaterThan(2);
});

it('ends where it is told to, as screen, csv or svg', async () => {
  const cwd = folder();
  const line = 'replay --from 2025-01 --to 2025-04';
  expect((await sandtable(`${line} --format csv`, { cwd })).stdout.trimEnd().split('\r\n')).toHaveLength(5);
  expect((await sandtable(`${line} --format svg`, { cwd })).stdout).toContain('<svg');
  expect((await sandtable(`${line} --plain`, { cwd })).stdout).toContain('2025-04');
});
