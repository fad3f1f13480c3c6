import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { markOf, watcher } from '../../src/server/watch.ts';
import { houseAt, workingFolder } from './harness.ts';

it('tells which files are new, changed, renamed and gone, once', () => {
  const cwd = workingFolder();
  const look = watcher(() => houseAt(cwd).homes());
  expect(look()).toEqual([]);
  const at = (path: string) => join(cwd, 'minimal', path);
  writeFileSync(at('looks.yaml'), '[]\n');
  writeFileSync(at('evidence.yaml'), '[]\n');
  expect(look()).toEqual([{ dossier: 'minimal', files: ['evidence.yaml', 'looks.yaml'] }]);
  expect(look()).toEqual([]);
  renameSync(at('looks.yaml'), at('assumptions.yaml'));
  rmSync(at('sites/example-county.yaml'));
  expect(look()).toEqual([
    { dossier: 'minimal', files: ['assumptions.yaml', 'looks.yaml', 'sites/example-county.yaml'] },
  ]);
});

it('tells that a dossier came or went', () => {
  const cwd = workingFolder();
  const look = watcher(() => houseAt(cwd).homes());
  rmSync(join(cwd, 'minimal'), { recursive: true });
  expect(look()).toEqual([{ dossier: 'minimal', files: [] }]);
  expect(look()).toEqual([]);
});

it('does not look at drafts that are being saved', () => {
  const cwd = workingFolder();
  const look = watcher(() => houseAt(cwd).homes());
  writeFileSync(join(cwd, 'minimal/hub.yaml.1-1.tmp'), 'x');
  expect(look()).toEqual([]);
});

it('one state has one mark', () => {
  expect(markOf([1, 'a'])).toBe(markOf([1, 'a']));
  expect(markOf([1, 'a'])).not.toBe(markOf([1, 'b']));
});
