import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
// @ts-expect-error: a script without types
import { budget, scriptSizes, sumOf } from '../../scripts/script-sizes.mjs';
import { build } from '../build.ts';

it('all scripts of the app together keep the budget', () => {
  build();
  const sizes = scriptSizes();
  expect(sizes.some(({ name }: { name: string }) => name.includes('worker'))).toBe(true);
  expect(sumOf(sizes)).toBeLessThan(budget);
}, 240_000);

it('counts every script, wherever it lies, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandtable-sizes-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/a.js'), 'x'.repeat(100));
  writeFileSync(join(folder, 'b.js'), crypto.getRandomValues(new Uint8Array(500)));
  writeFileSync(join(folder, 'assets/c.css'), 'x');
  const sizes = scriptSizes(folder);
  expect(sizes.map(({ name }: { name: string }) => name)).toEqual(['b.js', 'assets/a.js']);
  expect(sumOf(sizes)).toBeGreaterThan(500);
  rmSync(folder, { recursive: true });
});
