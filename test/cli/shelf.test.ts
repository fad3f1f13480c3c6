import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shelf } from '../../src/cli/shelf.ts';
import { folder } from './harness.ts';

it('knows the dossiers of the working folder and those that came along', () => {
  const cwd = folder();
  mkdirSync(join(cwd, 'dossiers', 'my-hub'), { recursive: true });
  writeFileSync(join(cwd, 'dossiers', 'my-hub', 'hub.yaml'), 'id: my-hub\n');
  expect(shelf.known(cwd)).toEqual(expect.arrayContaining(['my-hub', 'xinjiang-qinghai']));
});

it('opens a dossier by id and by path', async () => {
  expect((await shelf.check('xinjiang-qinghai', folder())).dossier?.id).toBe('xinjiang-qinghai');
  expect((await shelf.check('./dossiers/xinjiang-qinghai', process.cwd())).dossier?.id).toBe(
    'xinjiang-qinghai',
  );
});

it('finds a known hub by its id, and hands out none of its outcome', async () => {
  const cwd = folder();
  expect(shelf.known(cwd)).toContain('lotus');
  expect((await shelf.check('lotus', cwd)).dossier?.id).toBe('lotus');
  expect(Object.keys(shelf.texts('lotus', cwd))).toEqual([
    'evidence.yaml',
    'hub.yaml',
    'sites/hangzhou.yaml',
    'sources.yaml',
  ]);
});

it('opens the texts of whatever it checks, absolute paths among them, and says what is not there', () => {
  const place = shelf.places(folder()).find(({ id }) => id === 'two-halls')!;
  expect(shelf.texts(place.folder, folder())).toEqual(shelf.texts('two-halls', folder()));
  expect(() => shelf.texts('two-hall', folder())).toThrow('ST-D002');
  expect(() => shelf.texts('/no/such/folder', folder())).toThrow('ST-D001');
});
