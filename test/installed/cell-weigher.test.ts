import { describe, expect, test } from 'vitest';
import { CELL_SIZES, CELL_STARTS, ENTRIES } from '../../src/installed/cell-layout.ts';
import { type Asked, CellWeigher } from '../../src/installed/cell-weigher.ts';
import type { HubItem, SiteItem } from '../../src/installed/model.ts';
import { observed } from '../../src/installed/observation.ts';
import { drawParticles } from '../../src/installed/particles.ts';
import { likelihoodIn, type Sight, unlessAdvanced } from '../../src/installed/sight.ts';
import { fillAt, LEGAL, LIT, NAMED, type SiteWorld, stageAt, states } from '../../src/installed/world.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { finding, findings, hubItem, roomyMemory, smallHub } from './small-hub.ts';

const hub = smallHub({ sites: [{ claimed: 1000 }] });
const world = {
  ...hub.world,
  lags: { construction: lognormal(4, 0.5), shell: lognormal(5, 0.3), lit: lognormal(4.5, 0.4) },
};
const day = 19_300;
const tried = { lit: 256, unlit: 64 };

const siteWith = (items: readonly SiteItem[]) => ({ ...hub.sites[0]!, start: 19_000, items });
const particlesOf = (items: readonly SiteItem[], memory = roomyMemory()) =>
  drawParticles(siteWith(items), world, { seed: 1, size: 512, tables: new Map(), memory });

function weigherOf(items: readonly SiteItem[], asked: Asked = { paces: 1, sums: [], outcomes: [] }) {
  const site = siteWith(items);
  const memory = roomyMemory();
  const particles = particlesOf(items, memory);
  return new CellWeigher(site, { particles, tried, day, firstBlock: 30, asked, memory });
}

/** A finding by stage and route on a day. */
function dated(
  name: keyof typeof findings,
  [item, from]: [item: number, from: number],
  on: number,
): SiteItem {
  const { p, noise } = findings[name];
  return { ...finding(name, item, from), observation: observed({ by: 'stage', day: on, p }, noise) };
}

const amount = observed({ by: 'fill', day, likelihood: (fill, claimed) => (fill * claimed) / 2000 }, 0.3);
const table = Float64Array.from({ length: 12 }, (_, i) => (i + 1) / 20);
const seenAs = (item: number, from: number, sight: Sight): SiteItem => ({
  ...finding('lit', item, from),
  observation: observed(sight, 0.3),
});

/** Of an origin that speaks once, of one that speaks three times, of a shared one; by everything there is to see. */
const written = [
  dated('lit', [0, -1], 19_150),
  dated('warm', [1, -2], 19_300),
  dated('unnamed', [2, -2], 19_200),
  { ...finding('lit', 3, -2), observation: amount },
  dated('lit', [4, 0], 19_160),
  seenAs(5, -3, { by: 'prospect', due: 19_150, p: table }),
  seenAs(6, -4, { by: 'route', p: table }),
  seenAs(7, -5, { by: 'progress', day, share: 0.3, p: unlessAdvanced(0.4) }),
  seenAs(8, 1, amount.sight),
];

const particles = particlesOf(written);

/** Particle i as a world, straight from its lags. */
function worldOf(state: (typeof states)[number], i: number, pace: number): SiteWorld {
  const constructionFrom = 19_000 + pace * particles.construction[i]!;
  const shellFrom = constructionFrom + pace * particles.shell[i]!;
  const litFrom = shellFrom + pace * particles.lit[i]!;
  const fill = (state.full ? particles.fullFill : particles.partialFill)[i]!;
  const dates = { constructionFrom, shellFrom, litFrom };
  return {
    ...state,
    ...dates,
    ramp: particles.ramp[i]!,
    fill,
    claimed: particles.claimed[i]!,
    firstBlock: 30,
  };
}

/** An item's likelihood over its noise, mixed with its reliability, in the world of particle i. */
function ratioOf({ observation, local, reliability }: SiteItem, seen: SiteWorld, i: number): number {
  const rho = local === 2 ? particles.reliability[0]![i]! : reliability.mean;
  return (rho * observation.likelihood(seen)) / observation.noise + 1 - rho;
}

const paces = [
  ['0.5', 0.5],
  ['3', 3],
] as const;

