import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineDiff } from '../../../src/web/state/line-diff.ts';

const shown = (a: string, b: string, around?: number) =>
  lineDiff(a, b, around).map(({ mark, text }) => `${mark}${text}`);

it('shows what differs with a few lines around it', () => {
  const lines = Array.from({ length: 20 }, (_, i) => `line ${i}`);
  const mine = [...lines.slice(0, 9), 'mine', ...lines.slice(10)].join('\n');
  expect(shown(lines.join('\n'), mine, 1)).toEqual(['…', ' line 8', '−line 9', '+mine', ' line 10', '…']);
});

it('shows nothing but a gap where nothing differs, and takes no notice of line ends', () => {
  expect(shown('a\nb\n', 'a\r\nb\r\n')).toEqual(['…']);
});

it('tells what was added at either end from what was left out', () => {
  expect(shown('b\nc', 'a\nb\nc\nd', 0)).toEqual(['+a', '…', '+d']);
  expect(shown('a\nb\nc', 'b', 0)).toEqual(['−a', '…', '−c']);
});

it('each side can be read from it whole, with nothing left out', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (a, b) => {
      const lines = lineDiff(a, b, 1e6).filter(({ mark }) => mark !== '…');
      const side = (other: string) =>
        lines
          .filter(({ mark }) => mark !== other)
          .map((line) => line.text)
          .join('\n');
      if (a !== b) {
        expect(side('+')).toBe(a);
        expect(side('−')).toBe(b);
      }
    }),
  );
});

it('texts that differ everywhere are shown one after the other', () => {
  const many = (mark: string) => Array.from({ length: 2500 }, (_, i) => `${mark} ${i}`).join('\n');
  const lines = lineDiff(many('theirs'), many('mine'));
  expect(lines).toHaveLength(5000);
  expect(lines[0]!.mark).toBe('−');
  expect(lines[4999]!.mark).toBe('+');
});
