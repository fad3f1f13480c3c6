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
