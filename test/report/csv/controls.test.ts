import { expect, it } from 'vitest';
import { status } from '../../../src/controls/status.ts';
import { timeline } from '../../../src/controls/timeline.ts';
import { chipsCsv, rulesCsv, statusCsv, timelineCsv } from '../../../src/report/csv/controls.ts';
import { book } from '../../controls/data.ts';

/** Rows as lists of cells; good enough where no cell holds a quote. */
const rows = (text: string) =>
  text
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));

it('has a line a chip, with ranges as ranges', () => {
  const lines = chipsCsv([...book.catalogue.chips.values()])
    .trim()
    .split('\r\n');
  expect(lines).toHaveLength(book.catalogue.chips.size + 1);
  expect(lines.find((line) => line.startsWith('rubin-r200,'))).toContain(',140000..200000,');
});

it('has a line a tested limit, and one for an answer without any', () => {
  const answer = status(book, 'h20', { on: '2025-04-10', to: 'CN', from: 'US' });
  const table = rows(statusCsv(answer));
  expect(new Set(table.map((row) => row.length)).size).toBe(1);
  expect(table.some((row) => row.includes('bandwidth') && row.at(-1) === '2600')).toBe(true);
  expect(rows(statusCsv(status(book, 'h20', { on: '2022-01-01', to: 'CN' })))).toHaveLength(2);
});

it('has a line a stretch of days and a line an instrument', () => {
  const spans = timeline(book, 'h20', { to: 'CN', start: '2025-01-01', end: '2025-12-31' });
  expect(rows(timelineCsv([{ name: 'H20', spans }], 'CN'))).toHaveLength(spans.length + 1);
  expect(rulesCsv([...book.controls.instruments.values()]).match(/\r\n/g)).toHaveLength(
    book.controls.instruments.size + 1,
  );
});
