import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { houseOf } from '../../src/cli/house.ts';
import { folder, inventing } from './harness.ts';

it('gives the data as the engine reads it, and its digest', () => {
  const { files, digest } = houseOf(folder(), inventing, 'two-halls').data();
  const paths = files.map(({ path }) => path);
  expect(paths).toContain('data/published/training-runs.csv');
  expect(paths.every((path) => path.startsWith('data/'))).toBe(true);
  expect(digest).toBe(inventing.world().digest);
});

it('makes a dossier in its folder as the command line does', async () => {
  const cwd = folder();
  const house = houseOf(cwd, inventing, 'two-halls');
  expect((await house.make('my-hub', { name: 'Mine' })).code).toBe(0);
  expect(existsSync(join(cwd, 'my-hub/hub.yaml'))).toBe(true);
  expect(house.homes().find(({ id }) => id === 'my-hub')).toMatchObject({
    origin: 'own',
    folder: join(cwd, 'my-hub'),
  });
  expect((await house.make('my-hub', {})).faults[0]!.code).toBe('ST-X012');
  expect((await house.make('../out', {})).faults[0]!.code).toBe('ST-X013');
});
