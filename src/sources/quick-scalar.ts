import type { ScalarNode } from './node.ts';
import { count, decline, indentOf, type Reader, toNextLine } from './quick-lines.ts';

/** Drops spaces at the end; other white space belongs to a text. */
export function withoutSpaces(text: string): string {
  return text.replace(/ +$/, '');
}

/** Reads a quoted text, or an unquoted one up to a column. */
export function readScalar(
  reader: Reader,
  start: number,
  { plainTo, column }: { plainTo: number; column: number },
): ScalarNode {
  count(reader, 0);
  const lineStart = reader.starts[reader.line]!;
  const quote = reader.text[start]!;
  if (quote === '"' || quote === "'") return readQuoted(reader, start, { quote, column });
  const written = reader.text.slice(start, lineStart + plainTo);
  if (!/^(?:[^\s,[\]{}#&*!|>'"%@`?:-]|-[^\s,[\]{}-])/.test(written) || /:(\s|$)/.test(written)) decline();
  const value = scalarValue(written);
  const end = start + written.length;
  const node: ScalarNode = { kind: 'scalar', value, start, end };
  return typeof value === 'string' ? { ...node, textStart: start } : node;
}

/** The value of an unquoted text in the core schema of YAML 1.2. */
function scalarValue(written: string): string | number | boolean | null {
  const first = written.charCodeAt(0);
  const mayBeNumber = (first >= 48 && first <= 57) || first === 45 || first === 43 || first === 46;
  if (mayBeNumber) {
    if (/^[-+]?(\d{1,15}|\d{0,15}\.\d{1,15}|\d{1,15}\.)$/.test(written)) return Number(written);
    if (/^[-+]?(0[xo]|\.?\d*\.?(inf|nan|\d+\.?\d*(e[-+]?\d+)?)$)/i.test(written)) decline();
    return written;
  }
  if (written === 'true' || written === 'false') return written === 'true';
  if (/^(~|null|true|false)$/i.test(written)) decline();
  return written;
}

function readQuoted(
  reader: Reader,
  start: number,
  { quote, column }: { quote: string; column: number },
): ScalarNode {
  const { text, starts, lines } = reader;
  const lineEnd = starts[reader.line]! + lines[reader.line]!.length;
  const first = text.indexOf(quote, start + 1);
  if (first < 0 || first >= lineEnd) return readLongQuoted(reader, start, { quote, column });
  const short = text.slice(start + 1, first);
  const isWhole = quote === '"' ? !short.includes('\\') : text[first + 1] !== "'";
  if (isWhole) return { kind: 'scalar', value: short, start, end: first + 1, textStart: start + 1 };
  const form = quote === '"' ? /"((?:[^"\\]|\\["\\n])*)"/y : /'((?:[^']|'')*)'/y;
  form.lastIndex = start;
  const written = form.exec(text.slice(0, lineEnd))?.[1] ?? decline();
  const value =
    quote === '"'
      ? written.replaceAll(/\\(.)/g, (_, sign) => (sign === 'n' ? '\n' : sign))
      : written.replaceAll("''", "'");
  return { kind: 'scalar', value, start, end: start + written.length + 2 };
}

/** Reads a quoted text of several lines, whose breaks are spaces. */
function readLongQuoted(
  reader: Reader,
  start: number,
  { quote, column }: { quote: string; column: number },
): ScalarNode {
  const close = reader.text.indexOf(quote, start + 1);
  const written = reader.text.slice(start + 1, close);
  if (close < 0 || written.includes('\\') || reader.text[close + 1] === "'") decline();
  const parts = written.split('\n');
  for (const part of parts.slice(1)) {
    reader.line++;
    if (!/[^ ]/.test(part) || indentOf(reader) <= column) decline();
  }
  if (!/[^ ]/.test(parts[0]!)) decline();
  const value = parts.join('\n').replaceAll(/ *\n */g, ' ');
  return { kind: 'scalar', value, start, end: close + 1 };
}

/** Reads folded (`>`) or literal (`|`) text. */
export function readTextBlock(reader: Reader, at: number, column: number): ScalarNode {
  const { lines, starts } = reader;
  const header = lines[reader.line]!.slice(at);
  if (!/^[>|]-?$/.test(header)) decline();
  const start = starts[reader.line]! + at;
  const first = lines[reader.line + 1] ?? '';
  const indent = first.search(/[^ ]/);
  if (indent <= column) decline();
  const kept: string[] = [];
  let line = reader.line + 1;
  for (; line < lines.length; line++) {
    const content = lines[line]!;
    const own = content.search(/[^ ]/);
    if (own >= 0 && own <= column) break;
    // Deeper lines and trailing spaces have rules of their own in folded text.
    if ((own >= 0 && own !== indent) || (own < 0 && content.length > 0) || content.endsWith(' ')) decline();
    kept.push(content.slice(indent));
  }
  while (kept.at(-1) === '') kept.pop();
  reader.line = line - 1;
  toNextLine(reader);
  count(reader, 0);
  const body = header[0] === '|' ? kept.join('\n') : folded(kept);
  return {
    kind: 'scalar',
    value: header.endsWith('-') ? body : `${body}\n`,
    start,
    end: start + header.length,
  };
}

/** Joins lines by spaces, and keeps blank lines as line breaks. */
function folded(lines: readonly string[]): string {
  return lines.join('\n').replaceAll(/\n+/g, (breaks) => (breaks.length === 1 ? ' ' : breaks.slice(1)));
}
