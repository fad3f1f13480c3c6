import type { CST, Document, Scalar, Node as YamlNode } from 'yaml';
import { Composer, isMap, isScalar, isSeq, Lexer, Parser } from 'yaml';
import type { Code } from '../errors/catalogue.ts';
import type { Fault, Place } from '../errors/fault.ts';
import { error } from '../errors/fault.ts';
import { type Message, say } from '../errors/message.ts';
import type { Entry, Node, ScalarNode } from './node.ts';
import { placesIn } from './node.ts';
import { readQuickly } from './quick-yaml.ts';
import { checkText, strangeCharacter } from './text.ts';
import { explainYaml } from './yaml-message.ts';

/** Most keys and values of one file, and how deep they may nest. */
const most = { nodes: 10_000, depth: 32, tokens: 60_000 };

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype', '<<']);

export interface ReadYaml {
  /** Absent where the file cannot be read at all. */
  root?: Node;
  faults: Fault[];
}

/**
 * Reads one YAML 1.2 document (core schema) with the position of every value, and refuses what can hide or blow up:
 * anchors, aliases, tags, merge keys, duplicate keys, further documents, tabs, control characters, huge or deep files.
 *
 * @param text the file's text
 * @param file its name, for messages
 * @returns the root of the values, or faults `ST-S001` to `ST-S012`; never throws
 */
export function readYaml(text: string, file: string): ReadYaml {
  const at = placesIn(text, file);
  const unreadable = checkText(text, at);
  if (unreadable.length > 0) return { faults: unreadable };
  const quick = readQuickly(text);
  return quick ? { root: quick, faults: [] } : readFully(text, at);
}

/** Reads with the full parser, which knows all of YAML and what is wrong with a text. */
export function readFully(text: string, at: At): ReadYaml {
  const { tokens, fault } = tokensOf(text, at);
  if (fault) return { faults: [fault] };
  const refused = refusedTokens(tokens, at);
  if (refused.length > 0) return { faults: refused };
  const [document, second] = new Composer(composing).compose(tokens, true, text.length);
  if (second) return { faults: [severalDocuments(at(second.range[0]))] };
  if (document!.errors.length > 0) return { faults: syntaxFaults(document!, text, at) };
  return nodesOf(document!, text, at);
}

