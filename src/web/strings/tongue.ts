import type { Strings } from '../../report/strings/strings.ts';
import type { Words } from './en.ts';

export type Tag = 'en' | 'zh-CN';

/** What the app says, and what the reports say, in one language. */
export interface Tongue {
  w: Words;
  s: Strings;
}

/** Words of the reports in a language, fetched when somebody reads it. */
export function stringsOf(tag: Tag): Promise<Strings> {
  return tag === 'zh-CN'
    ? import('../../report/strings/zh-CN.ts').then(({ zhCN }) => zhCN)
    : import('../../report/strings/en.ts').then(({ en }) => en);
}

/** Everything that is said in a language; the other one is not fetched. */
export async function tongueOf(tag: Tag): Promise<Tongue> {
  const words =
    tag === 'zh-CN' ? import('./zh-CN.ts').then(({ zhCN }) => zhCN) : import('./en.ts').then(({ en }) => en);
  const [w, s] = await Promise.all([words, stringsOf(tag)]);
  return { w, s };
}

/** The language that is asked for in an address, or else the browser's. */
export function tagOf(lang: string, browser = navigator.language): Tag {
  if (lang === 'en' || lang === 'zh-CN') return lang;
  return browser.startsWith('zh') ? 'zh-CN' : 'en';
}
