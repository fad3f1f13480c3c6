import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { en } from '../../../src/web/strings/en.ts';
import { s } from '../../../src/web/strings/plural.ts';
import { zhCN } from '../../../src/web/strings/zh-CN.ts';

const folder = new URL('../../../src/web/strings/', import.meta.url);

/** What the files of a language say, each by its exports. */
async function said(ending: string): Promise<object[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith(`-${ending}.ts`));
  const modules = await Promise.all(names.map((name) => import(new URL(name, folder).href)));
  return modules.flatMap((module) => Object.values(module) as object[]);
}

it('no two files say the same, and nothing that a file says is left out', async () => {
  const keys = (await said('en')).flatMap(Object.keys);
  expect(keys.length).toBeGreaterThan(200);
  expect(keys.toSorted()).toEqual(Object.keys(en).toSorted());
});

it('the files of the two languages say the same things', async () => {
  const english = new Set((await said('en')).map((part) => Object.keys(part).toSorted().join(' ')));
  const chinese = new Set((await said('zh-CN')).map((part) => Object.keys(part).toSorted().join(' ')));
  expect([...english].filter((part) => !chinese.has(part))).toEqual([]);
  expect(Object.keys(zhCN).toSorted()).toEqual(Object.keys(en).toSorted());
});

it('one has no plural, none and many have', () => {
  expect([0, 1, 2].map((n) => `item${s(n)}`)).toEqual(['items', 'item', 'items']);
});
