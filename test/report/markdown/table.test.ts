import { expect, it } from 'vitest';
import { escaped, markdownTable } from '../../../src/report/markdown/table.ts';

it('escapes what would end a cell or become markup', () => {
  expect(markdownTable(['a'], [['x | <b>*y*']])).toBe('| a |\n| --- |\n| x \\| \\<b\\>\\*y\\* |');
  expect(escaped('[x](y)')).toBe('\\[x\\](y)');
});

it('is nothing without rows', () => {
  expect(markdownTable(['a'], [])).toBe('');
});