describe.each(paces)('at pace %s', (_, pace) => {
  const cell = weigherOf(written);
  const { site, own, shared, columns } = cell;
  cell.take({ pace, first: 256 });

  test.each(states.map((state, s) => [s, state] as const))(
    'state %i weighs as world by world',
    (s, state) => {
      const mean = cell.weigh(s);
      const size = state.destiny === LIT ? tried.lit : tried.unlit;
      const weights = Array.from({ length: size }, (_, k) => {
        const world = worldOf(state, 256 + k, pace);
        const legal = site.legalShare(world.litFrom);
        const offered = state.route === NAMED ? 1 : state.route === LEGAL ? legal : 1 - legal;
        const weight = own.reduce((product, item) => product * ratioOf(item, world, 256 + k), offered);
        const wanted = shared.reduce((product, item) => product * ratioOf(item, world, 256 + k), weight);
        expect(columns.weight[k]! / weight).toBeCloseTo(1, 12);
        expect(columns.wanted[k]! / wanted).toBeCloseTo(1, 12);
        const running = state.route === NAMED ? 1000 * fillAt(world, day) : 0;
        expect(columns.chips[k]!).toBeCloseTo(running, 9);
        return weight;
      });
      const total = weights.reduce((a, b) => a + b, 0);
      expect((mean * weights.length) / total).toBeCloseTo(1, 12);
    },
  );
});

describe.each(paces)('what the table says at pace %s', (_, pace) => {
  const later = 19_500;
  const sums: HubItem[] = [
    hubItem(0, () => 1, { sums: { of: 'projects', stage: 2 } }),
    hubItem(1, () => 1, { sums: { of: 'compute' } }),
    hubItem(2, () => 1, { sums: { of: 'accelerators' } }),
  ].map((item) => ({ ...item, day: later }));
  const outcomes: Sight[] = [
    { by: 'stage', day: later, p: table },
    { by: 'fill', day: later, likelihood: (fill, claimed) => Math.exp(-fill * claimed) },
  ];
  const cell = weigherOf(written, { paces: 2, sums, outcomes });
  cell.take({ pace, first: 256 });
  cell.fill(1);
  const says = cell.table;

  test.each(states.map((state, s) => [s, state] as const))(
    'of the cell of state %i is as world by world',
    (s, state) => {
      const first = ENTRIES + CELL_STARTS[s]!;
      for (let e = first; e < first + CELL_SIZES[s]!; e++) {
        const i = 256 + says.particles[e]!;
        const world = worldOf(state, i, pace);
        const lit = fillAt(world, day);
        expect(says.route[e]).toBe(state.route);
        expect(says.stage[e]).toBe(stageAt(world, day));
        expect(says.accelerators[e]).toBeCloseTo(state.route === NAMED ? 1000 * lit : 0, 9);
        expect(says.compute[e]).toBeCloseTo(world.claimed * particles.perP[i]! * lit, 0);
        cell.own.forEach((item, j) => {
          expect(says.own[j]![e]).toBeCloseTo(Math.log(ratioOf(item, world, i)), 12);
        });
        cell.shared.forEach(({ observation }, j) => {
          expect(says.shared[j]![e]).toBeCloseTo(observation.likelihood(world) / observation.noise, 12);
        });
        const litLater = fillAt(world, later);
        expect(says.sums[0]![e]).toBe(stageAt(world, later) >= 2 ? 1 : 0);
        expect(says.sums[1]![e]).toBeCloseTo(world.claimed * litLater, 9);
        expect(says.sums[2]![e]).toBeCloseTo(state.route === NAMED ? 1000 * litLater : 0, 9);
        expect(says.outcomes.map((column) => column[e])).toEqual(
          outcomes.map((sight) => likelihoodIn(sight, world)),
        );
      }
    },
  );

  test('has the mean weight of every cell, and weights that sum to 1', () => {
    states.forEach((_, s) => {
      expect(says.mass[states.length + s]).toBe(cell.weigh(s));
      const first = ENTRIES + CELL_STARTS[s]!;
      const weights = says.weight.subarray(first, first + CELL_SIZES[s]!);
      expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    });
  });

  test('has runs of entries, within a cell each, that the shared items see alike and no two of them', () => {
    const runsOf = says.runsOf.subarray(states.length + 1);
    const starts = says.runStarts.subarray(ENTRIES + 1);
    const seen = (e: number) => says.shared.map((column) => column[ENTRIES + e]).join();
    expect(starts[runsOf.at(-1)!]).toBe(ENTRIES);
    states.forEach((_, s) => {
      const runs = Array.from({ length: runsOf[s + 1]! - runsOf[s]! }, (_, r) => runsOf[s]! + r);
      expect(starts[runsOf[s]!]).toBe(CELL_STARTS[s]);
      const kinds = runs.map((r) => {
        const all = Array.from({ length: starts[r + 1]! - starts[r]! }, (_, k) => seen(starts[r]! + k));
        expect(new Set(all).size).toBe(1);
        return all[0];
      });
      expect(new Set(kinds).size).toBe(runs.length);
    });
    expect(runsOf.at(-1)!).toBeGreaterThan(states.length);
  });
});

test('a site that no shared item speaks of has one run in every cell', () => {
  const cell = weigherOf([]);
  cell.take({ pace: 1, first: 0 });
  cell.fill(0);
  expect([...cell.table.runsOf.subarray(0, states.length + 1)]).toEqual(
    Array.from({ length: 16 }, (_, s) => s),
  );
  expect([...cell.table.runStarts.subarray(0, states.length)]).toEqual(CELL_STARTS);
});
