import { expect, it } from 'vitest';
import { words } from '../../../src/web/strings/words.ts';

it('every list has as many entries in Chinese as in English', () => {
  const lengths = (of: object) =>
    Object.fromEntries(
      Object.entries(of).flatMap(([key, value]) => (Array.isArray(value) ? [[key, value.length]] : [])),
    );
  expect(lengths(words['zh-CN'])).toEqual(lengths(words.en));
  expect(Object.keys(lengths(words.en)).length).toBeGreaterThan(2);
});

it('no text is empty, and what is said in Chinese is Chinese', () => {
  const texts = Object.entries(words['zh-CN']).filter(([, value]) => typeof value === 'string') as [
    string,
    string,
  ][];
  for (const [, text] of texts) expect(text.trim()).not.toBe('');
  const spoken = texts.filter(([key]) => !['tag', 'asYaml'].includes(key));
  expect(spoken.filter(([, text]) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
});
