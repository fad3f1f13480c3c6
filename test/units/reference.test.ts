import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { unitsReference } from '../../src/units/reference.ts';
import { table } from '../../src/units/table.ts';

const page = new URL('../../docs/reference/units.md', import.meta.url);

it('docs/reference/units.md is what unitsReference() writes', () => {
  const written = unitsReference();
  if (process.env.UPDATE_DOCS === '1') writeFileSync(page, written);
  expect(readFileSync(page, 'utf8')).toBe(written);
});

it('lists every unit', () => {
  const written = unitsReference();
  for (const row of Object.values(table).flat())
    expect(written).toContain(`| \`${row.symbol}\` | ${row.name} |`);
});
