import { expect, it } from 'vitest';
import { page } from '../../../src/report/terminal/page.ts';
import { amountsTo, routeShares, runsInstead } from '../../../src/report/terminal/quantities.ts';
import { invented } from '../../fixtures/assessment/invented.ts';

const on = page({ width: 80 });

it('puts claim and inference beside each other', () => {
  expect(amountsTo(invented, on).join('\n')).toMatch(/IT load +160 MW +29 MW \(9 – 78\) +ƒ ✎/);
});

it('weights routes by the lit sites of the hub, context left out', () => {
  const [first, second] = invented.sites;
  const sites = [
    {
      ...first!,
      count: 1,
      stages: { ...first!.stages, lit: 1 },
      routes: { named: 1, legal: 0, domestic: 0 },
    },
    {
      ...second!,
      count: 3,
      stages: { ...second!.stages, lit: 1 },
      routes: { named: 0, legal: 0, domestic: 1 },
    },
    { ...first!, role: 'context' as const, routes: { named: 0, legal: 1, domestic: 0 } },
  ];
  expect(routeShares(sites)).toEqual({ named: 0.25, legal: 0, domestic: 0.75 });
});

it('says nothing of routes where nothing can be lit', () => {
  const sites = invented.sites.map((site) => ({ ...site, stages: { ...site.stages, lit: 0 } }));
  expect(runsInstead({ ...invented, sites }, on)).toEqual([]);
});

it('says how large a run of 30 and of 180 days would be, once that is known', () => {
  const spans = [30, 90, 180].map((days) => ({
    days,
    median: days * 1e23,
    low: 1e23,
    high: 1e26,
    claimed: null,
  }));
  const quantities = [{ ...invented.quantities[0]!, id: 'largest-run', unit: 'FLOP', spans }];
  const text = amountsTo({ ...invented, quantities }, page({ width: 120 })).join('\n');
  expect(text).toMatch(/largest training run, all sites: 30 days 3e24 FLOP .* · 180 days 1\.8e25 FLOP/);
  expect(text).toContain('in proportion to its days');
  expect(amountsTo(invented, page({ width: 120 })).join('\n')).not.toContain('in proportion');
});
