import type { Entry, MapNode, Node } from '../../sources/node.ts';
import { readQuickly } from '../../sources/quick-yaml.ts';

/** What the form asks about an item of evidence, in its order. */
export const formFields = [
  'kind',
  'about',
  'finding',
  'observed',
  'date',
  'published',
  'source',
  'grade',
  'origin',
  'says',
  'quote',
] as const;
export type FormField = (typeof formFields)[number];
export type ItemFields = Readonly<Record<FormField, string>> & { id: string };

/** The words of an item in English are a level deeper than the rest. */
const pathOf = (field: FormField): string[] => (field === 'says' ? ['says', 'en'] : [field]);

/** The items of a text that is a list of them, one below the other; nothing of any other text. */
function read(text: string): Node[] | undefined {
  const root = readQuickly(text);
  const isList = root?.kind === 'list' && text[root.start] === '-';
  return isList && root.items.every(({ kind }) => kind === 'map') ? root.items : undefined;
}

/** A value as the form shows it: numbers as they are written. */
function shown(text: string, node: Node | undefined): string {
  if (node?.kind === 'list') return node.items.map((item) => shown(text, item)).join(', ');
  if (node?.kind !== 'scalar' || node.value === null) return '';
  return typeof node.value === 'string' ? node.value : text.slice(node.start, node.end);
}

/** The items of a file of evidence, as the form shows them; none where the form cannot show the text. */
export function itemsOf(text: string): ItemFields[] {
  return (read(text) ?? []).map((item) => {
    const at = (path: readonly string[]) => {
      let found: Node | undefined = item;
      for (const key of path) found = found?.kind === 'map' ? found.entries.get(key)?.node : undefined;
      return shown(text, found);
    };
    const fields = formFields.map((field) => [field, at(pathOf(field))] as const);
    return { id: at(['id']), ...(Object.fromEntries(fields) as Record<FormField, string>) };
  });
}

/** The text with one field of one item replaced, and nothing else; empty takes it out. */
export function withField(
  text: string,
  item: number,
  { field, value }: { field: FormField; value: string },
): string {
  const map = read(text)?.[item];
  if (map?.kind !== 'map') return text;
  const [key = '', inside] = pathOf(field);
  const entry = map.entries.get(key);
  if (inside && entry?.node.kind === 'map' && entry.node.entries.size > 0)
    return changed(text, entry.node, inside, value);
  return changed(text, map, key, value, inside);
}

/** A text with a key of one of its maps set to a value, or to a map of `inside` to it; empty takes the key out. */
function changed(text: string, map: MapNode, key: string, value: string, inside?: string): string {
  const entry = map.entries.get(key);
  if (value.trim() === '') return entry ? without(text, map, entry) : text;
  const put = (from: number, what: string, to = from) => text.slice(0, from) + what + text.slice(to);
  const column = entry ? columnAt(text, entry.keyStart) : columnOf(text, map);
  const listed = value.split(',').map((part) => part.trim());
  const one =
    key === 'about' && listed.length > 1
      ? `[${listed.map((part) => written(part, column)).join(', ')}]`
      : written(value, column);
  const what = inside ? `{ ${inside}: ${one} }` : one;
  if (!entry) {
    const last = endOf(text, [...map.entries.values()].at(-1)!);
    if (isFlow(text, map)) return put(last, `, ${key}: ${what}`);
    return put(lineEnd(text, last), `\n${' '.repeat(column)}${key}: ${what}`);
  }
  const { keyEnd, node } = entry;
  const isNear = text.slice(keyEnd + 1, node.start).trim() === '';
  return put(isNear ? keyEnd + 1 : node.start, ` ${what}`, Math.max(endOf(text, entry), keyEnd + 1));
}

/** A text without an entry of one of its maps; comments stay. */
function without(text: string, map: MapNode, entry: Entry): string {
  const all = [...map.entries.values()];
  const at = all.indexOf(entry);
  const [before, after] = [all[at - 1], all[at + 1]];
  let [from, to] = [entry.keyStart, endOf(text, entry)];
  if (after && /^[\s,]*$/.test(text.slice(to, after.keyStart))) to = after.keyStart;
  else if (before && /^[\s,]*$/.test(text.slice(endOf(text, before), from))) from = endOf(text, before);
  return text.slice(0, from) + text.slice(to);
}

const isFlow = (text: string, { start }: MapNode): boolean => text[start] === '{';
const columnAt = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);
const columnOf = (text: string, { entries }: MapNode): number =>
  columnAt(text, [...entries.values()][0]!.keyStart);

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Where the value of an entry ends; that of folded and of literal text is the end of its last deeper line. */
function endOf(text: string, { keyStart, keyEnd, node }: Entry): number {
  if (!/[>|]/.test(text[node.start] ?? '')) return Math.max(node.end, keyEnd + 1);
  const column = columnAt(text, keyStart);
  let end = node.end;
  for (let from = end + 1; from < text.length; from = lineEnd(text, from) + 1) {
    const indent = text.slice(from, lineEnd(text, from)).search(/\S/);
    if (indent >= 0 && indent <= column) break;
    if (indent >= 0) end = lineEnd(text, from);
  }
  return end;
}

const plainText = /^(?!(?:null|true|false)$)\p{L}[\p{L}\p{N}_./-]*(?: [\p{L}\p{N}_./-]+)*$/iu;
const plainDate = /^\d{4}-[\w-]+$/;
const WIDTH = 110;

/** A text as YAML: as it is where that cannot mean anything else, else between quotes, on several lines where it is long. */
function written(value: string, column: number): string {
  if (value.length < WIDTH && (plainText.test(value) || plainDate.test(value))) return value;
  const quoted = JSON.stringify(value);
  if (quoted.includes('\\')) return quoted;
  return quoted.replace(/(.{80,100}\S) (?=\S)/g, `$1\n${' '.repeat(column + 2)}`);
}

/** The text with an empty item at its end, to be filled in. */
export function withItem(text: string): string {
  const items = read(text);
  const first = items?.[0];
  if (!items || first?.kind !== 'map') return text;
  const column = columnAt(text, text.lastIndexOf('-', first.start));
  const lines = [
    `- id: item-${items.length + 1}`,
    '  kind: ""',
    '  about: hub',
    ...['date', 'published', 'source'].map((key) => `  ${key}: ""`),
    '  grade: C3',
    '  origin: ""',
    '  says: { en: "" }',
  ];
  return `${text.trimEnd()}\n${lines.map((line) => `${' '.repeat(column)}${line}\n`).join('')}`;
}
