import { describe, expect, test } from 'vitest';
import { emptyPoint, type GlobalPoint } from '../../src/installed/globals.ts';
import { HubState, logPoolFit, tiltGrid } from '../../src/installed/hub-state.ts';
import { prepareHub } from '../../src/installed/prepare.ts';
import { components } from '../../src/installed/turns.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { finding, smallHub } from './small-hub.ts';

const hub = prepareHub(
  smallHub({
    sites: [
      { claimed: 5000, items: [finding('lit', 0, 0)] },
      { claimed: 3000, count: 4 },
    ],
    origins: [[6, 2]],
  }),
  1,
);
const NEUTRAL = components.indexOf('neutral');
const CLAIM = components.indexOf('claim');

function at(pool: number): GlobalPoint {
  const point = emptyPoint(hub.globals);
  point.x.set([0.6, 0.5, 0.4, pool]);
  return point;
}

describe('how the pool bounds a hub', () => {
  const share = lognormal(Math.log(0.05), 0.3);

  test('is not at all without chips, and by the chance of a share that large', () => {
    expect(logPoolFit(share, 0, 1000)).toBe(0);
    expect(logPoolFit(share, 50, 1000)).toBeCloseTo(Math.log(0.5), 12);
  });

  test('falls with chips and rises with the pool', () => {
    const fits = [10, 40, 60, 100, 150].map((chips) => logPoolFit(share, chips, 1000));
    expect(fits).toEqual([...fits].sort((a, b) => b - a));
    expect(logPoolFit(share, 60, 2000)).toBeGreaterThan(logPoolFit(share, 60, 1000));
  });
});

describe('the grid of tilts', () => {
  const { lambdas, untilted } = tiltGrid(100_000);

  test('ascends through zero', () => {
    expect([...lambdas]).toEqual([...lambdas].sort((a, b) => a - b));
    expect(lambdas[untilted]).toBe(0);
  });

  test('reaches from what a whole fleet hardly feels to what a small site does', () => {
    expect(lambdas[untilted + 1]! * 100_000).toBeLessThan(0.1);
    expect(lambdas.at(-1)! * 1000).toBeGreaterThan(50);
  });

  test('keeps exp(-lambda chips) finite for the whole claim', () => {
    expect(Math.exp(-lambdas[0]! * 100_000)).toBeLessThan(Number.MAX_VALUE);
  });
});

describe('the state of a hub at a point', () => {
  const state = new HubState(hub);

  test('has hardly a tilt while there is enough, and a larger one the less there is', () => {
    const tilts = [1e9, 200_000, 50_000, 10_000].map((pool) => {
      state.set(at(pool), NEUTRAL);
      return hub.lambdas[state.tilts[NEUTRAL]!]!;
    });
    expect(tilts[0]! * hub.model.claimedFleet).toBeLessThan(0.1);
    expect(tilts).toEqual([...tilts].sort((a, b) => a - b));
    expect(tilts.at(-1)).toBeGreaterThan(tilts[1]!);
  });

  test('tilts just past where the pool’s press balances: the mean total fits', () => {
    state.set(at(20_000), NEUTRAL);
    const share = hub.model.world.poolShare.neutral;
    const press = (chips: number) => {
      const ratio = chips / 20_000;
      return Math.exp(share.logDensity(ratio)) / ((1 - share.cdf(ratio)) * 20_000);
    };
    const tilt = state.tilts[NEUTRAL]!;
    expect(hub.lambdas[tilt]).toBeGreaterThanOrEqual(press(state.meanChips[NEUTRAL]!));
    // One step of the grid lower, the press is still greater.
    expect(hub.lambdas[tilt - 1]).toBeLessThan(press(state.meanChips[NEUTRAL]! * 1.6));
  });

  test('leads the claimed worlds to three quarters of the claim or as far as the sites go', () => {
    state.set(at(1e9), CLAIM);
    expect(hub.lambdas[state.tilts[CLAIM]!]).toBeLessThan(0);
    expect(state.meanChips[CLAIM]! / hub.model.claimedFleet).toBeGreaterThan(0.5);
    expect(state.meanChips[CLAIM]!).toBeGreaterThan(state.meanChips[NEUTRAL]!);
  });

  test('sums the sites’ evidence, members of a record each', () => {
    state.set(at(1e9), NEUTRAL);
    const [one, four] = [0, 1].map((site) => Math.log(state.sites.evidence(site, NEUTRAL)));
    expect(state.logEvidence[NEUTRAL]).toBeCloseTo(one! + 4 * four!, 10);
  });

  test('depends on the pool nowhere but in the tilt', () => {
    const [before, after] = [2e10, 3e10].map((pool) => {
      state.set(at(pool), NEUTRAL);
      return [state.tilts[NEUTRAL], state.logEvidence[NEUTRAL]];
    });
    expect(after).toEqual(before);
  });
});
