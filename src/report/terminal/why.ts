import type { Trace } from '../../assessment/trace.ts';
import { amount, interval, quoted } from '../amount.ts';
import { screenWords } from '../strings/screen-words.ts';
import { clean } from '../strings/strings.ts';
import { traceWords } from '../trace-words.ts';
import { type Page, page } from './page.ts';
import { basisGlyphs } from './quantities.ts';
import { columns, wrap } from './text.ts';

/** A number's trace as an indented tree: each leaf with value, basis, source and place. */
export function whyScreen(given: Trace, wish: Partial<Page> = {}): string {
  const on = page(wish);
  const trace = translated(given, on);
  const lines = node(trace, { first: '  ', rest: '  ' }, on);
  return `\n  ${on.style.strong(screenWords(on.strings).whyHead(clean(trace.label)))}\n\n${lines.join('\n')}\n`;
}

/** A trace with its words in the reader's language. */
function translated(trace: Trace, on: Page): Trace {
  const children = trace.children.map((child) => translated(child, on));
  return { ...trace, ...traceWords(trace, on.strings), children };
}

interface Indent {
  /** Before the first line of a node. */
  first: string;
  /** Before its other lines and its children. */
  rest: string;
}

function node(trace: Trace, indent: Indent, on: Page): string[] {
  const { style } = on;
  const inner = trace.children.length > 0 ? `${indent.rest}${on.plain ? '  ' : '│ '}` : `${indent.rest}  `;
  const formula = trace.formula ? paragraphs(`= ${clean(trace.formula)}`, inner, on) : [];
  const origin = originOf(trace, on);
  return [
    ...first(trace, indent, on),
    ...formula.map(style.quiet),
    ...(origin === '' ? [] : paragraphs(origin, inner, on).map(style.quiet)),
    ...trace.children.flatMap((child, i) =>
      node(child, indentOf(indent, i === trace.children.length - 1, on), on),
    ),
  ];
}

function indentOf(parent: Indent, last: boolean, on: Page): Indent {
  if (on.plain) return { first: `${parent.rest}  `, rest: `${parent.rest}  ` };
  return { first: `${parent.rest}${last ? '└ ' : '├ '}`, rest: `${parent.rest}${last ? '  ' : '│ '}` };
}

function first(trace: Trace, indent: Indent, on: Page): string[] {
  const glyph = trace.basis && !on.plain ? ` ${basisGlyphs[trace.basis]}` : '';
  const value = valueText(trace, on);
  const lines = wrap(clean(trace.label), on.width - columns(indent.first));
  const lastLine = `${lines.length === 1 ? indent.first : indent.rest}${lines.at(-1)!}`;
  const head = lines.slice(0, -1).map((line, i) => (i === 0 ? indent.first : indent.rest) + line);
  if (columns(lastLine) + 2 + columns(value) + columns(glyph) <= on.width) {
    return [...head, `${lastLine}  ${on.style.inferred(value)}${glyph}`];
  }
  return [...head, lastLine, ...paragraphs(value + glyph, `${indent.rest}  `, on)];
}

function valueText({ value, unit = '' }: Trace, on: Page): string {
  const { strings: s } = on;
  if (value === null) return s.notKnown;
  if (typeof value === 'string') return quoted(value, s);
  if (typeof value === 'number') return amount(value, unit, s);
  return value.low === value.high ? amount(value.median, unit, s) : interval(value, unit, s);
}

function originOf({ basis, source, place }: Trace, on: Page): string {
  const where = [source ? clean(source) : '', place ? `${clean(place.file)}:${place.line}` : ''];
  const parts = [basis ? on.strings.basis[basis] : '', ...where].filter((part) => part !== '');
  // The glyph behind the value says the basis already.
  return parts.length === 1 && basis && !on.plain ? '' : parts.join(' · ');
}

function paragraphs(text: string, indent: string, on: Page): string[] {
  return wrap(text, Math.max(20, on.width - columns(indent))).map((line) => indent + line);
}
