import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/dossier/dossier.ts';
import type { SizeClaim } from '../../src/installed/model.ts';
import { type SiteContext, siteItemsOf } from '../../src/installed/site-item.ts';
import { DOMESTIC, LEGAL, LIT, NAMED, type SiteWorld } from '../../src/installed/world.ts';
import { point } from '../../src/stats/discrete.ts';
import { contextOf, item, sitesOf } from './written.ts';

const sites = sitesOf('a', 'b');
const claims: SizeClaim[] = [{ weight: 1, compute: point(4000) }];

function context(items: readonly Evidence[], index = 0): SiteContext {
  return { ...contextOf(items, { sites }), site: sites[index]!, index, claims, due: 0 };
}

const one = (entry: Evidence, index = 0) => siteItemsOf(entry, 3, context([entry], index));

const full: SiteWorld = {
  ...{ destiny: LIT, route: NAMED, full: true, constructionFrom: 0, shellFrom: 0, litFrom: 0 },
  ...{ ramp: 1, fill: 1, claimed: 4000, firstBlock: 30 },
};

describe('an item', () => {
  const lit = item({ id: 'lit', kind: 'commissioning', finding: 'lit', about: ['a'], origin: 'x' });

  test('speaks of the sites it is about and of no other', () => {
    expect(one(lit).map(({ item: index }) => index)).toEqual([3]);
    expect(one(lit, 1)).toEqual([]);
    expect(one({ ...lit, about: ['hub'] })).toEqual([]);
  });

  test('bears its grade and its origin', () => {
    const both = [lit, { ...lit, id: 'other', about: ['b'] }];
    const [entry] = siteItemsOf(lit, 0, context(both));
    expect(entry).toMatchObject({ origin: 0, credibility: 0.9 });
    expect(one(lit)[0]!.origin).toBe(-1);
  });

  test('of a kind that sees the hub only says nothing of a site', () => {
    expect(one(item({ id: 'n', kind: 'project-count', observed: '7', about: ['a'] }))).toEqual([]);
  });

  test('that orders reaches every site of the hub, from no origin', () => {
    const order = item({ id: 'o', kind: 'policy-order', finding: 'domestic-only', about: ['hub'] });
    expect(one(order)[0]).toMatchObject({ origin: -1 });
    expect(one(order)[0]!.local).toBeLessThan(0);
    const context_ = context([order]);
    const neighbour = { ...context_, site: { ...sites[0]!, role: 'context' as const } };
    expect(siteItemsOf(order, 0, neighbour)).toEqual([]);
  });
});

describe('an amount in any unit', () => {
  const likelihood = (kind: string, observed: string) => {
    const [entry] = one(item({ id: kind, kind, observed, about: ['a'] }));
    return entry!.observation.likelihood(full) / entry!.observation.noise;
  };

  test('fits a site that holds as much', () => {
    expect(likelihood('lit-capacity', '4000 P')).toBeGreaterThan(3);
    expect(likelihood('lit-capacity', '100 P')).toBeLessThan(0.01);
    // About one accelerator a P, and a kilowatt and a half at the meter of each.
    expect(likelihood('lit-accelerators', '4,000')).toBeGreaterThan(3);
    expect(likelihood('feed-reading', '6 MW')).toBeGreaterThan(3);
    expect(likelihood('feed-reading', '60 MW')).toBeLessThan(0.01);
  });

  test('is read from what shows a site from outside: fans, water, floor', () => {
    for (const [kind, fits, tooFew] of [
      ['cooling-plant', '75', '1'],
      ['water-reading', '30,000 m3/yr', '200 m3'],
      ['hall-area', '2,400 m2', '20 m2'],
    ] as const) {
      expect(likelihood(kind, fits)).toBeGreaterThan(2);
      expect(likelihood(kind, tooFew)).toBeLessThan(0.05);
    }
    expect(likelihood('water-reading', '30,000 m3')).toBeCloseTo(
      likelihood('water-reading', '30,000 m3/yr'),
      3,
    );
  });

  test('does not depend on how it is written', () => {
    expect(likelihood('lit-capacity', '4 EFLOP/s')).toBeCloseTo(
      likelihood('lit-capacity', '4000 PFLOP/s'),
      9,
    );
  });
});

test('a budget speaks for the route whose price it meets', () => {
  const likelihoods = (observed: string) => {
    const [entry] = one(
      item({ id: 'b', kind: 'budget', observed, per: '1000 P', about: ['a'], date: '2025-03' }),
    );
    return [NAMED, LEGAL, DOMESTIC].map((route) => entry!.observation.likelihood({ ...full, route }));
  };
  // The lawful substitutes of early 2025 cost more than twice as much for the same compute.
  const [named, legal] = likelihoods('1.2bn CNY');
  expect(legal).toBeGreaterThan(named!);
  const [cheapNamed, cheapLegal] = likelihoods('300m CNY');
  expect(cheapNamed).toBeGreaterThan(cheapLegal!);
});

describe('a report on how the project gets on', () => {
  const slipped = (date: string) =>
    item({ id: 's', kind: 'schedule-report', finding: 'slipped', about: ['a'], origin: 'x', date });
  const barred = item({ id: 'b', kind: 'export-rule', finding: 'barred', about: ['a'], origin: 'x' });

  test('of its date says nothing where it was so before the claim', () => {
    expect(one(slipped('2020-01-01'))).toEqual([]);
    expect(one(slipped('2099-01-01'))).toHaveLength(1);
  });

  test('of a bar says nothing where the prior counts with it', () => {
    expect(one(barred)).toHaveLength(1);
    const seen = context([barred]);
    const hub = { ...seen.dossier.hub, controlledChip: true, worldRegion: 'china' as const };
    expect(siteItemsOf(barred, 3, { ...seen, dossier: { ...seen.dossier, hub } })).toEqual([]);
  });
});
