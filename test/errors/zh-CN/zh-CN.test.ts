import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, type Explanation } from '../../../src/errors/catalogue.ts';
import { catalogueZhCN } from '../../../src/errors/zh-CN/catalogue.ts';
import { sentences } from '../../../src/errors/zh-CN/sentences.ts';
import { zhCN } from '../../../src/errors/zh-CN/zh-CN.ts';

const source = new URL('../../../src/', import.meta.url);
const han = /\p{Script=Han}/u;
/** What is typed as it stands: what backticks enclose, options, commands, and keys with what follows. */
const typed = /`[^`]+`|(?<![\w-])--[a-z][\w-]*|sandtable [a-z]+|ST-[A-Z]\d{3}|\b\w+\.yaml\b/g;
const typedIn = (text: string) => [...new Set(text.match(typed) ?? [])].sort();

describe('the catalogue', () => {
  const codes = Object.entries<Explanation>(catalogue);

  it.each(codes)('%s is said in Chinese, with everything that is typed', (code, english) => {
    const chinese = catalogueZhCN[code as keyof typeof catalogue];
    expect(chinese.title).toMatch(han);
    expect(chinese.title).not.toMatch(/[。.]$/);
    expect(chinese.why).toMatch(/[。？！]$/);
    expect(chinese.fix).toMatch(/[。？！]$/);
    for (const part of ['why', 'fix'] as const)
      expect(typedIn(chinese[part])).toEqual(typedIn(english[part]));
  });

  it('has titles that tell the codes apart, as far as the English ones do', () => {
    const count = (texts: readonly Explanation[]) => new Set(texts.map(({ title }) => title)).size;
    expect(count(Object.values(catalogueZhCN))).toBeGreaterThanOrEqual(count(Object.values(catalogue)));
  });
});

describe('the sentences', () => {
  const names = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

  it.each(Object.entries(sentences))('%j is said in Chinese', (english, chinese) => {
    expect([...new Set(names(chinese))]).toEqual([...new Set(names(english))]);
    expect(/[.?]$/.test(english)).toBe(/[。？]$/.test(chinese));
    const bare = (text: string) => text.replace(/\{\w+\}/g, '');
    if (/[a-z]/i.test(bare(english))) expect(chinese).toMatch(han);
    const quoted = (text: string) =>
      typedIn(text).filter((one) => !/who judged|what the judgement/.test(one));
    for (const one of quoted(english)) expect(chinese).toContain(one);
  });

  it('are all used: none is left of what is no longer said', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.tsx?$/.test(name) && !name.startsWith('errors/zh-CN'),
    );
    const code = files.map((name) => readFileSync(new URL(name, source), 'utf8')).join('\n');
    const written = (text: string) => [`'${text.replaceAll("'", "\\'")}'`, `"${text}"`];
    const unused = Object.keys(sentences).filter((text) => !written(text).some((one) => code.includes(one)));
    expect(unused).toEqual([]);
  });
});

it('counts in words', () => {
  const { counts, rest, sound } = zhCN.words;
  expect(counts(1, 2)).toBe('1 个错误，2 条警告');
  expect(counts(0, 2)).toBe('2 条警告');
  expect(rest(3)).toContain('3');
  const of = { id: 'my-hub', sites: 1, items: 2, sources: 3, next: 'sandtable assess my-hub' };
  expect(sound(of)).toBe('my-hub：1 条场址记录，2 条证据，3 个来源，没有错误。接着：sandtable assess my-hub');
});
