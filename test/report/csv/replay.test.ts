import { expect, it } from 'vitest';
import { replayCsv } from '../../../src/report/csv/replay.ts';
import { inventedReplay } from '../../fixtures/assessment/invented.ts';

it('has a row a month with the three priors', () => {
  const lines = replayCsv(inventedReplay).trimEnd().split('\r\n');
  expect(lines).toHaveLength(10);
  expect(lines[0]).toContain('probability_sceptic,probability_neutral,probability_believer');
  expect(lines[1]).toContain('2030-10,st1-000000000000,neutral,0.55,');
  expect(lines[9]).toContain(',count,20800,');
});
