import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv } from '../../../src/report/csv/csv.ts';

it('quotes commas, quotes and line breaks', () => {
  expect(csv(['a', 'b'], [['x, y', 'say "so"']])).toBe('a,b\r\n"x, y","say ""so"""\r\n');
});

it('leaves a cell empty where there is no number', () => {
  expect(csv(['a', 'b', 'c'], [[Number.NaN, null, 0]])).toBe('a,b,c\r\n,,0\r\n');
});

it('keeps a spreadsheet from running text as a formula', () => {
  expect(csv(['a'], [['=HYPERLINK("x")']])).toBe('a\r\n"\'=HYPERLINK(""x"")"\r\n');
  expect(csv(['a'], [[-3]])).toBe('a\r\n-3\r\n');
});

it('can be read back, whatever the text', () => {
  const text = fc.string().filter((s) => !/^[=+\-@\t\r]/.test(s));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
      expect(parse(csv(['a', 'b'], rows)).slice(1)).toEqual(rows);
    }),
  );
});

function parse(written: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of written.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push(row.splice(0));
  }
  row = [];
  return rows;
}
