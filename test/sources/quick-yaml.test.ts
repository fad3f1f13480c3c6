import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesIn } from '../../src/sources/node.ts';
import { readQuickly } from '../../src/sources/quick-yaml.ts';
import { checkText } from '../../src/sources/text.ts';
import { readFully } from '../../src/sources/yaml.ts';

/** Where the quick reader answers, the full one must give the same nodes and no fault. */
function agree(text: string): 'same' | 'left' {
  if (checkText(text, placesIn(text, 'f.yaml')).length > 0) return 'left';
  const quick = readQuickly(text);
  if (quick === undefined) return 'left';
  expect(readFully(text, placesIn(text, 'f.yaml'))).toEqual({ root: quick, faults: [] });
  return 'same';
}

const scalars = fc.constantFrom(
  ...[
    'a',
    'over 115k',
    '2024-11',
    '2024',
    '-5',
    '1.5',
    '+3',
    '.5',
    '5.',
    '1e3',
    '007',
    '-0',
    '0x1F',
    '.inf',
    '~',
  ],
  ...[
    'null',
    'true',
    'False',
    '"quoted: # text"',
    "'single'",
    "'it''s'",
    "''",
    "''''",
    "'a''",
    "'a'' # b'",
    "'''a'",
    '"a \\" b"',
    '"\\n"',
    '"open',
    '千P级',
    'a:b',
  ],
  ...[
    'a b  ',
    'a: b',
    '- x',
    '@x',
    '?x',
    'https://example.org/a#b',
    'x #y',
    '[a, b]',
    '[a, [b], {c: d}]',
    '{}',
    '[]',
  ],
  ...[
    '{ en: a, zh: "b" }',
    '{ a: 1, a: 2 }',
    `{ '1': 2, "b": 3 }`,
    '{ "a":1 }',
    '[a,]',
    '[a b: c]',
    '{a: 1',
    '>-',
    '|',
    '*x',
    '&x',
    '!t',
    '',
    '# c',
    'a　',
  ],
  ...[
    '12345678901234567890',
    '{ a: - }',
    '[ -1, -a ]',
    '"" x',
    '{ en: "a", zh: }',
    '[a # b]',
    'a ]',
    '-',
    '--',
    '...',
    '---',
  ],
  ...[
    '"two\n    lines"',
    '"two  \n  lines # x"',
    '"a\n\n  b"',
    "'two\n        lines'",
    '{ en: "a\n   b", zh: c }',
    '"a\n"',
    '"\n  a"',
  ],
  ...['{ a: 1,\n    b: 2 }', '[a,\n  b]', '[\n    a\n    ]', '[a\n   b]', '{ a: [\n      b] }'],
);

const lineOf = fc
  .record({
    indent: fc.constantFrom(0, 0, 0, 2, 2, 2, 4, 4, 6, 1, 3),
    dash: fc.constantFrom('', '', '', '- ', '- ', '-  ', '- - ', '-'),
    key: fc.constantFrom(
      '',
      'a: ',
      'b: ',
      'c: ',
      'key:',
      'key:   ',
      '"q": ',
      "'1': ",
      '"q: ',
      '1: ',
      'x y: ',
      '__proto__: ',
      '<<: ',
    ),
    value: scalars,
    end: fc.constantFrom('', '', '', '', ' # c', ' ', '\n', '\n\n', '\n# c', '\n   # c'),
  })
  .map(({ indent, dash, key, value, end }) => ' '.repeat(indent) + dash + key + value + end);

const soup = fc.array(lineOf, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'));

/** Well-formed blocks, some lines of which get broken. */
const block: fc.Arbitrary<string[]> = fc.letrec<{ block: string[]; inline: string }>((tie) => ({
  inline: scalars,
  block: fc.oneof(
    { maxDepth: 4 },
    fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'en', 'zh'), { minLength: 1, maxLength: 3 })
      .chain((keys) =>
        fc.tuple(
          ...keys.map((key) =>
            fc.oneof(tie('inline'), tie('block'), text).map((value) => entry(`${key}:`, value)),
          ),
        ),
      )
      .map((entries) => entries.flat()),
    fc
      .array(fc.oneof(tie('inline'), tie('block')), { minLength: 1, maxLength: 3 })
      .map((items) => items.flatMap(item)),
  ),
})).block;

const text = fc
  .tuple(
    fc.constantFrom('>-', '>', '|', '|-', '>+', '|2'),
    fc.array(fc.constantFrom('some words', '', '# no', ' deeper', 'end ', 'a: b'), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([header, lines]) => [header, ...lines]);

function entry(key: string, value: string | string[]): string[] {
  if (typeof value === 'string') return [`${key} ${value}`];
  if (/^[>|]/.test(value[0]!))
    return [`${key} ${value[0]}`, ...value.slice(1).map((line) => line && `  ${line}`)];
  return [key, ...value.map((line) => line && `  ${line}`)];
}

function item(value: string | string[]): string[] {
  if (typeof value === 'string') return [`- ${value}`];
  return value.map((line, i) => (i === 0 ? `- ${line}` : line && `  ${line}`));
}

describe('readQuickly', () => {
  it('reads the files of the repository, and as the full reader does', () => {
    const files = ['data', 'dossiers'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => `${folder}/${name}`),
    );
    const answers = files.map((file) => agree(readFileSync(file, 'utf8')));
    expect(files.length).toBeGreaterThan(20);
    expect(answers.filter((answer) => answer === 'same').length).toBeGreaterThan(0.95 * files.length);
  });

  it('agrees with the full reader on well-formed blocks', () => {
    let same = 0;
    fc.assert(
      fc.property(block, (lines) => {
        if (agree(lines.join('\n')) === 'same') same++;
      }),
      { numRuns: Number(process.env.FUZZ ?? 1_500) },
    );
    expect(same).toBeGreaterThan(100);
  });

  it('agrees with the full reader on anything else it reads', () => {
    fc.assert(
      fc.property(soup, (text) => void agree(text)),
      { numRuns: Number(process.env.FUZZ ?? 1_500) },
    );
  });
});
