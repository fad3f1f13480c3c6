import { describe, expect, test } from 'vitest';
import { drawPart, prepare } from '../../src/installed/infer.ts';
import { JointDensity, type JointWorld } from '../../src/installed/joint-density.ts';
import { LIT } from '../../src/installed/world.ts';
import { logSumExp } from '../../src/stats/weights.ts';
import { Chance } from '../../validation/sbc/chance.ts';
import { finding, hubItem, type SmallHub, smallHub } from './small-hub.ts';

const spec: SmallHub = {
  sites: [
    { claimed: 4000, items: [finding('lit', 0), finding('warm', 1, 0)] },
    { claimed: 2000, count: 2, items: [finding('unnamed', 2, 0)] },
  ],
  origins: [[6, 2]],
  pool: [60_000, 0.3],
  hubItems: [
    hubItem(3, (sum) => 1 / (1 + sum), { origin: 0, sums: { of: 'projects', stage: LIT }, noise: 0.4 }),
  ],
};
const preparation = prepare(smallHub(spec), 1);
const { proposals } = preparation;
const { hub } = preparation.state;
const NEUTRAL = 1;

function drawn(lambda: number, count: number): { density: JointDensity; worlds: JointWorld[] } {
  const density = new JointDensity(hub, proposals[NEUTRAL]!, lambda);
  const chance = new Chance(1, `joint/${lambda}`);
  return { density, worlds: Array.from({ length: count }, () => density.draw(() => chance.next())) };
}

describe('the density of joint worlds', () => {
  test.each([0, 1e-4, 4e-4])(
    'has the evidence that the weighted draws have, whatever the tilt (%f)',
    (lambda) => {
      const { density, worlds } = drawn(lambda, 6000);
      const logs = Float64Array.from(worlds, (world) => density.logRest(world));
      const { columns, draws } = { columns: drawPart(preparation, { from: 0, to: 12 }), draws: 12 * 1024 };
      const ours = logSumExp(logs) - Math.log(logs.length);
      const theirs = logSumExp(columns.logWeight.neutral) - Math.log(draws);
      expect(Math.abs(ours - theirs)).toBeLessThan(0.08);
    },
  );

  test('falls out of base and rest alike: moving a member changes both by its own terms', () => {
    const { density, worlds } = drawn(1e-4, 50);
    for (const world of worlds) {
      const other = worlds[0]!;
      const prior = density.prior(world.point);
      const moved = { ...world, sums: world.sums.slice(), entries: world.entries.slice() };
      const [before, after] = [world.entries[0]!, other.entries[0]!];
      density.add(moved, 0, before, -1);
      density.add(moved, 0, after, 1);
      moved.entries[0] = after;
      const whole = density.world(world.point, moved.entries, world.sound);
      expect(moved.chips).toBeCloseTo(whole.chips, 6);
      expect([...moved.sums]).toEqual([...whole.sums]);
      const shared = density.logShared(0, after, world.point) - density.logShared(0, before, world.point);
      const change = density.logRest(whole) - density.logRest(world);
      expect(change).toBeCloseTo(shared + density.logTotals(whole) - density.logTotals(world), 8);
      expect(Number.isFinite(density.logSites(whole, prior))).toBe(true);
    }
  });

  test('tells whether a sum has changed', () => {
    const { density, worlds } = drawn(0, 200);
    const world = worlds[0]!;
    const unlit = hub.tables[0]!.stage.findIndex((stage) => stage < LIT);
    const lit = hub.tables[0]!.stage.indexOf(LIT);
    expect(density.add(world, 0, unlit, 1)).toBe(false);
    expect(density.add(world, 0, lit, 1)).toBe(true);
  });
});
