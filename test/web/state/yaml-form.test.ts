import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Plain, placesIn, plain } from '../../../src/sources/node.ts';
import { readFully } from '../../../src/sources/yaml.ts';
import { formFields, itemsOf, withField, withItem } from '../../../src/web/state/yaml-form.ts';

const text = readFileSync('dossiers/two-halls/evidence.yaml', 'utf8');

it('shows every item with its fields', () => {
  const items = itemsOf(text);
  expect(items).toHaveLength(6);
  expect(items[0]!.id).not.toBe('');
  for (const item of items) {
    for (const field of ['kind', 'about', 'date', 'grade', 'origin', 'says'] as const)
      expect(item[field]).not.toBe('');
  }
});

it('changes one field of one item, and keeps all others and every comment', () => {
  const before = itemsOf(text);
  for (const field of formFields) {
    const changed = withField(text, 1, { field, value: 'something' });
    const after = itemsOf(changed);
    expect(after[1]![field]).toBe('something');
    expect(after.filter((_, i) => i !== 1)).toEqual(before.filter((_, i) => i !== 1));
    const comments = (of: string) => of.split('\n').filter((line) => line.startsWith('#'));
    expect(comments(changed)).toEqual(comments(text));
  }
});

it('takes a field out where it is emptied, and writes several sites as a list', () => {
  expect(withField(text, 0, { field: 'origin', value: '' })).not.toBe(text);
  expect(itemsOf(withField(text, 0, { field: 'origin', value: '' }))[0]!.origin).toBe('');
  expect(itemsOf(withField(text, 0, { field: 'about', value: 'hall-a, hall-b' }))[0]!.about).toBe(
    'hall-a, hall-b',
  );
});

it('adds an item to be filled in; leaves what is no list alone', () => {
  expect(itemsOf(withItem(text))).toHaveLength(7);
  expect(withItem('id: x\n')).toBe('id: x\n');
  expect(itemsOf('a: [1')).toEqual([]);
});

type Item = Record<string, Plain>;

/** What the full reader finds in a text. */
function found(text: string): Item[] {
  const { root, faults } = readFully(text, placesIn(text, 'evidence.yaml'));
  expect(faults).toEqual([]);
  return plain(root!) as Item[];
}

const handWritten = `# Two items of hand.
- id: a # first
  kind: tender
  about:
    - one
    # the second
    - two
  says:
    en: >-
      A text that goes on

      over lines.
    zh: 文
  # of the grade
  grade: B2

# the second
-   id: b
    says: { zh: 文 }
    quote: |
      as it
      stands
    origin:
- { id: c, kind: tender, says: { en: x, zh: 文 }, about: [one] }
- id: d
# the end
`;
const texts = [handWritten, text];

const values = fc.oneof(
  ...[
    '2024',
    '1e3',
    '2024-11-05',
    'null',
    '~',
    'a: b',
    'x #y',
    'it\'s "so"',
    '- x',
    '中文，说明',
    ' ',
    'a\nb',
    '{a}',
    '\\',
  ].map((one) => fc.constant(one)),
  fc.string({ minLength: 1, unit: fc.constantFrom(...'ab :#-"\'\\中,[]{}&*!|>%@') }),
  fc
    .array(fc.constantFrom('word', 'of', 'many:', 'x'), { minLength: 40, maxLength: 80 })
    .map((of) => of.join(' ')),
);

describe('what is written into a field', () => {
  it('is read again by the full reader, and nothing else has changed', () => {
    const asked = fc.record({
      text: fc.constantFrom(...texts),
      item: fc.nat(),
      field: fc.constantFrom(...formFields),
      value: values,
    });
    fc.assert(
      fc.property(asked, ({ text, item, field, value }) => {
        const before = found(text);
        const at = item % before.length;
        const after = found(withField(text, at, { field, value }));
        const empty = value.trim() === '';
        const expected = structuredClone(before);
        const map = expected[at]!;
        if (field === 'says') {
          const says = typeof map.says === 'object' && map.says !== null ? (map.says as Item) : {};
          const { en: _, ...others } = says;
          if (empty && 'en' in says)
            map.says = Object.keys(others).length > 0 ? others : (after[at]!.says ?? {});
          else if (!empty) map.says = { ...others, en: value };
        } else if (empty) delete map[field];
        else
          map[field] =
            field === 'about' && value.includes(',') ? value.split(',').map((one) => one.trim()) : value;
        expect(after).toEqual(expected);
        expect(itemsOf(withField(text, at, { field, value }))).toHaveLength(before.length);
      }),
      { numRuns: Number(process.env.FUZZ ?? 200) },
    );
  });

  it('leaves every comment where it is', () => {
    const comments = (of: string) => [...of.matchAll(/(^|\s)#.*/gm)].map(([found]) => found.trim());
    for (const field of formFields.filter((one) => one !== 'about'))
      for (const value of ['', 'new', 'n: w'])
        for (let item = 0; item < 4; item++)
          expect(comments(withField(handWritten, item, { field, value }))).toEqual(comments(handWritten));
  });

  it('stands in the file as people write it', () => {
    expect(withField(handWritten, 3, { field: 'says', value: 'Both halls.' })).toContain(
      '- id: d\n  says: { en: Both halls. }\n# the end',
    );
    expect(withField(handWritten, 1, { field: 'origin', value: 'office' })).toContain(
      '\n    origin: office\n',
    );
    expect(withField(handWritten, 0, { field: 'about', value: 'a-1, b-2' })).toContain(
      '  about: [a-1, b-2]\n  says:',
    );
  });
});

it('shows no form of what it cannot write into: a list in one line, text that goes on in the next', () => {
  for (const text of ['[{ id: a }]', '- id: a\n  says: on\n    and on\n', '- a\n- b\n', '']) {
    expect(itemsOf(text)).toEqual([]);
    expect(withItem(text)).toBe(text);
    expect(withField(text, 0, { field: 'kind', value: 'x' })).toBe(text);
  }
});
