import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../src/sources/node.ts';
import { decodeText } from '../../src/sources/text.ts';
import { readYaml } from '../../src/sources/yaml.ts';

const codes = (text: string) => readYaml(text, 'f.yaml').faults.map(({ code }) => code);
const placeOfFirst = (text: string) => {
  const { line, column } = readYaml(text, 'f.yaml').faults[0]!.place!;
  return `${line}:${column}`;
};

/** Milliseconds of processor time, which a busy machine does not stretch. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('readYaml', () => {
  it('reads the core schema of YAML 1.2: no dates, no yes, no octal surprises', () => {
    const { root, faults } = readYaml(
      'a: 2024-11\nb: yes\nc: 0777\nd: 12:30\ne: 1_000\nf: null\ng: true\nh: ~3\n',
      'f.yaml',
    );
    expect(faults).toEqual([]);
    expect(plain(root!)).toEqual({
      a: '2024-11',
      b: 'yes',
      c: 777,
      d: '12:30',
      e: '1_000',
      f: null,
      g: true,
      h: '~3',
    });
  });

  it.each([
    ['duplicate key', 'a: 1\nb: 2\na: 3', 'ST-S006', '3:1'],
    ['duplicate key in a flow map', 'a: { b: 1, b: 2 }', 'ST-S006', '1:12'],
    ['anchor', 'a: &x 1', 'ST-S007', '1:4'],
    ['alias', 'a: *x', 'ST-S007', '1:4'],
    ['cyclic reference', '&a [*a]', 'ST-S007', '1:1'],
    ['merge of an alias', 'a: &x { b: 1 }\nc:\n  <<: *x', 'ST-S007', '1:4'],
    ['merge key', '<<: { a: 1 }', 'ST-S010', '1:1'],
    ['local tag', 'a: !secret x', 'ST-S008', '1:4'],
    ['core tag', 'a: !!binary aGk=', 'ST-S008', '1:4'],
    ['javascript tag', 'a: !!js/function "function () {}"', 'ST-S008', '1:4'],
    ['directive', '%YAML 1.1\n---\na: 1', 'ST-S008', '1:1'],
    ['second document', 'a: 1\n---\nb: 2', 'ST-S009', '2:1'],
    ['document end', 'a: 1\n...\nb: 2', 'ST-S009', '3:1'],
    ['prototype key', '__proto__: { polluted: true }', 'ST-S010', '1:1'],
    ['quoted prototype key', 'a: { "__proto__": { polluted: true } }', 'ST-S010', '1:6'],
    ['escaped prototype key', '"__pro\\x74o__": { polluted: true }', 'ST-S010', '1:1'],
    ['constructor key', 'constructor: { prototype: { polluted: true } }', 'ST-S010', '1:1'],
    ['list as key', '? [a, b]\n: 1', 'ST-S010', '1:3'],
    ['not a number', 'a: .nan', 'ST-S011', '1:4'],
    ['infinity', 'a: -.inf', 'ST-S011', '1:4'],
    ['overflow', 'a: 1e999', 'ST-S011', '1:4'],
    ['tab', 'a:\n\tb: 1', 'ST-S005', '2:1'],
    ['NUL', 'a: x\0y', 'ST-S001', '1:5'],
    ['escaped control character', 'a: "\\e[31mred"', 'ST-S001', '1:4'],
    ['escaped NUL', 'a: "\\0"', 'ST-S001', '1:4'],
    ['text that runs backwards', 'a: "\u202etxet"', 'ST-S001', '1:5'],
    ['half a surrogate pair', 'a: \ud800', 'ST-S001', '1:4'],
    ['empty file', '  \n', 'ST-S012', '1:1'],
    ['comments only', '# nothing\n', 'ST-S012', '1:1'],
    ['colon in text', 'name: Hub: phase two', 'ST-S004', '1:7'],
    ['open quote', 'a: "b\nc: d', 'ST-S004', '2:5'],
    ['open bracket', 'a: [b, c\nd: e', 'ST-S004', '2:1'],
    ['reserved character', 'a: @b', 'ST-S004', '1:4'],
    ['missing space', 'a:1\nb: 2', 'ST-S004', '1:1'],
    ['uneven indentation', 'a:\n    b: 1\n  c: 2', 'ST-S004', '3:1'],
  ])('refuses %s', (_, text, code, place) => {
    expect(codes(text)).toContain(code);
    expect(placeOfFirst(text)).toBe(place);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('reports all that can be told at once', () => {
    expect(codes('a: .nan\nb: 1\nb: 2\n__proto__: 3\nc: "\\e"')).toEqual([
      'ST-S011',
      'ST-S006',
      'ST-S010',
      'ST-S001',
    ]);
  });

  it.each([
    [
      'billion laughs',
      Array.from(
        { length: 9 },
        (_, i) =>
          `l${i + 1}: &l${i + 1} [${Array(9)
            .fill(i ? `*l${i}` : 'lol')
            .join(', ')}]`,
      ).join('\n'),
      'ST-S007',
    ],
    [
      'quadratic blow-up',
      `a: &a "${'x'.repeat(50_000)}"\nb: [${Array(9_000).fill('*a').join(',')}]`,
      'ST-S007',
    ],
    ['a million brackets', '['.repeat(999_999), 'ST-S003'],
    ['a quarter of a million maps', '{a: '.repeat(249_999), 'ST-S003'],
    ['half a million dashes', '- '.repeat(499_999), 'ST-S003'],
    ['half a million question marks', '? '.repeat(499_999), 'ST-S003'],
    ['a staircase', Array.from({ length: 1_300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'ST-S003'],
    ['many short entries', '- a\n'.repeat(200_000), 'ST-S003'],
    ['many empty entries', '-\n'.repeat(400_000), 'ST-S003'],
    ['many keys', Array.from({ length: 60_000 }, (_, i) => `k${i}: 1`).join('\n'), 'ST-S003'],
    ['a huge text', `a: ${'x'.repeat(1_000_000)}`, 'ST-S002'],
    ['many errors', 'a: @b\n'.repeat(3_000), 'ST-S004'],
    ['many more errors', 'a: "\n'.repeat(150_000), 'ST-S003'],
    ['open quotes', `${'"'.repeat(400_001)}`, 'ST-S003'],
  ])('survives %s', (_, bomb, code) => {
    let found: string[] = [];
    const spent = cost(() => {
      found = codes(bomb);
    });
    expect(found).toContain(code);
    expect(found.length).toBeLessThanOrEqual(20);
    expect(spent).toBeLessThan(3_000);
  });

  it('allows nesting up to 32 and not beyond', () => {
    expect(codes(`${'['.repeat(32)}1${']'.repeat(32)}`)).toEqual([]);
    expect(codes(`${'['.repeat(34)}1${']'.repeat(34)}`)).toEqual(['ST-S003']);
  });

  it('reads or refuses any text, with places inside it, and pollutes nothing', () => {
    const pieces = fc.constantFrom(
      ...'-?:,[]{}#&*!|>\'"%@`~ \n\t'.split(''),
      'a',
      '1',
      ': ',
      '- ',
      '\n  ',
      '__proto__',
      '---',
      '\\',
      '<<',
      '\r\n',
      '"a": ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const { root, faults } = readYaml(written, 'f.yaml');
        expect(root !== undefined || faults.length > 0).toBe(true);
        const lines = written.split('\n');
        for (const { place } of faults) {
          expect(place!.line).toBeLessThanOrEqual(lines.length);
          expect(place!.column).toBeLessThanOrEqual(lines[place!.line - 1]!.length + 1);
        }
        if (root) JSON.stringify(plain(root));
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: Number(process.env.FUZZ ?? 2_000) },
    );
  });

  it('reads 300 KB of evidence in well under 300 ms', () => {
    const item = (i: number) =>
      `- id: yiwu-lit-${i}\n  kind: lit-capacity\n  about: yiwu\n  observed: 1000 P\n  date: 2025-01\n  published: 2025-03-13\n  source: hami-gov-2025-03-13\n  grade: B2\n  origin: hami-government\n  says:\n    en: >-\n      A thousand-P-class centre was lit in January 2025, as its county tells in a notice that goes on\n      for several lines, and then some.\n    zh: 千P级智算中心点亮\n`;
    const files = [0, 1, 2].map((k) => Array.from({ length: 280 }, (_, i) => item(1000 * k + i)).join(''));
    expect(files.join('').length).toBeGreaterThan(300_000);
    const spent = cost(() => {
      for (const file of files) expect(codes(file)).toEqual([]);
    });
    expect(spent).toBeLessThan(300);
  });
});

describe('decodeText', () => {
  const bytes = (...all: number[]) => Uint8Array.from(all);

  it('reads UTF-8 and drops its byte order mark', () => {
    expect(decodeText(new TextEncoder().encode('伊吾'), 'f.yaml')).toBe('伊吾');
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61), 'f.yaml')).toBe('a');
  });

  it.each([
    ['UTF-16 little-endian', bytes(0xff, 0xfe, 0x61, 0), 'ST-S001'],
    ['UTF-16 big-endian', bytes(0xfe, 0xff, 0, 0x61), 'ST-S001'],
    ['GB 18030', bytes(0xd2, 0xc1, 0xce, 0xe1), 'ST-S001'],
    ['an overlong slash', bytes(0xc0, 0xaf), 'ST-S001'],
    ['over a megabyte', new Uint8Array(1_000_001), 'ST-S002'],
  ])('refuses %s', (_, content, code) => {
    expect(decodeText(content, 'f.yaml')).toHaveProperty('code', code);
  });
});
