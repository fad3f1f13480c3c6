import type { Span } from './refusal.ts';
import { chineseUnits } from './symbols.ts';
import { chineseWords } from './words.ts';

/**
 * A piece of a quantity.
 *
 * - `number` digits with separators and exponent, not checked yet
 * - `word`   letters of one script: a unit, a multiplier, `to`
 * - `power`  superscripts: `²`, `⁻¹`
 * - `sign`   anything else
 */
export interface Token extends Span {
  kind: 'number' | 'word' | 'power' | 'sign';
  text: string;
  /** Whether white space or the start of the text comes before. */
  spaced: boolean;
}

/** Cuts a text into tokens; reads every text, and leaves the judging to the parser. */
export function scan(text: string): Token[] {
  const plain = simplify(text);
  const tokens: Token[] = [];
  let offset = 0;
  let spaced = true;
  while (offset < plain.length) {
    const rest = plain.slice(offset);
    if (rest.startsWith(' ')) {
      spaced = true;
      offset += 1;
      continue;
    }
    const { kind, length } = next(rest);
    tokens.push({ kind, text: rest.slice(0, length), offset, length, spaced });
    offset += length;
    spaced = false;
  }
  return tokens;
}

/** First match wins. The words of Latin script hold the signs that act as units. */
const patterns: readonly [Token['kind'], RegExp][] = [
  ['number', /^(\d|\.(?=\d))(\d|[.,'](?=\d))*([eE][+-]?\d+)?/],
  ['power', /^⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/],
  ['word', /^[°℃℉]\p{Script=Latin}*/u],
  ['word', /^[%‰$€¥£㎡㎥]/],
  ['word', /^[\p{Script=Latin}µ]+\$?/u],
  ['sign', /^(\.{2,3}|[<>]=)/],
];

function next(rest: string): { kind: Token['kind']; length: number } {
  for (const [kind, pattern] of patterns) {
    const found = pattern.exec(rest)?.[0];
    if (found) return { kind, length: found.length };
  }
  const han = /^\p{Script=Han}+/u.exec(rest)?.[0];
  if (han) return { kind: 'word', length: chineseWord(han).length };
  return { kind: 'sign', length: String.fromCodePoint(rest.codePointAt(0)!).length };
}

const vocabulary = [...chineseUnits, ...chineseWords].sort((a, b) => b.length - a.length);

/** The longest known word a run of Chinese starts with; the whole run where none is known. */
function chineseWord(run: string): string {
  return vocabulary.find((word) => run.startsWith(word)) ?? run;
}

/** Replaces full-width and typographic variants by the plain character, one for one, so that offsets stay true. */
function simplify(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, ' ')
    .replace(/[−‐‑﹣]/g, '-')
    .replace(/[—―]/g, '–')
    .replace(/[∼〜]/g, '~')
    .replace(/[⋅∙•]/g, '·')
    .replace(/μ/g, 'µ')
    .replace(/…/g, '–')
    .replace(/￥/g, '¥')
    .replace(/’/g, "'");
}
