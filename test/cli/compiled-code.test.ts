import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { codeFile, requireCompiled } from '../../src/cli/compiled-code.ts';

const folder = mkdtempSync(join(tmpdir(), 'compiled-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of its own, which exports what it knows of itself. */
function fileOf(name: string): string {
  const file = join(folder, name);
  writeFileSync(
    file,
    "exports.own = () => [require('node:path').basename(__filename), __dirname, module.exports === exports];",
  );
  return file;
}

const own = (file: string) => createRequire(file)(file).own();

it('takes a file in as require would', () => {
  const file = fileOf('plain.cjs');
  const script = requireCompiled(file);
  expect(own(file)).toEqual(['plain.cjs', folder, true]);
  expect(script.cachedDataRejected).toBeUndefined();
});

it('starts from the code that was made of it', () => {
  const file = fileOf('made.cjs');
  const script = requireCompiled(file);
  own(file);
  writeFileSync(codeFile(file), script.createCachedData());
  delete createRequire(file).cache[file];
  expect(requireCompiled(file).cachedDataRejected).toBe(false);
  expect(own(file)).toEqual(['made.cjs', folder, true]);
});

it('starts from the text where the code is of another V8, or broken', () => {
  const file = fileOf('broken.cjs');
  writeFileSync(codeFile(file), 'no code at all');
  expect(requireCompiled(file).cachedDataRejected).toBe(true);
  expect(own(file)).toEqual(['broken.cjs', folder, true]);
});
