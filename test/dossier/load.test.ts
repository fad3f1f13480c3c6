import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dossierIds } from '../../src/dossier/folder.ts';
import { checkDossier, loadDossier } from '../../src/dossier/load.ts';
import { SandtableError } from '../../src/errors/fault.ts';
import { renderFaults } from '../../src/report/terminal/faults.ts';
import { folder, kinds, minimal } from './minimal.ts';

const data = { files: [], digest: '' };
const evil = '- id: x\n  secret: 1\n';
let here: string;
let hub: string;

beforeEach(() => {
  here = mkdtempSync(join(tmpdir(), 'sandtable-'));
  hub = join(here, 'minimal');
  cpSync(folder, hub, { recursive: true });
  writeFileSync(join(here, 'outside.yaml'), evil);
});
afterEach(() => rmSync(here, { recursive: true }));

const codes = (reference = hub) => checkDossier(reference, { data, kinds }).faults.map(({ code }) => code);
/** Every file below the folder with its content and time. */
const state = () =>
  readdirSync(here, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => {
      const { mtimeMs, size } = lstatSync(join(here, path));
      return `${path} ${mtimeMs} ${size}`;
    });

describe('loadDossier', () => {
  it('loads a folder, by path or by id, to the same digest', () => {
    const byPath = loadDossier(hub, { data, kinds });
    const byId = loadDossier('minimal', { data, kinds, dossiersFolders: [join(here, 'none'), here] });
    expect(byPath.digest).toBe(byId.digest);
    expect(byPath.digest).toBe(loadDossier(folder, { data, kinds }).digest);
    expect(byPath.evidence).toHaveLength(3);
    expect(loadDossier(`${hub}/`, { data }).id).toBe('minimal');
    expect(byPath.hub.place.file).toBe(`${hub}/hub.yaml`);
  });

  it('leaves out what is no YAML: notes, figures, hidden folders', () => {
    writeFileSync(join(hub, 'README.md'), 'notes');
    mkdirSync(join(hub, '.git'));
    writeFileSync(join(hub, '.git/config.yaml'), evil);
    mkdirSync(join(hub, 'figures'));
    writeFileSync(join(hub, 'figures/a.yaml'), evil);
    expect(codes()).toEqual([]);
  });

  it.each([
    ['no such id', 'minimall', 'ST-D002'],
    ['a way up', '../..', 'ST-D001'],
    ['a long way up', '../../../../../../../../etc', 'ST-D001'],
    ['a file', 'package.json', 'ST-D002'],
    ['an encoded way up', '..%2f..%2fetc', 'ST-D002'],
    ['a device', '/dev/null', 'ST-D002'],
    ['a NUL', 'minimal\0/../../etc', 'ST-D002'],
    ['nothing', '', 'ST-D002'],
    ['a very long name', 'x'.repeat(100_000), 'ST-D002'],
  ])('refuses %s', (_, reference, code) => {
    expect(codes(reference)[0]).toBe(code);
    const { faults } = checkDossier(reference, { data, dossiersFolders: [here] });
    expect(renderFaults(faults)).not.toMatch(/ at .*\.ts:|(?!\n)\p{Cc}/u);
    expect(() => loadDossier(reference, { data, dossiersFolders: [here] })).toThrow(SandtableError);
  });

  it('proposes the dossier that may be meant', () => {
    const [fault] = checkDossier('minimall', { data, dossiersFolders: [here] }).faults;
    expect(fault).toMatchObject({ code: 'ST-D002', fix: 'Did you mean minimal?' });
    expect(dossierIds([here, folder, join(here, 'none')])).toEqual(['minimal']);
  });

  it.each([
    ['a link out of the folder', () => symlinkSync('../outside.yaml', join(hub, 'looks.yaml')), 'ST-D004'],
    ['a link to an absolute path', () => symlinkSync('/etc/passwd', join(hub, 'looks.yaml')), 'ST-D004'],
    [
      'a linked folder',
      () => {
        rmSync(join(hub, 'sites'), { recursive: true });
        symlinkSync(here, join(hub, 'sites'));
      },
      'ST-D004',
    ],
    [
      'a chain of links',
      () => {
        symlinkSync('../outside.yaml', join(hub, 'a'));
        symlinkSync('a', join(hub, 'looks.yaml'));
      },
      'ST-D004',
    ],
    ['a link to itself', () => symlinkSync('looks.yaml', join(hub, 'looks.yaml')), 'ST-D021'],
    ['a link to nothing', () => symlinkSync('nowhere.yaml', join(hub, 'looks.yaml')), 'ST-D021'],
    ['a folder with the name of a file', () => mkdirSync(join(hub, 'looks.yaml')), 'ST-D021'],
    ['another ending', () => writeFileSync(join(hub, 'looks.yml'), '[]'), 'ST-D003'],
    ['a name with a space', () => writeFileSync(join(hub, 'sites/a b.yaml'), evil), 'ST-D003'],
    [
      'a name with an escape sequence',
      () => writeFileSync(join(hub, 'sites/\u001b[2J.yaml'), evil),
      'ST-D003',
    ],
    ['a name that climbs', () => writeFileSync(join(hub, 'sites/...yaml'), evil), undefined],
    ['a stray file', () => writeFileSync(join(hub, 'look.yaml'), '[]'), 'ST-D005'],
    ['a mistyped folder', () => mkdirSync(join(hub, 'site')), 'ST-D005'],
    [
      'UTF-16',
      () => writeFileSync(join(hub, 'looks.yaml'), Buffer.from('\ufeff- id: a', 'utf16le')),
      'ST-S001',
    ],
    ['another encoding', () => writeFileSync(join(hub, 'looks.yaml'), Buffer.from([0xd2, 0xc1])), 'ST-S001'],
    ['a NUL byte', () => writeFileSync(join(hub, 'looks.yaml'), '- id: a\0'), 'ST-S001'],
    ['a huge file', () => writeFileSync(join(hub, 'looks.yaml'), Buffer.alloc(1_000_001, 0x20)), 'ST-S002'],
    [
      'too much in all',
      () => {
        for (let i = 0; i < 21; i++)
          writeFileSync(join(hub, `sites/s${i}.yaml`), Buffer.alloc(1_000_000, 0x23));
      },
      'ST-D006',
    ],
    [
      'too many files',
      () => {
        for (let i = 0; i < 501; i++) writeFileSync(join(hub, `sites/s${i}.yaml`), '# x');
      },
      'ST-D006',
    ],
    ['a bomb', () => writeFileSync(join(hub, 'looks.yaml'), '['.repeat(900_000)), 'ST-S003'],
  ] as const)('refuses %s, and writes nothing', (_, prepare, code) => {
    prepare();
    const before = state();
    const { dossier, faults } = checkDossier(hub, { data, kinds });
    if (code) {
      const codes = faults.map((fault) => fault.code);
      expect(codes).toContain(code);
      if (code === 'ST-D006') expect(codes).toEqual([code]);
      expect(dossier).toBeUndefined();
    }
    const shown = renderFaults(faults);
    expect(shown).not.toMatch(/secret|root:|\n {4}at |(?!\n)\p{Cc}/u);
    expect(state()).toEqual(before);
  });

  it('says that a file is in a Chinese encoding, and not that what it describes is unknown', () => {
    const title = Buffer.from([0xd2, 0xc1, 0xce, 0xe1]);
    const text = readFileSync(join(hub, 'sources.yaml'), 'utf8').split('title: ');
    const bytes = text.flatMap((part, i) => [
      ...(i > 0 ? [Buffer.from('title: '), title] : []),
      Buffer.from(part),
    ]);
    writeFileSync(join(hub, 'sources.yaml'), Buffer.concat(bytes));
    const { faults } = checkDossier(hub, { data, kinds });
    expect(faults.map(({ code, place }) => `${code} ${place?.file}`)).toEqual([
      `ST-S001 ${hub}/sources.yaml`,
    ]);
    expect(faults[0]!.what).toContain('GB18030');
  });

  it('says first which file cannot be read', () => {
    writeFileSync(join(hub, 'sources.yaml'), Buffer.from([0xff, 0x80]));
    const path = join(hub, 'evidence.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('finding: granted', 'finding: refused'));
    expect(codes()).toEqual(['ST-S001', 'ST-D012']);
    const wrong = () => loadDossier(hub, { data, kinds });
    expect(wrong).toThrow(/^ST-S001/);
  });

  it('reads a link that stays inside the folder', () => {
    mkdirSync(join(hub, 'drafts'));
    writeFileSync(join(hub, 'drafts/more.yaml'), '[]');
    symlinkSync('drafts/more.yaml', join(hub, 'looks.yaml'));
    expect(codes()).toEqual([]);
  });

  it('tells every fault of all files, those of the folder and those inside', () => {
    symlinkSync('../outside.yaml', join(hub, 'looks.yaml'));
    const notice = minimal.find(({ path }) => path === 'evidence.yaml')!;
    writeFileSync(
      join(hub, 'evidence.yaml'),
      notice.text.replace('B3', 'b3').replace('per: 1000 P', 'per: 1000 Pflops'),
    );
    expect(codes().sort()).toEqual(['ST-D004', 'ST-S032', 'ST-U005']);
  });
});
