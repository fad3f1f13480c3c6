import { expect, it } from 'vitest';
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
