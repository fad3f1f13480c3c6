import type { Entry, MapNode, Node } from './node.ts';
import { count, decline, indentOf, type Reader, toNextLine, unusual } from './quick-lines.ts';
import { readScalar, readTextBlock, withoutSpaces } from './quick-scalar.ts';

/**
 * Reads the YAML that people write by hand (block and flow collections, scalars of one line, folded and literal text)
 * some twenty times faster than a full parser, which a cold start needs.
 *
 * @param text passed by `checkText`
 * @returns the same nodes as the full reader, or undefined wherever the text holds anything else: faults, too
 */
export function readQuickly(text: string): Node | undefined {
  if (text.includes('\r')) return undefined;
  const lines = text.split('\n');
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  const reader: Reader = { text, lines, starts, line: -1, nodes: 0 };
  try {
    toNextLine(reader);
    if (reader.line === lines.length) return undefined;
    const root = readBlock(reader, indentOf(reader), 0);
    return reader.line === lines.length ? root : undefined;
  } catch (thrown) {
    if (thrown === unusual) return undefined;
    throw thrown;
  }
}

const keyForm = /(["']?)([A-Za-z_][\w-]{0,100}|0|[1-9]\d{0,8})\1:(?= |$)/my;
const notKeys = /^(null|true|false|__proto__|constructor|prototype)$/i;

function isListItem({ lines, line }: Reader, column: number): boolean {
  return lines[line]!.startsWith('- ', column);
}

/** Reads the list or map whose first entry stands at a column of the current line. */
function readBlock(reader: Reader, column: number, depth: number): Node {
  count(reader, depth);
  return isListItem(reader, column) ? readList(reader, column, depth) : readMap(reader, column, depth);
}

function readList(reader: Reader, column: number, depth: number): Node {
  const start = reader.starts[reader.line]! + column;
  const items: Node[] = [];
  let inLine = true;
  while (inLine || (indentOf(reader) === column && isListItem(reader, column))) {
    const line = reader.lines[reader.line]!;
    let at = column + 2;
    while (line[at] === ' ') at++;
    if (at >= line.length || line[at] === '#') decline();
    const isBlock = isListItem(reader, at) || keyAt(reader, at) !== undefined;
    items.push(isBlock ? readBlock(reader, at, depth + 1) : readInline(reader, at, column, depth + 1));
    inLine = false;
  }
  return { kind: 'list', items, start, end: items.at(-1)!.end };
}

/** Key at a column, and its length with quotes. */
function keyAt({ lines, line }: Reader, column: number): { key: string; length: number } | undefined {
  keyForm.lastIndex = column;
  const found = keyForm.exec(lines[line]!);
  return found ? { key: found[2]!, length: found[0].length - 1 } : undefined;
}

function readMap(reader: Reader, column: number, depth: number): Node {
  const start = reader.starts[reader.line]! + column;
  const entries = new Map<string, Entry>();
  let end = start;
  let inLine = true;
  while (inLine || indentOf(reader) === column) {
    const { key, length } = keyAt(reader, column) ?? decline();
    const keyStart = reader.starts[reader.line]! + column;
    const keyEnd = keyStart + length;
    const node = readValue(reader, { column, keyEnd, depth: depth + 1 });
    addEntry(entries, key, { keyStart, keyEnd, node });
    count(reader, depth);
    end = node.end;
    inLine = false;
  }
  return { kind: 'map', entries, start, end };
}

function addEntry(entries: Map<string, Entry>, key: string, entry: Entry): void {
  if (notKeys.test(key) || entries.has(key)) decline();
  entries.set(key, entry);
}

/** Reads what belongs to a key: the rest of its line, or the block below it. */
function readValue(
  reader: Reader,
  { column, keyEnd, depth }: { column: number; keyEnd: number; depth: number },
): Node {
  const line = reader.lines[reader.line]!;
  let at = keyEnd + 1 - reader.starts[reader.line]!;
  while (line[at] === ' ') at++;
  if (at < line.length && line[at] !== '#') return readInline(reader, at, column, depth);
  toNextLine(reader);
  const indent = indentOf(reader);
  if (indent > column || (indent === column && isListItem(reader, column))) {
    return readBlock(reader, indent, depth);
  }
  return { kind: 'scalar', value: null, start: keyEnd, end: keyEnd };
}

/** Reads a value that begins in the current line; `column` is that of the entry it belongs to. */
function readInline(reader: Reader, at: number, column: number, depth: number): Node {
  const line = reader.lines[reader.line]!;
  if (line[at] === '>' || line[at] === '|') return readTextBlock(reader, at, column);
  const start = reader.starts[reader.line]! + at;
  const node =
    line[at] === '[' || line[at] === '{'
      ? readFlow({ reader, at: start, column }, depth)
      : readScalar(reader, start, { plainTo: plainEnd(line, at), column });
  const rest = reader.lines[reader.line]!.slice(node.end - reader.starts[reader.line]!);
  if (!/^ *( #.*)?$/.test(rest)) decline();
  toNextLine(reader);
  // A deeper line would go on with this value.
  if (indentOf(reader) > column) decline();
  return node;
}

/** Where an unquoted text of a block ends, as a column. */
function plainEnd(line: string, at: number): number {
  const comment = line.indexOf(' #', at);
  return withoutSpaces(line.slice(0, comment < 0 ? line.length : comment)).length;
}

interface Flow {
  reader: Reader;
  /** Offset of the next character. */
  at: number;
  /** Lines of the collection must be indented deeper than this. */
  column: number;
}

/** Reads `[...]` or `{...}`. */
function readFlow(flow: Flow, depth: number): Node {
  const { reader } = flow;
  count(reader, depth);
  const start = flow.at;
  const isList = reader.text[start] === '[';
  const close = isList ? ']' : '}';
  const items: Node[] = [];
  const map: MapNode = { kind: 'map', entries: new Map(), start, end: start };
  flow.at++;
  skipSpace(flow);
  while (reader.text[flow.at] !== close || items.length > 0 || map.entries.size > 0) {
    if (isList) items.push(readFlowValue(flow, depth));
    else readFlowEntry(flow, map, depth);
    skipSpace(flow);
    if (reader.text[flow.at] === close) break;
    if (reader.text[flow.at] !== ',') decline();
    flow.at++;
    skipSpace(flow);
  }
  flow.at++;
  return isList ? { kind: 'list', items, start, end: flow.at } : { ...map, end: flow.at };
}

function readFlowEntry(flow: Flow, map: MapNode, depth: number): void {
  const { reader } = flow;
  const keyStart = flow.at;
  const { key, length } = keyAt(reader, keyStart - reader.starts[reader.line]!) ?? decline();
  const keyEnd = keyStart + length;
  flow.at = keyEnd + 1;
  skipSpace(flow);
  count(reader, depth);
  addEntry(map.entries, key, { keyStart, keyEnd, node: readFlowValue(flow, depth) });
}

function readFlowValue(flow: Flow, depth: number): Node {
  const { reader } = flow;
  const { text, lines, starts } = reader;
  if (text[flow.at] === '[' || text[flow.at] === '{') return readFlow(flow, depth + 1);
  const line = lines[reader.line]!;
  const column = flow.at - starts[reader.line]!;
  const stop = line.slice(column).search(/[,[\]{}]| #/);
  const end = stop < 0 ? line.length : column + stop;
  const node = readScalar(reader, flow.at, {
    plainTo: withoutSpaces(line.slice(0, end)).length,
    column: flow.column,
  });
  flow.at = node.end;
  return node;
}

/** Passes spaces and line breaks; a comment or a shallow line is unusual. */
function skipSpace(flow: Flow): void {
  const { reader } = flow;
  for (;;) {
    const character = reader.text[flow.at];
    if (character === '#' || character === undefined) decline();
    if (character === '\n') {
      reader.line++;
      if (indentOf(reader) <= flow.column) decline();
    } else if (character !== ' ') {
      return;
    }
    flow.at++;
  }
}