const composing = {
  version: '1.2',
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

type Token = CST.Token;
type At = (offset: number, length?: number) => Place;

/** Reads tokens one by one, so that a bomb is met before it has grown. */
function tokensOf(text: string, at: At): { tokens: Token[]; fault?: Fault } {
  const parser = new Parser();
  const tokens: Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (++count > most.tokens) return { tokens, fault: tooMany(at(parser.offset)) };
    // A level takes one or two places on the parser's stack; `refusedTokens` counts levels exactly.
    if (parser.stack.length > 2 * most.depth + 2) return { tokens, fault: tooDeep(at(parser.offset)) };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

/** Finds anchors, aliases, tags and further documents, and counts nodes, without recursion. */
function refusedTokens(tokens: readonly Token[], at: At): Fault[] {
  const faults: Fault[] = [];
  const open = tokens.map((token) => ({ token, depth: 0 })).reverse();
  let nodes = 0;
  while (open.length > 0) {
    const { token, depth } = open.pop()!;
    const refusal = refusals[token.type as keyof typeof refusals];
    if (refusal && 'source' in token) {
      const name = token.source.slice(0, 40);
      const what = refusal.what(name);
      faults.push(error(refusal.code, what, refusal.fix, { place: at(token.offset, name.length) }));
      if (faults.length >= 10) break;
    }
    if (isNode(token) && ++nodes > most.nodes) return [...faults, tooMany(at(token.offset))];
    if (depth > most.depth) return [...faults, tooDeep(at(token.offset))];
    const below = depth + (collectionTypes.includes(token.type) ? 1 : 0);
    for (const child of childTokens(token)) open.push({ token: child, depth: below });
  }
  return faults;
}

const refusals: Partial<
  Record<Token['type'], { code: Code; what: (name: string) => Message; fix: Message }>
> = {
  anchor: {
    code: 'ST-S007',
    what: (name) => say('The anchor {name} stands here.', { name }),
    fix: say('Write the value out at each place, or put text that begins with & between quotes.'),
  },
  alias: {
    code: 'ST-S007',
    what: (name) => say('The alias {name} stands here.', { name }),
    fix: say('Write the value out, or put text that begins with * between quotes.'),
  },
  tag: {
    code: 'ST-S008',
    what: (name) => say('The tag {name} stands here.', { name }),
    fix: say('Delete the tag, or put text that begins with ! between quotes.'),
  },
  directive: {
    code: 'ST-S008',
    what: (name) => say('The directive {name} stands here.', { name }),
    fix: say('Delete the line.'),
  },
};

const nodeTypes = ['scalar', 'single-quoted-scalar', 'double-quoted-scalar', 'block-scalar'];
const collectionTypes = ['block-map', 'block-seq', 'flow-collection'];

function isNode(token: Token): boolean {
  return nodeTypes.includes(token.type) || collectionTypes.includes(token.type);
}

function childTokens(token: Token): Token[] {
  const children: Token[] = [];
  if (token.type === 'document') {
    children.push(...token.start);
    if (token.value) children.push(token.value);
  } else if ('items' in token) {
    for (const item of token.items) {
      children.push(...item.start, ...(item.sep ?? []));
      if (item.key) children.push(item.key);
      if (item.value) children.push(item.value);
    }
  } else if ('props' in token) {
    children.push(...token.props);
  }
  return children.reverse();
}

function syntaxFaults(document: Document.Parsed, text: string, at: At): Fault[] {
  const lines = new Set<number>();
  const faults: Fault[] = [];
  for (const problem of document.errors) {
    const { what, fix, offset } = explainYaml(problem, text);
    const place = at(Math.min(offset, text.length), 1);
    // One mistake upsets what follows it: one message a line, and not many lines.
    if (lines.has(place.line) || faults.length >= 5) continue;
    lines.add(place.line);
    faults.push(error('ST-S004', what, fix, { place }));
  }
  return faults;
}

/** Turns the parsed document into nodes; keys and numbers that are refused are left out and reported. */
function nodesOf(document: Document.Parsed, text: string, at: At): ReadYaml {
  const faults: Fault[] = [];
  const convert = (node: unknown, offset: number): Node => {
    if (isMap(node)) {
      const entries = new Map<string, Entry>();
      for (const pair of node.items) addEntry(entries, pair, offset);
      const [start, end] = [node.range![0], node.flow ? node.range![1] : lastEnd(entries)];
      return { kind: 'map', entries, start, end: end ?? node.range![1] };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => convert(item, offset));
      const end = node.flow ? node.range![1] : (items.at(-1)?.end ?? node.range![1]);
      return { kind: 'list', items, start: node.range![0], end };
    }
    return scalarNode(node, offset);
  };
  const addEntry = (entries: Map<string, Entry>, pair: { key: unknown; value: unknown }, offset: number) => {
    const key = pair.key as YamlNode | null;
    const start = key?.range?.[0] ?? offset;
    const end = key?.range?.[1] ?? start;
    const place = at(start, end - start);
    const name = isScalar(key) ? key.value : undefined;
    if (typeof name === 'object' || name === undefined || forbiddenKeys.has(String(name))) {
      faults.push(badKey(text.slice(start, end), place));
    } else if (entries.has(String(name))) {
      faults.push(duplicateKey(String(name), at(entries.get(String(name))!.keyStart).line, place));
    } else {
      entries.set(String(name), { keyStart: start, keyEnd: end, node: convert(pair.value, end) });
    }
  };
  const scalarNode = (node: unknown, offset: number): ScalarNode => {
    if (!isScalar(node)) return { kind: 'scalar', value: null, start: offset, end: offset };
    const value = node.value as ScalarNode['value'];
    const [start, end] = scalarRange(node, text, offset);
    const fault = badScalar(value, at(start, end - start));
    if (fault) faults.push(fault);
    if (node.type?.startsWith('BLOCK')) return { kind: 'scalar', value, start, end };
    return { kind: 'scalar', value, start, end, ...textStart(value, text.slice(start, end), start) };
  };
  const root = convert(document.contents, 0);
  if (root.kind === 'scalar' && root.value === null) {
    return {
      faults: [
        error('ST-S012', say('This file holds no values.'), say('Fill it or delete it.'), { place: at(0) }),
      ],
    };
  }
  return { root, faults };
}

/** Offsets of a scalar: of folded and literal text only the header, of an empty one the end of its key. */
function scalarRange(node: Scalar, text: string, offset: number): [start: number, end: number] {
  const [start, end] = node.range ?? [offset, offset];
  if (start === end) return [offset, offset];
  if (!node.type?.startsWith('BLOCK')) return [start, end];
  const line = text.indexOf('\n', start);
  return [start, line < 0 ? text.length : line];
}

function lastEnd(entries: ReadonlyMap<string, Entry>): number | undefined {
  return [...entries.values()].at(-1)?.node.end;
}

/** Where the text of a scalar begins in the file, if it stands there as it is read. */
function textStart(value: unknown, written: string, start: number): { textStart?: number } {
  if (value === written) return { textStart: start };
  return value === written.slice(1, -1) && /^["']/.test(written) ? { textStart: start + 1 } : {};
}

function badScalar(value: unknown, place: Place): Fault | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return error(
      'ST-S011',
      say('{value} is not a number to count with.', { value: String(value) }),
      say('Write `unknown`, or a bound such as `over 60k`.'),
      { place },
    );
  }
  const strange = typeof value === 'string' ? strangeCharacter(value) : undefined;
  if (!strange) return undefined;
  return error(
    'ST-S001',
    say('This text holds the invisible character {name}.', { name: strange.name }),
    say('Delete the character.'),
    { place },
  );
}

function badKey(written: string, place: Place): Fault {
  const name = written.slice(0, 40) || say('nothing');
  return error(
    'ST-S010',
    say('The key here is {name}, which is not allowed.', { name }),
    say('Write a plain word as the key.'),
    { place },
  );
}

function duplicateKey(name: string, line: number, place: Place): Fault {
  const what = say('`{name}` was already written on line {line}.', { name, line });
  return error('ST-S006', what, say('Keep one of the two.'), { place });
}

function severalDocuments(place: Place): Fault {
  const what = say('A second document begins here.');
  return error('ST-S009', what, say('Delete the line `---`, or split the file.'), { place });
}

function tooMany(place: Place): Fault {
  return error(
    'ST-S003',
    say('This file holds more than 10,000 keys and values.'),
    say('Split it into several files.'),
    { place },
  );
}

function tooDeep(place: Place): Fault {
  return error(
    'ST-S003',
    say('Values are nested more than {depth} deep here.', { depth: most.depth }),
    say('Look for opening brackets or dashes that were pasted by mistake.'),
    { place },
  );
}
