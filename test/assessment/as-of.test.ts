import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { planRun } from '../../src/assessment/plan.ts';
import type { Dossier } from '../../src/dossier/dossier.ts';
import { calendarDay } from '../../src/sources/date.ts';
import { dossier, twoHalls, world } from './hubs.ts';

const flagship = dossier('xinjiang-qinghai');

function written(day: number): string {
  const { year, month, day: date } = calendarDay(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The dossier as it could have been written that day: nothing in it was published later. */
function cutOff(from: Dossier, day: number): Dossier {
  const known = ({ published }: { published: { to: number } }) => published.to <= day;
  return {
    ...from,
    hub: { ...from.hub, claims: from.hub.claims.filter(known) },
    sites: from.sites.map((site) => ({
      ...site,
      claims: site.claims.filter(known),
      limits: site.limits.filter(({ source }) => known(from.sources.get(source)!)),
    })),
    evidence: from.evidence.filter(known),
  };
}

/** Everything of a plan that is numbers. */
function numbersOf(from: Dossier, asOf: string) {
  const { compiled } = planRun(from, world, { asOf });
  const { model } = compiled;
  return {
    items: compiled.items.map(({ id }) => id),
    claimedFleet: model.claimedFleet,
    pool: [0.05, 0.5, 0.95].map(model.pool.quantile),
    sites: model.sites.map((site) => ({
      id: site.id,
      start: site.start,
      claim: site.claims.map((claim) =>
        ('accelerators' in claim ? claim.accelerators : claim.compute).quantile(0.5),
      ),
      permitted: site.permitted?.quantile(0.5),
      legal: site.legalShare(site.start + 400),
      items: site.items.map(({ item }) => item),
    })),
  };
}

describe('the flagship on any day', () => {
  const days = flagship.evidence.map(({ published }) => published.to);
  const first = Math.min(
    ...flagship.sites.flatMap(({ role, claims }) =>
      role === 'hub' ? claims.map(({ published }) => published.to) : [],
    ),
  );
  const day = fc.oneof(
    fc.integer({ min: first, max: Math.max(...days) }),
    fc.constantFrom(...days.filter((one) => one > first)).chain((one) => fc.constantFrom(one, one - 1)),
  );

  it('uses what was published by then and nothing else', () => {
    fc.assert(
      fc.property(day, (asOf) => {
        const { items, later } = planRun(flagship, world, { asOf: written(asOf) }).compiled;
        expect(items.every(({ published }) => published.to <= asOf)).toBe(true);
        expect(later.every(({ published }) => published.to > asOf)).toBe(true);
        const unheard = flagship.evidence.filter((item) => !items.includes(item) && !later.includes(item));
        const sites = new Set(
          planRun(flagship, world, { asOf: written(asOf) }).compiled.sites.map(({ id }) => id),
        );
        expect(unheard.filter(({ about }) => about.some((id) => id === 'hub' || sites.has(id)))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('is what it would have been, had it been written that day', () => {
    fc.assert(
      fc.property(day, (asOf) => {
        const text = written(asOf);
        expect(numbersOf(flagship, text)).toEqual(numbersOf(cutOff(flagship, asOf), text));
      }),
      { numRuns: 15 },
    );
  });
});

it('gives the bits of the verdict that could have been given then', () => {
  const asOf = '2024-12-31';
  const options = { asOf, draws: 2048 };
  const day = planRun(twoHalls, world, options).asOf.to;
  const [now, then] = [twoHalls, cutOff(twoHalls, day)].map((from) => assess(from, world, options));
  expect(now!.evidence.length).toBe(4);
  expect(now!.run.columnsDigest).toBe(then!.run.columnsDigest);
  expect(now!.questions).toEqual(then!.questions);
  expect([now!.hub.later, then!.hub.later]).toEqual([2, 0]);
});
