import { describe, expect, test } from 'vitest';
import {
  ADVANCED,
  BEGUN,
  type ClassSight,
  classOf,
  likelihoodIn,
  ON_PAPER,
  prospectOf,
  unlessAdvanced,
} from '../../src/installed/sight.ts';
import {
  CONSTRUCTION,
  DOMESTIC,
  LEGAL,
  LIT,
  NAMED,
  PAPER,
  type SiteWorld,
} from '../../src/installed/world.ts';

/** Works from the start, a shell from day 50, lit from day 100, two thirds of two months of ramp to come. */
const world = (change: Partial<SiteWorld> = {}): SiteWorld => ({
  ...{ destiny: LIT, route: NAMED, full: true, constructionFrom: 0, shellFrom: 50, litFrom: 100 },
  ...{ ramp: 60, fill: 1, claimed: 1000, firstBlock: 30 },
  ...change,
});

describe('a prospect', () => {
  test('tells what becomes of a project against its date', () => {
    expect(prospectOf(world({}), 200)).toBe(0);
    expect(prospectOf(world({}), 110)).toBe(1);
    expect(prospectOf(world({ fill: 0.3 }), 200)).toBe(2);
    expect(prospectOf(world({ destiny: PAPER }), 200)).toBe(3);
  });

  test('leaves a month of grace after the date', () => {
    const ramped = 100 + 90 * 0.9 - 30;
    expect(prospectOf(world({}), ramped - 30)).toBe(0);
    expect(prospectOf(world({}), ramped - 32)).toBe(1);
  });
});

test('progress is what is lit of the final fill', () => {
  const half: ClassSight = { by: 'progress', day: 115, share: 0.5, p: unlessAdvanced(0.4) };
  const classes = [{}, { litFrom: 101 }, { fill: 0.2 }, { destiny: CONSTRUCTION }, { destiny: PAPER }].map(
    (change) => classOf(half, world(change)),
  );
  expect(classes).toEqual([ADVANCED, BEGUN, ADVANCED, BEGUN, ON_PAPER]);
  expect(likelihoodIn(half, world({ litFrom: 101 }))).toBe(0.4);
  expect(likelihoodIn(half, world({ litFrom: 101, route: LEGAL }))).toBe(0.4);
  expect(likelihoodIn(half, world({ litFrom: 101, route: DOMESTIC }))).toBe(1);
  expect(likelihoodIn(half, world())).toBe(1);
});

test('a stage is that of its day, a route the same on all days', () => {
  const p = Float64Array.from({ length: 12 }, (_, i) => i);
  const seen = [-1, 10, 60, 100].map((day) => likelihoodIn({ by: 'stage', day, p }, world({ route: LEGAL })));
  expect(seen).toEqual([1, 4, 7, 10]);
  expect(likelihoodIn({ by: 'route', p }, world({ route: DOMESTIC }))).toBe(2);
});

test('a fill is told with what is claimed', () => {
  const seen = likelihoodIn({ by: 'fill', day: 115, likelihood: (fill, claimed) => fill * claimed }, world());
  expect(seen).toBe(500);
});
