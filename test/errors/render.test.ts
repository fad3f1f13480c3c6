import { describe, expect, it } from 'vitest';
import { excerpted } from '../../src/errors/excerpt.ts';
import { error, type Fault, SandtableError, sortedFaults, warning } from '../../src/errors/fault.ts';
import { renderFaults } from '../../src/errors/render.ts';

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
        '  1 error · nothing was assessed, your files are unchanged',
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
    expect(shown).toContain('2 errors, 1 warning · nothing was assessed');
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

  it('does not say that nothing was assessed of a usage error', () => {
    const usage = error('ST-X010', 'The expectation is not met.', 'Look at what moved.');
    expect(renderFaults([usage])).not.toContain('nothing was assessed');
  });
});

describe('SandtableError', () => {
  it('holds faults in the order of files, lines and columns, those without a place last', () => {
    const at = (name: string, line: number, column: number) => ({
      ...fault,
      place: { file: name, line, column },
    });
    const shuffled = [
      at('b', 1, 1),
      { ...fault, place: undefined },
      at('a', 10, 1),
      at('a', 2, 9),
      at('a', 2, 1),
    ] as Fault[];
    const order = [
      at('a', 2, 1),
      at('a', 2, 9),
      at('a', 10, 1),
      at('b', 1, 1),
      { ...fault, place: undefined },
    ];
    expect(sortedFaults(shuffled)).toEqual(order);
    expect(new SandtableError(shuffled).faults).toEqual(order);
  });
});
