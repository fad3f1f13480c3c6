import { expect, it } from 'vitest';
import { difference } from '../../../src/report/difference.ts';
import { differenceScreen } from '../../../src/report/terminal/difference.ts';
import { columns } from '../../../src/report/terminal/text.ts';
import { invented, inventedReplay } from '../../fixtures/assessment/invented.ts';

it.each([60, 120])('shows cause and effect at %i columns, and no wider', (width) => {
  const text = differenceScreen(difference(inventedReplay[0]!, inventedReplay[8]!), { width });
  for (const line of text.split('\n')) expect(columns(line), line).toBeLessThanOrEqual(width);
  expect(text).toMatch(/as of +2030-10 → 2031-06/);
  expect(text).toContain('55 % roughly even chance');
  expect(text).toContain('31 % unlikely');
});

it('says so where nothing moved', () => {
  expect(differenceScreen(difference(invented, invented))).toContain('No figure differs.');
});
