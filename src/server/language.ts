import type { Context } from 'hono';
import { type Tag, type Translation, translationOf } from '../errors/told.ts';

/** The language that a request asks faults in: its parameter `language`, else what its reader prefers. */
export function languageOf(c: Context): Tag {
  const asked = new URL(c.req.url).searchParams.getAll('language').at(-1);
  if (asked === 'en' || asked === 'zh-CN') return asked;
  return preferred(c.req.header('accept-language') ?? '');
}

/** What it takes to tell a reader faults; nothing for English. */
export function translationFor(c: Context): Promise<Translation | undefined> {
  c.header('Vary', 'Accept-Language');
  return translationOf(languageOf(c));
}

/** The first of the languages known among those that a header accepts, by weight; English where there is none. */
function preferred(header: string): Tag {
  const ranges = header.split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    const weight = parameters.find((word) => word.startsWith('q='))?.slice(2);
    return { range, weight: weight === undefined ? 1 : Number(weight) };
  });
  const known = ranges
    .filter(({ range, weight }) => /^(en|zh)\b/.test(range) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  // Simplified Chinese is what there is: whoever reads any Chinese is served better by it than by English.
  return known[0]?.range.startsWith('zh') ? 'zh-CN' : 'en';
}
