import { expect, it } from 'vitest';
import { siteCsv } from '../../../src/report/csv/site.ts';
import { yiwu } from '../site.ts';

it('writes one figure a row with its unit, for each altitude that the site may have', () => {
  const report = yiwu();
  const rows = siteCsv(report)
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(','));
  expect(rows[0]).toEqual(['altitude_m', 'of', 'figure', 'value', 'unit']);
  expect(rows.every((row) => row.length === 5)).toBe(true);
  expect(new Set(rows.slice(1).map(([altitude]) => altitude)).size).toBe(report.variants.length);
  const [first] = report.variants;
  const value = (of: string, figure: string) =>
    Number(rows.find((row) => row[1] === of && row[2] === figure)![3]);
  expect(value('cooling', 'pue')).toBe(first!.year.cooling.meanPue);
  expect(value('month 7', 'pue')).toBe(first!.year.months[6]!.pue);
  for (const plant of Object.keys(report.plants)) {
    const hours = ['free', 'evaporating', 'mixed', 'chillers'].map((mode) =>
      value(`cooling ${plant}`, `hours_${mode}`),
    );
    expect(hours.reduce((sum, one) => sum + one, 0)).toBeCloseTo(8760, 6);
  }
});
