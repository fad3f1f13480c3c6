import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Effects } from '../../src/cli/effects.ts';
import { checkOutput, findRun, keep, kept, writeWhole } from '../../src/cli/store.ts';
import { invented } from '../fixtures/assessment/invented.ts';
import { folder } from './harness.ts';

const at = (cwd: string) => ({ cwd }) as Effects;

it('keeps a run and finds it by its id', () => {
  const effects = at(folder());
  expect(keep({ reference: 'x', assessment: invented }, effects)).toBe(true);
  expect(kept(invented.run.id, effects)?.assessment.run).toEqual(invented.run);
  expect(findRun(invented.run.id, effects).reference).toBe('x');
});

it('does without where the folder cannot be written', () => {
  const cwd = folder();
  writeFileSync(join(cwd, '.sandtable'), 'a file in the way');
  expect(keep({ reference: 'x', assessment: invented }, at(cwd))).toBe(false);
});

it('does not follow an id out of its folder', () => {
  const cwd = folder();
  mkdirSync(join(cwd, '.sandtable', 'runs'), { recursive: true });
  writeFileSync(join(cwd, 'secret.json'), '{"reference":"x","assessment":{}}');
  expect(kept('../../secret', at(cwd))).toBeNull();
});

it('writes files whole or not at all', () => {
  const cwd = folder();
  writeWhole(join(cwd, 'a.txt'), 'one');
  writeWhole(join(cwd, 'a.txt'), 'two');
  expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe('two');
  expect(readdirSync(cwd)).toEqual(['a.txt']);
});

it('writes through a link or to a device, and leaves no draft where it fails', () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'target.txt'), 'old');
  symlinkSync(join(cwd, 'target.txt'), join(cwd, 'link.txt'));
  writeWhole(join(cwd, 'link.txt'), 'new');
  expect(lstatSync(join(cwd, 'link.txt')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(cwd, 'target.txt'), 'utf8')).toBe('new');
  mkdirSync(join(cwd, 'taken'));
  expect(() => writeWhole(join(cwd, 'taken'), 'x')).toThrow();
  expect(readdirSync(cwd).sort()).toEqual(['link.txt', 'taken', 'target.txt']);
});

it('refuses an impossible output before anything is computed', () => {
  const cwd = folder();
  expect(() => checkOutput('no/such/folder.json', at(cwd))).toThrow(/no such folder/);
  expect(() => checkOutput('.', at(cwd))).toThrow(/a folder/);
  expect(() => checkOutput('run.json', at(cwd))).not.toThrow();
  expect(() => checkOutput(undefined, at(cwd))).not.toThrow();
});
