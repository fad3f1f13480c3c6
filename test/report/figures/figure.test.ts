import { expect, it } from 'vitest';
import { dotplotFigure } from '../../../src/report/figures/dotplot.ts';
import { figureCsv, figureJson } from '../../../src/report/figures/figure.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

const figure = dotplotFigure(invented, { quantity: 'it-load' });

it('writes what is drawn as CSV, with unit, source, date, run and licence', () => {
  const lines = figureCsv(figure).split('\r\n');
  expect(lines[0]).toBe('# IT load');
  expect(lines).toContain('# as of 2031-06-30');
  expect(lines).toContain('# run st1-0123456789ab');
  expect(lines).toContain('# licence MIT');
  expect(lines).toContain('quantity,part,value [MW],low [MW],high [MW]');
  expect(lines).toContain('IT load,claimed,161,150,175');
});

it('writes the same as JSON, a row an object', () => {
  const read = JSON.parse(figureJson(figure));
  expect(read).toMatchObject({ run: 'st1-0123456789ab', asOf: '2031-06-30', licence: 'MIT' });
  expect(read.rows).toHaveLength(53);
  expect(read.rows[1]).toEqual({ quantity: 'IT load', part: 'claimed', value: 161, low: 150, high: 175 });
  expect(read.columns[2]).toEqual({ id: 'value', label: 'value', unit: 'MW' });
});

it('writes no number that is none', () => {
  const broken = { ...figure, table: { ...figure.table, rows: [['x', 'y', Number.NaN, Infinity, null]] } };
  expect(JSON.parse(figureJson(broken)).rows[0]).toMatchObject({ value: null, low: null });
  expect(figureCsv(broken)).toContain('x,y,,,\r\n');
});
