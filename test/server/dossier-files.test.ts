import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { homeOf, requireFilePath, requireOwn, textsOf, versionOf } from '../../src/server/dossier-files.ts';
import { attacks } from './attacks.ts';
import { houseAt, workingFolder } from './harness.ts';

describe('the path of a file', () => {
  it.each(attacks)('is never %j', (path) => {
    expect(() => requireFilePath(path)).toThrow('ST-H011');
  });

  it.each(['hub.yaml', 'evidence.yaml', 'sites/example-county.yaml', 'evidence/tenders-2024.yaml'])(
    'may be %s',
    (path) => expect(requireFilePath(path)).toBe(path),
  );
});

it('two texts have one version only where they are the same', () => {
  expect(versionOf('a')).toBe(versionOf('a'));
  expect(versionOf('a')).not.toBe(versionOf('a\n'));
  expect(versionOf('a')).toMatch(/^[0-9a-f]{20}$/);
});

describe('a dossier', () => {
  it('that is not there is refused with what is', () => {
    const house = houseAt(workingFolder());
    expect(() => homeOf(house, 'minimol')).toThrow('Did you mean minimal?');
  });

  it("is written only where it is the user's own", () => {
    const house = houseAt(workingFolder());
    expect(requireOwn(house, 'minimal').origin).toBe('own');
    expect(() => requireOwn(house, 'xinjiang-qinghai')).toThrow('ST-H010');
    expect(() => requireOwn(house, 'lotus')).toThrow('ST-H010');
  });

  it('shows no file that a link brings in from elsewhere, and says so without naming the machine', () => {
    const cwd = workingFolder();
    const secret = join(cwd, 'secret.yaml');
    writeFileSync(secret, 'password: swordfish\n');
    symlinkSync(secret, join(cwd, 'minimal', 'looks.yaml'));
    const { files, faults } = textsOf(homeOf(houseAt(cwd), 'minimal'));
    expect(JSON.stringify(files)).not.toContain('swordfish');
    expect(faults.map(({ code }) => code)).toEqual(['ST-D004']);
    expect(JSON.stringify(faults)).not.toContain(cwd);
  });

  it('shows nothing of what became of a known hub', () => {
    const { files } = textsOf(homeOf(houseAt(workingFolder()), 'lotus'));
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter(({ path }) => path.startsWith('outcome'))).toEqual([]);
  });
});
