import type { Span } from './refusal.ts';
import { scan, type Token } from './scan.ts';

/** Where the parser is in a text. */
export interface Cursor {
  text: string;
  tokens: readonly Token[];
  at: number;
}

export function cursorOn(text: string): Cursor {
  return { text, tokens: scan(text), at: 0 };
}

/** The token `ahead` places on, without taking it. */
export function peek(cursor: Cursor, ahead = 0): Token | undefined {
  return cursor.tokens[cursor.at + ahead];
}

/** Takes the next token if it reads `text`. */
export function take(cursor: Cursor, ...texts: string[]): Token | undefined {
  const token = peek(cursor);
  if (!token || !texts.includes(token.text.toLowerCase())) return undefined;
  cursor.at += 1;
  return token;
}

/** Takes the longest run of up to three tokens that is in a vocabulary, words parted by one space. */
export function takePhrase(cursor: Cursor, has: (phrase: string) => boolean): string | undefined {
  for (let length = 3; length > 0; length--) {
    const tokens = cursor.tokens.slice(cursor.at, cursor.at + length);
    const phrase = tokens.map((token) => token.text.toLowerCase()).join(' ');
    if (tokens.length === length && has(phrase)) {
      cursor.at += length;
      return phrase;
    }
  }
  return undefined;
}

/** The next token, or the end of the text. */
export function here(cursor: Cursor): Span {
  return peek(cursor) ?? { offset: cursor.text.length, length: 1 };
}

/** From a first token to the last one taken. */
export function since(cursor: Cursor, first: number): Span {
  const [start, end] = [cursor.tokens[first], cursor.tokens[cursor.at - 1]];
  if (!start || !end) return here(cursor);
  return { offset: start.offset, length: end.offset + end.length - start.offset };
}

/** The text of a span. */
export function textOf(cursor: Cursor, span: Span): string {
  return cursor.text.slice(span.offset, span.offset + span.length);
}
