import { describe, expect, it } from 'vitest';
import * as screens from '../../../src/report/strings/screen-words.ts';

/** Every fixed text with its path. */
function texts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

/** Said in Chinese as it is in English. */
const international = new Set(['6 N', 'P1', 'P2', 'P3']);

describe.each(Object.entries(screens))('%s', (_, wordsIn) => {
  it('gives the words of the reader’s language', () => {
    const [en, zh] = [texts(wordsIn({ tag: 'en' })), new Map(texts(wordsIn({ tag: 'zh-CN' })))];
    expect(en.length).toBeGreaterThan(0);
    expect([...zh.keys()].sort()).toEqual(en.map(([path]) => path).sort());
    expect(en.filter(([path, text]) => zh.get(path) === text && !international.has(text))).toEqual([]);
    expect(en.filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
