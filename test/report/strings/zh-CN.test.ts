import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { en } from '../../../src/report/strings/en.ts';
import { zhCN } from '../../../src/report/strings/zh-CN.ts';

/** Every text of a language, functions called with arguments that show. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
  }
  return [];
}

/** Said in Chinese as it is in English. */
const international = new Set(['PUE']);

it('has a translation for every fixed text', () => {
  const chinese = new Map(texts(zhCN, ''));
  const same = texts(en, '').filter(([path, text]) => chinese.get(path) === text && !international.has(text));
  expect(same).toEqual([]);
});

it('says why confidence is what it is, in Chinese throughout', () => {
  const reasons = [
    { about: 'origins', telling: 4, strong: 5, for: 3, against: 2, contested: true },
    { about: 'priors', words: 2 },
    { about: 'priors', words: 1 },
    { about: 'weak-source', item: null },
    { about: 'age', days: 12 },
    { about: 'age', days: null },
  ] as const;
  const texts = reasons.map((reason) => zhCN.confidenceReasons([reason]));
  expect(new Set(texts).size).toBe(reasons.length);
  for (const text of texts) expect(text.replace('A或B', '')).not.toMatch(/[A-Za-z]/);
  expect(zhCN.confidenceReasons(reasons.slice(0, 2))).toBe(
    '评级A或B的5个独立出处中，4个对答案有影响（3个支持，2个反对）；可靠来源相互矛盾；三种先验给出2种用词',
  );
});

it('writes large numbers in 万 and 亿', () => {
  expect(zhCN.number(115_000, 3)).toBe('11.5万');
  expect(zhCN.tick(1e8)).toBe('1亿');
});

it('names whoever issued an instrument', () => {
  const texts = readdirSync('data/controls')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join('data/controls', name), 'utf8'));
  const issuers = new Set(texts.map((text) => /^issuer: *(.+)$/m.exec(text)![1]!));
  expect(issuers.size).toBeGreaterThan(10);
  expect([...issuers].filter((name) => !/[\u4e00-\u9fff]/.test(zhCN.controls.issuer(name)))).toEqual([]);
  expect([en.controls.issuer('BIS'), zhCN.controls.issuer('Their office')]).toEqual(['BIS', 'Their office']);
});

it('names what is claimed of chips, and leaves their ids', () => {
  const claimed = ['unnamed', 'domestic', 'h100-sxm5'];
  expect(claimed.map(zhCN.chipSaid)).toEqual(['未具名', '国产芯片', 'h100-sxm5']);
  expect(claimed.map(en.chipSaid)).toEqual(claimed);
});
