import { expect, it } from 'vitest';
import { page } from '../../../src/report/terminal/page.ts';
import { sitesTable } from '../../../src/report/terminal/sites.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

it('shares ten cells among the stages', () => {
  const line = sitesTable(invented, page({ width: 80 })).find((text) => text.includes('Second'))!;
  expect(line).toContain('·░░░▒▒▒▒██');
  expect(line).toContain('25 %');
});

it('marks context and says what it is', () => {
  const text = sitesTable(invented, page({ width: 120 })).join('\n');
  expect(text).toContain('Lowland campus 低地园区 (context)');
  expect(text).toContain('context: outside the claim');
});
