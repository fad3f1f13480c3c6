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

it('has a translation for every fixed text', () => {
  const chinese = new Map(texts(zhCN, ''));
  const same = texts(en, '').filter(([path, text]) => chinese.get(path) === text);
  expect(same).toEqual([]);
});

it('writes large numbers in 万 and 亿', () => {
  expect(zhCN.number(115_000, 3)).toBe('11.5万');
  expect(zhCN.tick(1e8)).toBe('1亿');
});
