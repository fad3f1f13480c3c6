import { expect, it } from 'vitest';
import { alarm, bothEnds, page, table } from '../../../src/report/terminal/page.ts';

const on = page({ width: 60 });

it('is 60 to 120 columns wide, whatever the terminal says', () => {
  expect(page({ width: 20 }).width).toBe(60);
  expect(page({ width: 300 }).width).toBe(120);
});

it('breaks the flexible column and lines up the others', () => {
  const lines = table(
    [{ flexible: true }, { align: 'right', head: 'n' }],
    [
      ['one two three four five six seven eight nine ten eleven twelve thirteen', '5'],
      ['x', '12'],
    ],
    on,
    'title',
  );
  expect(lines[0]).toBe(`  title${' '.repeat(52)}n`);
  expect(lines[1]!.endsWith('   5')).toBe(true);
  expect(lines).toHaveLength(4);
});

it('puts two texts at both ends, or under each other', () => {
  expect(bothEnds('left', 'right', on)).toEqual([`left${' '.repeat(51)}right`]);
  expect(bothEnds('l'.repeat(50), 'r'.repeat(20), on)).toHaveLength(2);
});

it('marks an alarm with more than colour', () => {
  expect(alarm('look', on)).toEqual(['  ! look']);
});
