import { expect, it } from 'vitest';
import { stringsOf, tagOf, tongueOf } from '../../../src/web/strings/tongue.ts';

it.each(['en', 'zh-CN'] as const)('everything said in %s is in that language', async (tag) => {
  const { w, s } = await tongueOf(tag);
  expect([w.tag, s.tag]).toEqual([tag, tag]);
  expect(await stringsOf(tag)).toBe(s);
});

it('the language is that of the address, or else of the browser', () => {
  const given = ['en', 'zh-CN', '', 'fr'];
  expect(given.map((lang) => tagOf(lang, 'zh-TW'))).toEqual(['en', 'zh-CN', 'zh-CN', 'zh-CN']);
  expect(given.map((lang) => tagOf(lang, 'de'))).toEqual(['en', 'zh-CN', 'en', 'en']);
});
