import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/dossier/dossier.ts';
import { hubItemOf, SUBSTANTIAL } from '../../src/installed/hub-item.ts';
import { streamsOf } from '../../src/supply/stock.ts';
import { contextOf, dossier, item } from './written.ts';

const of = (entry: Evidence) => hubItemOf(entry, 5, contextOf([entry]));

describe('an item about the hub', () => {
  test('that counts sees sites at its stage', () => {
    const count = of(item({ id: 'n', kind: 'project-count', observed: '7', about: ['hub'] }))!;
    expect(count).toMatchObject({ item: 5, sites: [], sums: { of: 'projects', stage: 1 } });
    const at = (sum: number) => count.likelihood(sum);
    expect(at(2)).toBeLessThan(0.01);
    expect(at(30)).toBeGreaterThan(0.9);
  });

  test('that states a total sees compute, over the sites it is about', () => {
    const total = of(item({ id: 't', kind: 'regional-total', observed: '5000 P', about: ['b', 'a'] }))!;
    expect(total).toMatchObject({ sites: [1, 0], sums: { of: 'compute' } });
    expect(total.likelihood(100)).toBeGreaterThan(0.99);
    expect(total.likelihood(50_000)).toBeLessThan(0.01);
  });

  test('that states more than a total allows for some more', () => {
    const half = (observed: string) =>
      of(item({ id: 't', kind: 'regional-total', observed, about: ['b', 'a'] }))!.likelihood(5000);
    expect(half('5000 P')).toBeCloseTo(0.5, 9);
    expect(half('over 5000 P')).toBeGreaterThan(0.55);
    expect(half('over 5000 P')).toBeLessThan(half('6000 P'));
  });

  test('that counts at least so many counts so many', () => {
    const at = (observed: string) =>
      of(item({ id: 'n', kind: 'project-count', observed, about: ['hub'] }))!.likelihood(12);
    expect(at('at least 7')).toBe(at('7'));
  });

  test('that knows of nothing sees the chips of the hub on its day', () => {
    const unaware = of(item({ id: 'u', kind: 'officials-unaware', finding: 'unaware', about: ['hub'] }))!;
    expect(unaware).toMatchObject({ sums: { of: 'accelerators' }, sites: [] });
    expect(unaware.likelihood(0)).toBe(1);
    expect(unaware.likelihood(100_000)).toBeLessThan(0.5);
  });

  test('that finds or denies sees whether the fleet is substantially there', () => {
    const denial = of(item({ id: 'd', kind: 'vendor-denial', finding: 'denied', about: ['hub'] }))!;
    const [absent, there] = [SUBSTANTIAL * 4000 - 1, SUBSTANTIAL * 4000].map((sum) => denial.likelihood(sum));
    expect(denial.sums).toEqual({ of: 'accelerators' });
    expect(absent).toBeGreaterThan(there!);
  });
});

test('an item about a site is none about the hub', () => {
  expect(of(item({ id: 's', kind: 'commissioning', finding: 'lit', about: ['a'] }))).toBeNull();
  expect(of(item({ id: 'd', kind: 'vendor-denial', finding: 'denied', about: ['a'] }))).toBeNull();
});

describe('a documented flow', () => {
  const flow = item({
    id: 'f',
    kind: 'court-case',
    observed: '50,000',
    about: ['hub'],
    source: 'example-notice',
  });
  const pooled = { ...dossier, hub: { ...dossier.hub, pool: 'restricted' } } as typeof dossier;
  const context = contextOf([flow], { dossier: pooled });

  test('bounds a pool from below', () => {
    const floor = hubItemOf(flow, 0, context)!;
    expect(floor.likelihood(10_000)).toBeLessThan(0.05);
    expect(floor.likelihood(500_000)).toBeGreaterThan(0.99);
  });

  test('counts in accelerators, where money is diverted, at a price each', () => {
    const money = hubItemOf({ ...flow, observed: item({ observed: '2.5bn USD' }).observed }, 0, context)!;
    const half = [...Array(60)].map((_, i) => 1000 * 1.15 ** i).find((pool) => money.likelihood(pool) > 0.5)!;
    expect(half).toBeGreaterThan(20_000);
    expect(half).toBeLessThan(150_000);
  });

  test('says nothing where there is no pool, or where the pool rests on it already', () => {
    expect(of(flow)).toBeNull();
    const streams = streamsOf(context.knowledge.supply, 'restricted');
    const [source] = streams.flatMap(({ estimates }) =>
      estimates.flatMap(({ citation }) => citation.sources),
    );
    expect(source).toBeDefined();
    expect(hubItemOf({ ...flow, source: source! }, 0, context)).toBeNull();
  });
});
