import { expect, it } from 'vitest';
import * as tables from '../../src/report/brief-tables.ts';
import { languages } from '../../src/report/strings/strings.ts';
import { invented } from '../fixtures/assessment/invented.ts';

it.each(Object.entries(tables))('%s has a cell under every heading, in both languages', (_, table) => {
  for (const strings of Object.values(languages)) {
    const { heads, rows } = table(invented, strings)!;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.length).toBe(heads.length);
    expect(rows.flat().join()).not.toMatch(/undefined|NaN/);
  }
});

it('nothing is said of routes where nothing can be lit', () => {
  const sites = invented.sites.map((site) => ({ ...site, stages: { ...site.stages, lit: 0 } }));
  expect(tables.routeTable({ ...invented, sites }, languages.en)).toBeNull();
});
