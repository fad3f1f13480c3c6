import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesIn } from '../../src/dossier/files.ts';
import { dossierFiles, dossierFolder, loadData } from '../../src/dossier/folder.ts';
import { folder } from './minimal.ts';

let here: string;
let hub: string;

beforeEach(() => {
  here = mkdtempSync(join(tmpdir(), 'sandtable-'));
  hub = join(here, 'minimal');
  cpSync(folder, hub, { recursive: true });
});
afterEach(() => rmSync(here, { recursive: true }));

describe('dossierFolder', () => {
  it('reads the texts of a dossier by its path and by its id, unchecked', () => {
    writeFileSync(join(hub, 'evidence.yaml'), 'no evidence');
    const byPath = dossierFolder(`${hub}/`);
    expect(byPath).toEqual({ folder: `${hub}/`, name: 'minimal', ...dossierFiles(hub) });
    expect(byPath).toMatchObject({
      faults: [],
      files: expect.arrayContaining([{ path: 'evidence.yaml', text: 'no evidence' }]),
    });
    expect(dossierFolder('minimal', [here])).toEqual({ ...byPath, folder: hub });
  });

  it('says why there is none', () => {
    expect(dossierFolder('minimum', [here])).toMatchObject({ code: 'ST-D002' });
    expect(dossierFolder(here)).toMatchObject({ code: 'ST-D001' });
  });
});

describe('loadData', () => {
  it('reads every YAML file, and gives a digest that does not depend on the place', () => {
    const one = loadData('data');
    cpSync('data', join(here, 'elsewhere'), { recursive: true });
    const two = loadData(join(here, 'elsewhere'));
    expect(two.digest).toBe(one.digest);
    expect(two.files).toEqual(one.files);
    expect(one.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(filesIn(one, 'sources').length).toBeGreaterThan(1);
    expect(filesIn(one, 'sources').every(({ path }) => /^data\/sources\/[a-z-]+\.yaml$/.test(path))).toBe(
      true,
    );
    expect(filesIn(one, '').map(({ path }) => path)).toContain('data/grades.yaml');
    const grades = join(here, 'elsewhere/grades.yaml');
    writeFileSync(grades, `${readFileSync(grades, 'utf8')}# seen\n`);
    expect(loadData(join(here, 'elsewhere')).digest).not.toBe(one.digest);
  });

  it('says where there is no data, and what cannot be read', () => {
    expect(() => loadData(join(here, 'none'))).toThrow(/ST-D021/);
    symlinkSync('/etc/passwd', join(hub, 'sources', '..', 'extra.yaml'));
    expect(() => loadData(hub)).toThrow(/ST-D004/);
  });
});
