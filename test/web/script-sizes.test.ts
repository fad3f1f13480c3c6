import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
// @ts-expect-error: a script without types
import { budget, fetchedAtMost, scriptSizes } from '../../scripts/script-sizes.mjs';
import { build } from '../build.ts';

interface Size {
  name: string;
  bytes: number;
  language?: string;
}

const web = fileURLToPath(new URL('../../dist/web/', import.meta.url));
const chinese = /[\u4e00-\u9fff]/g;
/** Signs that scripts of every reader hold: units as 万, labels of quantities in both languages, and the name of the other language. */
const shared = 500;

describe('the built app', () => {
  it('gives no reader more than the budget, every script counted but those of the other language', () => {
    build();
    const sizes: Size[] = scriptSizes();
    expect(sizes.some(({ name }) => name.includes('worker'))).toBe(true);
    expect(fetchedAtMost(sizes)).toBeLessThan(budget);
  }, 240_000);

  it('counts as of one language only what is written in it', () => {
    build();
    const signs = ({ name }: Size) => readFileSync(join(web, name), 'utf8').match(chinese)?.length ?? 0;
    const of = (language?: string) => (scriptSizes() as Size[]).filter((one) => one.language === language);
    expect(of('zh-CN').length).toBe(of('en').length);
    for (const one of of('zh-CN')) expect(signs(one)).toBeGreaterThan(1000);
    for (const one of of('en')) expect(signs(one)).toBe(0);
    expect(of().reduce((sum, one) => sum + signs(one), 0)).toBeLessThan(shared);
  }, 240_000);
});

it('counts every script, wherever it lies, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandtable-sizes-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/a.js'), 'x'.repeat(100));
  writeFileSync(join(folder, 'b.js'), crypto.getRandomValues(new Uint8Array(500)));
  writeFileSync(join(folder, 'assets/en-1.js'), crypto.getRandomValues(new Uint8Array(300)));
  writeFileSync(join(folder, 'assets/zh-CN-1.js'), crypto.getRandomValues(new Uint8Array(400)));
  writeFileSync(join(folder, 'assets/c.css'), 'x');
  const sizes: Size[] = scriptSizes(folder);
  expect(sizes.map(({ name }) => name)).toEqual([
    'b.js',
    'assets/zh-CN-1.js',
    'assets/en-1.js',
    'assets/a.js',
  ]);
  const bytes = (...at: number[]) => at.reduce((sum, i) => sum + sizes[i]!.bytes, 0);
  expect(fetchedAtMost(sizes, 'en')).toBe(bytes(0, 2, 3));
  expect(fetchedAtMost(sizes)).toBe(bytes(0, 1, 3));
  rmSync(folder, { recursive: true });
});
