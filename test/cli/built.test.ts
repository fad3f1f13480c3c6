import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  builtDossier,
  builtVerdict,
  builtWorld,
  builtWorldText,
  dossierFile,
  packed,
  verdictFile,
  worldFile,
  worldTextFile,
} from '../../src/cli/built.ts';
import { shelf } from '../../src/cli/shelf.ts';
import { type DossierFolder, dossierFolder, dossierIds } from '../../src/dossier/folder.ts';
import { checkFolder } from '../../src/dossier/load.ts';
import { readDossier } from '../../src/dossier/parse.ts';
import { kindRules } from '../../src/installed/kind-rules.ts';
import { folder } from './harness.ts';

const world = await shelf.world();
const options = {
  sharedSources: { sources: world.sources, places: world.sourcePlaces },
  kinds: kindRules(world.kinds),
  chips: new Set(world.catalogue.chips.keys()),
};
const shelves = ['dossiers', 'dossiers/known'];

function read(reference: string): DossierFolder {
  const found = dossierFolder(reference, shelves);
  if ('code' in found) throw new Error(found.what);
  return found;
}

/** A folder with what the build would leave there of one dossier. */
function built(name: string, data = world.digest): string {
  const at = folder();
  const { dossier } = readDossier(read(name).files, { ...options, name });
  const file = dossierFile(at, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, packed({ dossier: dossier!, data }));
  return at;
}

describe('a dossier that was built', () => {
  it.each(dossierIds(shelves))(
    'is %s as it is read now, with the places where the user sees them',
    (name) => {
      const now = read(name);
      const { dossier, faults } = checkFolder(now, options);
      expect(faults).toEqual([]);
      expect(builtDossier(now, world.digest, built(name))).toEqual(dossier);
    },
  );

  it('is that of a copy under the same name, wherever the copy lies', () => {
    const elsewhere = join(folder(), 'two-halls');
    cpSync('dossiers/two-halls', elsewhere, { recursive: true });
    const found = builtDossier(read(`${elsewhere}/`), world.digest, built('two-halls'));
    expect(found?.hub.place.file).toBe(`${elsewhere}/hub.yaml`);
    expect(found?.sites[0]?.claims[0]?.place.file).toMatch(/two-halls\/sites\/[a-z-]+\.yaml$/);
  });

  it('is not used where a text has changed, nor for a copy of another name', () => {
    const at = built('two-halls');
    const copy = join(folder(), 'two-halls');
    cpSync('dossiers/two-halls', copy, { recursive: true });
    const hub = join(copy, 'hub.yaml');
    writeFileSync(hub, `${readFileSync(hub, 'utf8')}# seen\n`);
    expect(builtDossier(read(copy), world.digest, at)).toBeUndefined();
    const other = join(folder(), 'three-halls');
    cpSync('dossiers/two-halls', other, { recursive: true });
    expect(builtDossier(read(other), world.digest, at)).toBeUndefined();
  });

  it('is not used where the data have changed, or where a file of the folder has a fault', () => {
    expect(builtDossier(read('two-halls'), 'other data', built('two-halls'))).toBeUndefined();
    const copy = join(folder(), 'two-halls');
    cpSync('dossiers/two-halls', copy, { recursive: true });
    writeFileSync(join(copy, 'Notes.yaml'), 'x: 1\n');
    expect(builtDossier(read(copy), world.digest, built('two-halls'))).toBeUndefined();
  });
});

describe('the world that was built', () => {
  it('is the one that was packed, where the data are still the same', () => {
    const at = folder();
    writeFileSync(worldFile(at), packed(world));
    expect(builtWorld(world.digest, at)).toEqual(world);
    expect(builtWorld('other data', at)).toBeUndefined();
  });

  it('is none where nothing was built, or what was built cannot be read', () => {
    const at = folder();
    expect(builtWorld(world.digest, at)).toBeUndefined();
    writeFileSync(worldFile(at), 'of another time');
    expect(builtWorld(world.digest, at)).toBeUndefined();
  });
});

describe('the text of the world that was built', () => {
  it('is the one that was packed, where the data are still the same', () => {
    const at = folder();
    expect(builtWorldText('data', at)).toBeUndefined();
    writeFileSync(worldTextFile(at), packed({ data: 'data', text: '[1]' }));
    expect(builtWorldText('data', at)).toBe('[1]');
    expect(builtWorldText('other data', at)).toBeUndefined();
  });
});

describe('a verdict that was built', () => {
  const restsOn = { dossier: 'dossier', data: 'data', version: '1.2.3' };

  it('is used only where dossier, data and this copy are those that it rests on', () => {
    const at = folder();
    expect(builtVerdict('two-halls', restsOn, at)).toBeUndefined();
    mkdirSync(dirname(verdictFile(at, 'two-halls')));
    writeFileSync(verdictFile(at, 'two-halls'), packed({ ...restsOn, text: '{}' }));
    expect(builtVerdict('two-halls', restsOn, at)).toBe('{}');
    for (const key of Object.keys(restsOn)) {
      expect(builtVerdict('two-halls', { ...restsOn, [key]: 'other' }, at)).toBeUndefined();
    }
  });
});
