import { expect, it } from 'vitest';
import { reachCsv } from '../../../src/report/csv/reach.ts';
import { inventedReach } from '../../fixtures/assessment/invented-reach.ts';

it('writes one figure a row with its unit', () => {
  const rows = reachCsv(inventedReach).trimEnd().split('\r\n');
  expect(rows[0]).toBe('of,figure,median,low_5,high_95,unit');
  expect(rows).toContain('beijing,round_trip,0.032,0.026,0.045,s');
  expect(rows.filter((row) => row.includes('money_million_tokens')).length).toBe(1);
  expect(rows.every((row) => row.split(',').length === 6)).toBe(true);
});
