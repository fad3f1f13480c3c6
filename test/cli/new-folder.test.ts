import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkId, renamed, writeFolder } from '../../src/cli/new-folder.ts';
import { SandtableError } from '../../src/errors/fault.ts';
import { folder } from './harness.ts';

function codeOf(act: () => unknown): string[] {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof SandtableError) return thrown.faults.map(({ code }) => code);
    throw thrown;
  }
  return [];
}

const files = { 'hub.yaml': '# a hub\nid: old # its folder\nname: { en: Old }\n', 'sites/a.yaml': 'id: a\n' };

it('writes every file, or says what stands there already', () => {
  const cwd = folder();
  writeFolder('mine', files, { cwd });
  expect(readFileSync(join(cwd, 'mine/sites/a.yaml'), 'utf8')).toBe('id: a\n');
  expect(codeOf(() => writeFolder('mine', files, { cwd }))).toEqual(['ST-X012']);
  expect(readdirSync(cwd)).toEqual(['mine']);
});

it('leaves nothing behind where a file cannot be written', () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'file'), '');
  expect(codeOf(() => writeFolder('mine', { ...files, 'hub.yaml/x.yaml': '' }, { cwd }))).toEqual([
    'ST-X014',
  ]);
  expect(readdirSync(cwd)).toEqual(['file']);
  mkdirSync(join(cwd, 'there'));
  expect(codeOf(() => writeFolder('there', files, { cwd }))).toEqual(['ST-X012']);
});

it('gives a dossier another id and leaves the rest of its file as it is', () => {
  expect(renamed(files, 'new')['hub.yaml']).toBe('# a hub\nid: new # its folder\nname: { en: Old }\n');
});

it.each(['con', 'A', '-y', '1st', 'a_b', 'x'.repeat(65)])('refuses the id %s', (id) => {
  expect(codeOf(() => checkId(id))).toEqual(['ST-X013']);
});
