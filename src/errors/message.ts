import type { sentences } from './zh-CN/sentences.ts';

/** An English sentence with names in braces for what changes; all of them are also said in Chinese. */
export type Pattern = keyof typeof sentences;

/** A sentence that can be said in several languages. */
export interface Message {
  pattern: Pattern;
  /** What stands for the names in braces; absent where there are none. */
  values?: Readonly<Record<string, Value>>;
}

/** A name, number or quotation, the same in every language, or a message of its own. */
export type Value = string | number | Message;

/** A message, or words in English alone. */
export type Words = string | Message;

/** The names in braces of a pattern. */
type Names<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${string}${' ' | ',' | ':'}${string}` ? never : Name) | Names<Rest>
  : never;

/**
 * Makes a message; a sentence without a Chinese one in `zh-CN/sentences` is a type error.
 *
 * @param pattern the sentence in English, with names in braces
 * @param values what stands for the names
 */
export function say<P extends Pattern>(
  pattern: P,
  ...[values]: [Names<P>] extends [never] ? [] : [values: Readonly<Record<Names<P>, Value>>]
): Message {
  return values ? { pattern, values } : { pattern };
}

/**
 * The text of words.
 *
 * @param language sentences of a language by their English pattern; English where left out
 */
export function written(words: Words, language?: Readonly<Record<Pattern, string>>): string {
  if (typeof words === 'string') return words;
  const { pattern, values = {} } = words;
  const sentence = language?.[pattern] ?? pattern;
  return sentence.replace(/( ?)\{(\w+)\}( ?)/g, (match, before, name, after, start) => {
    const value = values[name]!;
    if (typeof value !== 'object') return before + shownAs(value) + after;
    const text = written(value, language);
    // Names stand apart from Chinese signs, Chinese words do not.
    const left = han.test(sentence[start - 1] ?? '') && han.test(text[0] ?? '') ? '' : before;
    const next = sentence[start + match.length] ?? '';
    return left + text + (han.test(text.at(-1) ?? '') && han.test(next) ? '' : after);
  });
}

/** Large counts with commas between thousands. */
function shownAs(value: string | number): string {
  const large = typeof value === 'number' && Number.isInteger(value) && Math.abs(value) >= 10_000;
  return large ? value.toLocaleString('en-US') : String(value);
}

const han = /\p{Script=Han}/u;

/** The words with every name, number and quotation in them changed. */
export function mapped(words: Words, change: (text: string) => string): Words {
  if (typeof words === 'string') return change(words);
  const { pattern, values } = words;
  if (!values) return words;
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : mapped(value, change),
  ]);
  return { pattern, values: Object.fromEntries(entries) };
}

/** `a`, `a or b`, `a or b or c`. */
export function either([first, ...rest]: readonly Value[]): Value {
  return rest.reduce<Value>((a, b) => say('{a} or {b}', { a, b }), first ?? '');
}

/** `a`, `a and b`, `a and b and c`. */
export function both([first, ...rest]: readonly Value[]): Value {
  return rest.reduce<Value>((a, b) => say('{a} and {b}', { a, b }), first ?? '');
}

/** One sentence after another. */
export function inTurn(a: Value, b: Value): Message {
  return say('{a} {b}', { a, b });
}

/** What was perhaps meant, where something is near, before what is always said. */
export function withNear(near: Message | undefined, always: Message): Message {
  return near ? inTurn(near, always) : always;
}
