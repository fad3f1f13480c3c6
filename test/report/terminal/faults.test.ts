import { describe, expect, it } from 'vitest';
import { excerpted } from '../../../src/errors/excerpt.ts';
import { error, type Fault, warning } from '../../../src/errors/fault.ts';
import { say } from '../../../src/errors/message.ts';
import { translationOf } from '../../../src/errors/told.ts';
import { renderFaults } from '../../../src/report/terminal/faults.ts';
import { columns } from '../../../src/report/terminal/text.ts';

const file = 'my-hub/sites/yiwu.yaml';
const text = ['limits:', '  - kind: feed', '    amount: 300', '    date: 2025'].join('\n');
const [fault] = excerpted(
  [
    error('ST-U006', '300 of what?', 'Write 300 MW or 300 MVA.', {
      why: 'MW and MVA differ by the power factor.',
      place: { file, line: 3, column: 13, length: 3 },
    }),
  ],
  () => text,
) as [Fault];

describe('renderFaults', () => {
  it('shows code, title, place, frame, what, why and what to do', () => {
    expect(renderFaults([fault])).toBe(
      [
        '✖ ST-U006 · A figure has no unit',
        '  my-hub/sites/yiwu.yaml:3:13',
        '    2 │   - kind: feed',
        '  › 3 │     amount: 300',
        '      │             ^^^',
        '    4 │     date: 2025',
        '  300 of what?',
        '  MW and MVA differ by the power factor.',
        '  Do       Write 300 MW or 300 MVA.',
        '  More     sandtable explain ST-U006',
        '  1 error · nothing was worked out, your files are unchanged',
        '',
      ].join('\n'),
    );
  });

  it('puts the caret under Chinese characters', () => {
    const line = 'name: { zh: 伊吾县, en: x }';
    const wide = {
      ...fault,
      place: { file, line: 1, column: 14, length: 2 },
      excerpt: [{ line: 1, text: line }],
    };
    const [, caret] = renderFaults([wide]).split('\n').slice(2, 4);
    // One wide space stands for the wide character before; two columns of caret stand under each that is meant.
    expect(caret).toBe(`      │ ${' '.repeat(12)}\u3000^^^^`);
  });

  it('cuts a long line around the caret and keeps the width', () => {
    const long = `says: ${'x'.repeat(500)} 300 ${'y'.repeat(500)}`;
    const place = { file, line: 1, column: 508, length: 3 };
    const lines = renderFaults([{ ...fault, place, excerpt: [{ line: 1, text: long }] }], {
      width: 60,
    }).split('\n');
    expect(lines.every((line) => line.length <= 60)).toBe(true);
    const [shown, caret] = lines.slice(2, 4) as [string, string];
    expect(shown.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('300');
  });

  it('tells what a code means where it first appears, and counts', () => {
    const bare = { ...fault, why: undefined };
    const judged = warning('ST-D032', 'A figure is judged.', 'Nothing.');
    const shown = renderFaults([bare, bare, judged] as Fault[]);
    expect(shown.match(/Sandtable will not guess/g)).toHaveLength(1);
    expect(shown).toContain('2 errors, 1 warning · nothing was worked out');
  });

  it('writes out fifty faults and counts the others', () => {
    const shown = renderFaults(Array.from({ length: 70 }, () => fault));
    expect(shown.match(/^✖/gm)).toHaveLength(50);
    expect(shown).toContain('… and 20 more');
    expect(shown).toContain('70 errors');
  });

  it('shows characters that a terminal would obey as codes', () => {
    const sequence = '\u001b]0;owned\u0007';
    const evil = { ...fault, what: sequence, fix: sequence, excerpt: [{ line: 3, text: sequence }] };
    evil.place = { file: `a${sequence}.yaml`, line: 3, column: 2, length: 4 };
    const shown = renderFaults([evil]);
    expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(shown).toContain('\\u001b]0;owned\\u0007');
  });

  it('colours only on request', () => {
    expect(renderFaults([fault], { colour: true })).toContain('\u001b[31m✖\u001b[0m');
    expect(renderFaults([fault])).not.toContain('\u001b');
  });

  it('does not say that nothing was worked out of a usage error', () => {
    const usage = error('ST-X010', 'The expectation is not met.', 'Look at what moved.');
    expect(renderFaults([usage])).not.toContain('nothing was worked out');
  });
});

describe('renderFaults in Chinese', async () => {
  const translation = await translationOf('zh-CN');
  const [figure] = excerpted(
    [
      error(
        'ST-U006',
        say('{number} of what? It has no unit, and {nouns} is expected.', {
          number: 300,
          nouns: say('{a} or {b}', { a: say('a power'), b: say('an apparent power') }),
        }),
        say('Write {examples}, or the unit of the source.', {
          examples: say('{a} or {b}', { a: '300 MW', b: '300 MVA' }),
        }),
        { place: { file, line: 3, column: 13, length: 3 } },
      ),
    ],
    () => text,
  ) as [Fault];

  it('shows everything in Chinese, wrapped by columns', () => {
    expect(renderFaults([figure], { translation })).toBe(
      [
        '✖ ST-U006 · 数字没有单位',
        '  my-hub/sites/yiwu.yaml:3:13',
        '    2 │   - kind: feed',
        '  › 3 │     amount: 300',
        '      │             ^^^',
        '    4 │     date: 2025',
        '  300 什么？没有写单位，此处应为功率或视在功率。',
        '  光有数字，看不出数的是什么：300 可以是 MW，也可以是 MVA，Sandtable 不会替您',
        '  猜。',
        '  办法     写 300 MW 或 300 MVA，或来源所用的单位。',
        '  详见     sandtable explain ST-U006 --language zh-CN',
        '  1 个错误 · 未作计算，您的文件没有变动',
        '',
      ].join('\n'),
    );
  });

  it('says which details are written in English alone, and what the code means in their place', () => {
    const mixed = error(
      'ST-N001',
      'The seed 0.5 is not a whole number.',
      say('Did you mean {names}?', { names: '5' }),
    );
    expect(renderFaults([mixed], { translation })).toBe(
      [
        '✖ ST-N001 · 种子不是整数',
        '  同一种子在每台机器上必须给出同样的抽样。小数、NaN 或大于 2^53 的数，写下后再读',
        '  回未必相同。',
        '  办法     是否想写 5？',
        '  英文详情 The seed 0.5 is not a whole number.',
        '  详见     sandtable explain ST-N001 --language zh-CN',
        '  1 个错误 · 未作计算，您的文件没有变动',
        '',
      ].join('\n'),
    );
  });

  it('counts errors, warnings and what is not written out', () => {
    const judged = warning('ST-D032', 'A figure is judged.', 'Nothing.');
    const shown = renderFaults([...Array.from({ length: 60 }, () => figure), judged], { translation });
    expect(shown).toContain('……另有 11 个');
    expect(shown).toContain('60 个错误，1 条警告');
  });

  it('keeps the width', () => {
    for (const width of [60, 77, 100]) {
      for (const line of renderFaults([figure], { translation, width }).split('\n')) {
        expect(columns(line)).toBeLessThanOrEqual(width);
      }
    }
  });
});
