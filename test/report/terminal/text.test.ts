import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, cut, pad, wrap } from '../../../src/report/terminal/text.ts';

describe('columns', () => {
  it('counts Chinese characters twice and colours not at all', () => {
    expect(columns('abc')).toBe(3);
    expect(columns('梯田')).toBe(4);
    expect(columns('\u001b[31mred\u001b[0m')).toBe(3);
    expect(columns('⣿◯▨┊')).toBe(4);
  });
});

describe('pad and cut', () => {
  it('fill up and shorten by columns', () => {
    expect(pad('梯', 4)).toBe('梯  ');
    expect(pad('x', 3, 'right')).toBe('  x');
    expect(cut('一号梯田', 5)).toBe('一号…');
    expect(cut('fits', 4)).toBe('fits');
  });
});

describe('wrap', () => {
  it('breaks between words and between Chinese characters, not before a full stop', () => {
    expect(wrap('a short line of words', 10)).toEqual(['a short', 'line of', 'words']);
    expect(wrap('四个地块无电站。', 8)).toEqual(['四个地块', '无电站。']);
  });
  it('keeps every word and the width', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), fc.integer({ min: 20, max: 90 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join(' ')).toBe(text);
        for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
  it('breaks a word that is longer than the line', () => {
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });
});
