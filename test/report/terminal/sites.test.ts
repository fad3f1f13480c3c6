import { expect, it } from 'vitest';
import { page } from '../../../src/report/terminal/page.ts';
import { sitesTable } from '../../../src/report/terminal/sites.ts';
import { columns } from '../../../src/report/terminal/text.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

it('shares ten cells among the stages', () => {
  const line = sitesTable(invented, page({ width: 80 })).find((text) => text.includes('Second'))!;
  expect(line).toContain('·░░░▒▒▒▒██');
  expect(line).toContain('25 %');
});

it('lists the hub, largest first, and counts the context', () => {
  const lines = sitesTable(invented, page({ width: 120 }));
  expect(lines[1]).toContain('The unnamed remainder ×11');
  expect(lines.join('\n')).not.toContain('Lowland');
  expect(lines.at(-1)).toContain('and 1 context record outside the claim');
});

it('keeps to the width where a site has long figures', () => {
  const [first, ...rest] = invented.sites;
  const stages = { paper: 0, construction: 0, shell: 0, lit: 0.999 };
  const long = {
    ...first!,
    stages,
    compute: { ...first!.compute, low: 6.2e15, median: 1.4e18, high: 4.8e18 },
  };
  for (const line of sitesTable({ ...invented, sites: [long, ...rest] }, page({ width: 60 }))) {
    expect(columns(line)).toBeLessThanOrEqual(60);
  }
});
