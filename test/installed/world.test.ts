import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillAt, LIT, type SiteWorld, stageAt, states } from '../../src/installed/world.ts';

const days = fc.double({ min: 0, max: 2000, noNaN: true });
const world = fc
  .record({
    state: fc.constantFrom(...states),
    lags: fc.tuple(days, days, days),
    ramp: days,
    fill: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ state, lags: [a, b, c], ramp, fill }): SiteWorld => {
    const dates = { constructionFrom: a, shellFrom: a + b, litFrom: a + b + c };
    return { ...state, ...dates, ramp, fill, claimed: 100, firstBlock: 30 };
  });

describe('the states of a site', () => {
  test('are fifteen: four stages by three routes, and two fills where it is lit', () => {
    expect(states.length).toBe(15);
    expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(15);
    expect(states.filter(({ full }) => full).every(({ destiny }) => destiny === LIT)).toBe(true);
  });
});

describe('a site in time', () => {
  test('never goes back a stage, and never past the one it is bound for', () => {
    fc.assert(
      fc.property(world, days, days, (site, from, later) => {
        const [before, after] = [stageAt(site, from), stageAt(site, from + later)];
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThanOrEqual(site.destiny);
      }),
    );
  });

  test('gets where it is bound for once all lags are over', () => {
    fc.assert(
      fc.property(world, (site) => {
        expect(stageAt(site, site.litFrom)).toBe(site.destiny);
      }),
    );
  });

  test('fills up steadily from first light to its final fill, and holds nothing before', () => {
    fc.assert(
      fc.property(world, days, days, (site, from, later) => {
        const [before, after] = [fillAt(site, from), fillAt(site, from + later)];
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThanOrEqual(site.fill);
        if (stageAt(site, from) < LIT) expect(before).toBe(0);
      }),
    );
  });

  test('holds its final fill when the ramp is over', () => {
    fc.assert(
      fc.property(world, (site) => {
        const final = site.destiny === LIT ? site.fill : 0;
        expect(fillAt(site, site.litFrom + site.ramp + 1e-6)).toBeCloseTo(final, 9);
      }),
    );
  });

  test('starts with its first block, half of what a ramp as long brings', () => {
    const lit = { destiny: LIT, route: 0, full: true, constructionFrom: 0, shellFrom: 1, litFrom: 2 };
    expect(fillAt({ ...lit, ramp: 30, fill: 0.8, claimed: 1, firstBlock: 30 }, 2)).toBeCloseTo(0.4, 12);
    expect(fillAt({ ...lit, ramp: 30, fill: 0.8, claimed: 1, firstBlock: 10 }, 2)).toBeCloseTo(0.2, 12);
    expect(fillAt({ ...lit, ramp: 30, fill: 0.8, claimed: 1, firstBlock: 0 }, 2)).toBe(0);
  });
});
