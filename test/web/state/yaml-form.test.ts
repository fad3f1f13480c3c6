import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
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
