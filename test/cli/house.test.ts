import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCompiledWorld } from '../../src/assessment/compiled-world.ts';
import { houseOf } from '../../src/cli/house.ts';
import { folder, inventing, line } from './harness.ts';

it('gives the data as the engine reads it, and its digest', async () => {
  const { digest, compiled } = houseOf(folder(), 'two-halls', { engine: inventing, line }).data();
  expect(digest).toBe((await inventing.world()).digest);
  expect(readCompiledWorld(await compiled())).toEqual(await inventing.world());
});

it('makes a dossier in its folder as the command line does', async () => {
  const cwd = folder();
  const house = houseOf(cwd, 'two-halls', { engine: inventing, line });
  expect((await house.make('my-hub', { name: 'Mine' })).code).toBe(0);
  expect(existsSync(join(cwd, 'my-hub/hub.yaml'))).toBe(true);
  expect(house.homes().find(({ id }) => id === 'my-hub')).toMatchObject({
    origin: 'own',
    folder: join(cwd, 'my-hub'),
  });
  expect((await house.make('my-hub', {})).faults[0]!.code).toBe('ST-X012');
  expect((await house.make('../out', {})).faults[0]!.code).toBe('ST-X013');
});
