import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { knownHubs } from '../../../src/cli/known-hubs.ts';
import { committedResults } from '../../backtest/committed.ts';
import { folder, sandtable } from '../harness.ts';

it('prints JSON on a pipe and a screen on a terminal, progress on standard error', async () => {
  const cwd = folder();
  const piped = await sandtable('backtest', { cwd });
  expect(piped.code).toBe(0);
  expect(JSON.parse(piped.stdout)).toEqual(JSON.parse(JSON.stringify(committedResults)));
  const shown = await sandtable('backtest', { cwd, tty: true });
  expect(shown.stdout).toContain('Would it have known?');
  expect(shown.stderr).toContain('replaying hubs');
});

it('writes a page and a figure', async () => {
  const cwd = folder();
  expect((await sandtable('backtest --format md', { cwd })).stdout).toContain('# Would it have known?');
  expect((await sandtable('backtest --format svg', { cwd })).stdout).toMatch(/^<svg/);
});

it('refuses a folder without outcomes', () => {
  const empty = join(folder(), 'none');
  mkdirSync(empty);
  expect(() => knownHubs('.', empty)).toThrow(/No hub with a known outcome/);
});

it('reads further hubs in the same format, and refuses one that was promised for no date', () => {
  const further = folder();
  const copy = join(further, 'jinji');
  cpSync('dossiers/known/jinji', copy, { recursive: true });
  expect(knownHubs('.', further).map(({ dossier }) => dossier.id)).toEqual(['jinji']);
  const hub = join(copy, 'hub.yaml');
  writeFileSync(hub, readFileSync(hub, 'utf8').replace(/, due: [\d-]+/, ''));
  expect(() => knownHubs('.', further)).toThrow(/says no date/);
});
