import { describe, expect, test } from 'vitest';
import { CellWeigher } from '../../src/installed/cell-weigher.ts';
import type { SiteItem } from '../../src/installed/model.ts';
import { observed } from '../../src/installed/observation.ts';
import { drawParticles } from '../../src/installed/particles.ts';
import { fillAt, LEGAL, LIT, NAMED, type SiteWorld, states } from '../../src/installed/world.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { finding, findings, roomyMemory, smallHub } from './small-hub.ts';

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

function weigherOf(items: readonly SiteItem[]): CellWeigher {
  const site = siteWith(items);
  const memory = roomyMemory();
  const particles = particlesOf(items, memory);
  return new CellWeigher(site, { particles, tried, day, firstBlock: 30, memory });
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

/** Of an origin that speaks once, of one that speaks three times, of a shared one. */
const written = [
  dated('lit', [0, -1], 19_150),
  dated('warm', [1, -2], 19_300),
  dated('unnamed', [2, -2], 19_200),
  { ...finding('lit', 3, -2), observation: amount },
  dated('lit', [4, 0], 19_280),
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

describe.each([
  ['0.5', 0.5],
  ['3', 3],
])('at pace %s', (_, pace) => {
  const cell = weigherOf(written);
  const { site, own, shared } = cell;
  cell.take({ pace, first: 256 });

  test.each(states.map((state, s) => [s, state] as const))(
    'state %i weighs as world by world',
    (s, state) => {
      const mean = cell.weigh(s);
      const column = particles.reliability[0]!;
      const weights = Array.from({ length: cell.tried }, (_, k) => {
        const world = worldOf(state, 256 + k, pace);
        const legal = site.legalShare(world.litFrom);
        const offered = state.route === NAMED ? 1 : state.route === LEGAL ? legal : 1 - legal;
        const ratio = ({ observation, local, reliability }: SiteItem) => {
          const rho = local === 2 ? column[256 + k]! : reliability.mean;
          return (rho * observation.likelihood(world)) / observation.noise + 1 - rho;
        };
        const weight = own.reduce((product, item) => product * ratio(item), offered);
        const at = { particles: cell.room.particles.subarray(0, 1), out: cell.room.out.subarray(0, 1) };
        at.particles[0] = k;
        own.forEach((item, j) => {
          cell.logRatio(j, at);
          expect(at.out[0]!).toBeCloseTo(Math.log(ratio(item)), 12);
        });
        const { observation } = shared[0]!;
        cell.ratio(0, at);
        expect(at.out[0]!).toBeCloseTo(observation.likelihood(world) / observation.noise, 12);
        expect(cell.weight[k]! / weight).toBeCloseTo(1, 12);
        expect(cell.wanted[k]! / (weight * ratio(shared[0]!))).toBeCloseTo(1, 12);
        const running = state.route === NAMED ? 1000 * fillAt(world, day) : 0;
        expect(cell.chips[k]!).toBeCloseTo(running, 9);
        return weight;
      });
      expect(mean * weights.length).toBeCloseTo(
        weights.reduce((a, b) => a + b, 0),
        9,
      );
    },
  );
});

test('runs of particles are those that every shared item sees alike', () => {
  const cell = weigherOf(written);
  cell.take({ pace: 1, first: 0 });
  cell.weigh(states.findIndex(({ destiny, route }) => destiny === LIT && route === NAMED));
  const { particles, out } = cell.room;
  particles.forEach((_, k) => {
    particles[k] = 2 * k;
  });
  const { order, starts } = cell.runsAlike(particles);
  cell.ratio(0, { particles, out });
  expect([...order].sort((a, b) => a - b)).toEqual([...particles.keys()]);
  const runs = [...starts].map((start, r) => [...order.subarray(start, starts[r + 1])]);
  for (const run of runs) {
    expect(new Set(run.map((k) => out[k])).size).toBe(1);
    expect(run).toEqual([...run].sort((a, b) => a - b));
  }
  expect(runs.map(([first]) => first)).toEqual([...runs.map(([first]) => first)].sort((a, b) => a! - b!));
  expect(runs.length).toBe(new Set(out).size);
  expect(runs.length).toBeGreaterThan(1);
});

test('runs of particles of a site that no shared item speaks of are one', () => {
  const cell = weigherOf([]);
  cell.take({ pace: 1, first: 0 });
  cell.weigh(0);
  const { order, starts } = cell.runsAlike(cell.room.particles.subarray(0, 32));
  expect([...order]).toEqual(Array.from({ length: 32 }, (_, k) => k));
  expect([...starts]).toEqual([0]);
});
