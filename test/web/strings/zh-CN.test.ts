import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { en } from '../../../src/web/strings/en.ts';
import { zhCN } from '../../../src/web/strings/zh-CN.ts';

it('every list has as many entries in Chinese as in English', () => {
  const lengths = (of: object) =>
    Object.fromEntries(
      Object.entries(of).flatMap(([key, value]) => (Array.isArray(value) ? [[key, value.length]] : [])),
    );
  expect(lengths(zhCN)).toEqual(lengths(en));
  expect(Object.keys(lengths(en)).length).toBeGreaterThan(2);
});

it('no text is empty, and what is said in Chinese is Chinese', () => {
  const texts = Object.entries(zhCN).filter(([, value]) => typeof value === 'string') as [string, string][];
  for (const [, text] of texts) expect(text.trim()).not.toBe('');
  const spoken = texts.filter(([key]) => !['tag', 'asYaml'].includes(key));
  expect(spoken.filter(([, text]) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
});

const files = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('zh-CN.ts'))
    .map((name) => join(folder, name));

it.each([...files('src/web/strings'), ...files('src/report/strings')])(
  '%s has the marks of Chinese',
  (file) => {
    const half = readFileSync(file, 'utf8').match(/.*[\u4e00-\u9fff][,:;?!()].*/g) ?? [];
    expect(half.map((line) => line.trim())).toEqual([]);
  },
);

it('names every region of the dossiers that come with Sandtable', () => {
  const sites = readdirSync('dossiers', { recursive: true, encoding: 'utf8' })
    .filter((name) => /sites[/\\][^/\\]+\.yaml$/.test(name))
    .map((name) => join('dossiers', name));
  expect(sites.length).toBeGreaterThan(20);
  const regions = new Set(sites.map((file) => /^region: *([a-z-]+)/m.exec(readFileSync(file, 'utf8'))![1]!));
  expect([...regions].filter((id) => !/[\u4e00-\u9fff]/.test(zhCN.region(id)))).toEqual([]);
  expect([en.region('inner-mongolia'), zhCN.region('far-away')]).toEqual(['Inner Mongolia', 'Far Away']);
});

it('names every finding of the evidence in data and in the dossiers that come with Sandtable', () => {
  const yaml = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
  const kinds = yaml('data/evidence').flatMap((text) => Object.keys(parse(text).findings ?? {}));
  const seen = yaml('dossiers').flatMap((text) => [...text.matchAll(/^ +finding: *([a-z-]+)/gm)]);
  const findings = new Set([...kinds, ...seen.map((match) => match[1]!)]);
  expect(findings.size).toBeGreaterThan(40);
  expect([...findings].filter((id) => !/[\u4e00-\u9fff]/.test(zhCN.found(id)))).toEqual([]);
  expect([en.found('lit-notice'), zhCN.found('of-ones-own')]).toEqual(['lit notice', 'of ones own']);
});

it('writes percent signs in Chinese without a space, and Sandtable in every source line by its name', () => {
  for (const file of [...files('src/web/strings'), ...files('src/report/strings')]) {
    const text = readFileSync(file, 'utf8');
    expect(text.match(/[\d}] %/g), file).toBeNull();
    expect(text.match(/沙盘，/g), file).toBeNull();
  }
});

it('calls a site by one word, as docs/reference/nomenclature.md has it', () => {
  const spoken = ['src', 'data', 'dossiers'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:tsx?|yaml|json)$/.test(name))
      .map((name) => join(folder, name)),
  );
  expect(spoken.length).toBeGreaterThan(500);
  expect(spoken.filter((file) => readFileSync(file, 'utf8').includes('站点'))).toEqual([]);
  expect(readFileSync('docs/reference/nomenclature.md', 'utf8')).toContain('a site is 场址');
});
