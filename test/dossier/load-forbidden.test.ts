import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checkDossier } from '../../src/dossier/load.ts';
import { folder, kinds } from './minimal.ts';

/** What the operating system refuses here: tests may run as root, whom no permission stops. */
const refused = vi.hoisted(() => ({ open: /(?!)/, list: /(?!)/ }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const guarded = <A extends [unknown, ...unknown[]], R>(call: (...given: A) => R, by: 'open' | 'list') => {
    return (...given: A): R => {
      if (!refused[by].test(String(given[0]))) return call(...given);
      throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    };
  };
  return {
    ...fs,
    readdirSync: guarded(fs.readdirSync as never, 'list'),
    readFileSync: guarded(fs.readFileSync as never, 'open'),
    statSync: guarded(fs.statSync as never, 'open'),
  };
});

let here: string;
let hub: string;
beforeEach(() => {
  here = mkdtempSync(join(tmpdir(), 'sandtable-'));
  hub = join(here, 'minimal');
  cpSync(folder, hub, { recursive: true });
});
afterEach(() => {
  Object.assign(refused, { open: /(?!)/, list: /(?!)/ });
  rmSync(here, { recursive: true });
});

const check = (reference = hub) =>
  checkDossier(reference, { data: { files: [], digest: '' }, kinds, dossiersFolders: [here] }).faults;

it.each([
  ['that may be listed but not opened', { open: /minimal\/hub\.yaml$/ }],
  ['that may be opened but not listed', { list: /minimal$/ }],
])('says of a folder %s that it may not be read, and nothing else', (_, paths) => {
  Object.assign(refused, paths);
  for (const reference of [hub, 'minimal']) {
    const [fault, ...more] = check(reference);
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ code: 'ST-D021' });
    expect(fault!.what).toBe(`\`${hub}\` cannot be read: you may not read it.`);
    expect(fault!.fix).toContain('chmod u+rX');
  }
});

it.each(['sources.yaml', 'sites', 'sites/example-county.yaml'])(
  'tells of %s that it may not be read, and not what follows from that',
  (name) => {
    const path = new RegExp(`minimal/${name}$`);
    Object.assign(refused, { open: path, list: path });
    expect(check().map(({ code, what }) => `${code} ${what}`)).toEqual([
      `ST-D021 \`${hub}/${name}\` cannot be read: you may not read it.`,
    ]);
  },
);

it('still tells what is wrong elsewhere, after what cannot be read', () => {
  refused.open = /minimal\/sources\.yaml$/;
  const path = join(hub, 'evidence.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('finding: granted', 'finding: refused'));
  expect(check().map(({ code }) => code)).toEqual(['ST-D021', 'ST-D012']);
});
