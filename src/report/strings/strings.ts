import type { Localised } from '../../sources/source.ts';
import { en, type Strings } from './en.ts';
import { zhCN } from './zh-CN.ts';

export type { Strings } from './en.ts';

/** The languages Sandtable speaks, by BCP 47 tag. */
export const languages: Readonly<Record<'en' | 'zh-CN', Strings>> = { en, 'zh-CN': zhCN };

/** The words in the reader's language, or in English where they have not been translated. */
export function said(words: Localised, strings: Strings): string {
  const chinese = strings.tag === 'zh-CN' ? words.zh : undefined;
  return chinese === undefined ? clean(words.en) : chineseMarks(clean(chinese));
}

/** Brackets around Chinese as Chinese sets them: `智算中心（金开新能）`. */
function chineseMarks(text: string): string {
  return text.replace(/\(([^()]*\p{Script=Han}[^()]*)\)/gu, '（$1）');
}

/** With a capital, to begin a line. */
export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** The words in the other language, where there are any. */
export function saidOtherwise(words: Localised, strings: Strings): string | undefined {
  if (words.zh === undefined) return undefined;
  return strings.tag === 'zh-CN' ? clean(words.en) : chineseMarks(clean(words.zh));
}

/** Takes control characters and changes of writing direction out of text that came from a file. */
export function clean(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '');
}
