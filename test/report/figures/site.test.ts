import { expect, it } from 'vitest';
import { figureSvg } from '../../../src/report/figures/figure.ts';
import { siteFigure } from '../../../src/report/figures/site.ts';
import { yiwu } from '../site.ts';

const report = yiwu();

it('has every month and hour in the table of a heat map', () => {
  for (const kind of ['pue', 'temperature', 'power'] as const) {
    const { table } = siteFigure(report, kind);
    expect(table.rows).toHaveLength(288);
    const values = table.rows.map(([, , value]) => value as number);
    expect(values.every(Number.isFinite)).toBe(true);
  }
});

it('serves no more power from farms than the site draws', () => {
  const most = Math.max(...siteFigure(report, 'power').table.rows.map(([, , mw]) => mw as number));
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(report.variants[0]!.year.facility.peak);
});

it('reads the same fleet from grid to chips, PUE between meter and IT, what can pass as the limit of the transformers', () => {
  const { table, svg } = siteFigure(report, 'chain');
  expect(table.rows.map(([place]) => place)).toEqual([
    'announced',
    'grid',
    'transformers',
    'site meter',
    'PUE',
    'IT as rated',
    'IT, metered',
    'servers',
  ]);
  const { limits, facility, chips } = report.variants[0]!.year;
  const transformers = limits.find(({ kind }) => kind === 'transformers')!;
  expect(table.rows[2]![6]).toBeCloseTo((transformers.chips * facility.peak) / chips, 6);
  expect(figureSvg({ ...siteFigure(report, 'chain'), svg })).toContain('up to 11 MW');
  const ratio = table.columns.findIndex(({ id }) => id === 'ratio');
  const { meanPue } = report.variants[0]!.year.cooling;
  expect(Number.parseFloat(String(table.rows[4]![ratio]))).toBeCloseTo(meanPue, 2);
  expect(table.rows.filter((row) => row[ratio] !== undefined).length).toBe(1);
});
