import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Effects } from '../../src/cli/effects.ts';
import { findRun, keep, kept, writeWhole } from '../../src/cli/store.ts';
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
