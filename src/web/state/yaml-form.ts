import { type Document, isSeq, parseDocument } from 'yaml';

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

function read(text: string): Document.Parsed {
  return parseDocument(text, { schema: 'core' });
}

const WIDTH = 110;
const write = (document: Document.Parsed): string => document.toString({ lineWidth: WIDTH });

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
}

/** The items of a file of evidence, as the form shows them; none where the text is no list. */
export function itemsOf(text: string): ItemFields[] {
  const document = read(text);
  if (document.errors.length > 0 || !isSeq(document.contents)) return [];
  return document.contents.items.map((_, i) => {
    const at = (path: readonly string[]): unknown => {
      const found = document.getIn([i, ...path]);
      return typeof found === 'object' && found !== null && 'toJSON' in found
        ? (found as { toJSON(): unknown }).toJSON()
        : found;
    };
    const fields = formFields.map((field) => [field, shown(at(pathOf(field)))] as const);
    return { id: shown(at(['id'])), ...(Object.fromEntries(fields) as Record<FormField, string>) };
  });
}

/** The text with one field of one item replaced; empty takes it out. */
export function withField(
  text: string,
  item: number,
  { field, value }: { field: FormField; value: string },
): string {
  const document = read(text);
  const path = [item, ...pathOf(field)];
  if (value.trim() === '') document.deleteIn(path);
  else if (field === 'about' && value.includes(','))
    document.setIn(
      path,
      value.split(',').map((one) => one.trim()),
    );
  else document.setIn(path, value);
  return write(document);
}

/** The text with an empty item at its end, to be filled in. */
export function withItem(text: string): string {
  const document = read(text);
  if (!isSeq(document.contents)) return text;
  const number = document.contents.items.length + 1;
  (document as Document).add(
    document.createNode({
      id: `item-${number}`,
      kind: '',
      about: 'hub',
      date: '',
      published: '',
      source: '',
      grade: 'C3',
      origin: '',
      says: { en: '' },
    }),
  );
  return write(document);
}
