import { describe, expect, test } from 'vitest';
import { CellWeigher } from '../../src/installed/cell-weigher.ts';
import type { SiteItem } from '../../src/installed/model.ts';
import type { SiteObservation } from '../../src/installed/observation.ts';
import { drawParticles } from '../../src/installed/particles.ts';
import { LIT, NAMED, type SiteWorld, stageAt, states } from '../../src/installed/world.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { finding, findings, smallHub } from './small-hub.ts';

const hub = smallHub({ sites: [{ claimed: 1000 }] });
const world = {
  ...hub.world,
  lags: { construction: lognormal(4, 0.5), shell: lognormal(5, 0.3), lit: lognormal(4.5, 0.4) },
};
const day = 19_300;
const tried = { lit: 256, unlit: 64 };

/** The same item without its table, so that every particle is asked. */
function asked(item: SiteItem): SiteItem {
  const { byStage: _, ...observation }: SiteObservation = item.observation;
  return { ...item, observation };
}

function weigherOf(items: SiteItem[]): CellWeigher {
  const site = { ...hub.sites[0]!, start: 19_000, items };
  const particles = drawParticles(site, world, { seed: 1, size: 512, tables: new Map() });
  return new CellWeigher(site, { particles, tried, day, firstBlock: 30 });
}

/** A finding by stage and route on a day. */
function dated(
  name: keyof typeof findings,
  [item, from]: [item: number, from: number],
  on: number,
): SiteItem {
  const { p, noise } = findings[name];
  const byStage = { day: on, p };
  const likelihood = (of: SiteWorld) => p[3 * stageAt(of, on) + of.route]!;
  return { ...finding(name, item, from), observation: { likelihood, noise, sharp: false, byStage } };
}

/** Of an origin that speaks once, of one that speaks twice, of a shared one. */
const written = [
  dated('lit', [0, -1], 19_150),
  dated('warm', [1, -2], 19_300),
  dated('unnamed', [2, -2], 19_200),
  dated('lit', [3, 0], 19_280),
];

describe.each([
  ['0.5', 0.5],
  ['3', 3],
])('at pace %s', (_, pace) => {
  const byTable = weigherOf(written);
  const byWorld = weigherOf(written.map(asked));
  byTable.take({ pace, first: 256 });
  byWorld.take({ pace, first: 256 });

  test.each(states.map((state, s) => [s, state] as const))('state %i weighs by table as by world', (s) => {
    expect(byTable.weigh(s)).toBeCloseTo(byWorld.weigh(s), 12);
    const every = Uint16Array.from({ length: byTable.tried }, (_, i) => i);
    for (const column of ['weight', 'wanted', 'chips'] as const) {
      const [a, b] = [byTable[column], byWorld[column]];
      for (const i of every) expect(a[i]).toBeCloseTo(b[i]!, 12);
    }
    for (const j of byTable.own.keys()) {
      const [a, b] = [byTable.ratio(j, every), byWorld.ratio(j, every)];
      for (const i of every) expect(a[i]).toBeCloseTo(b[i]!, 12);
    }
    expect(byTable.runsAlike(every)).toEqual(byWorld.runsAlike(every));
  });
});

test('runs of particles are those that every shared item sees alike', () => {
  const cell = weigherOf(written);
  cell.take({ pace: 1, first: 0 });
  cell.weigh(states.findIndex(({ destiny, route }) => destiny === LIT && route === NAMED));
  const every = Uint16Array.from({ length: 256 }, (_, i) => i);
  const seen = cell.seen(cell.shared[0]!.observation, every);
  const runs = cell.runsAlike(every);
  expect(runs.flat().sort((a, b) => a - b)).toEqual([...every]);
  for (const run of runs) expect(new Set(run.map((k) => seen[k])).size).toBe(1);
  expect(runs.length).toBe(new Set(seen).size);
  expect(runs.length).toBeGreaterThan(1);
});
