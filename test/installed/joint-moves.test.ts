import { describe, expect, test } from 'vitest';
import { drawPart, prepare } from '../../src/installed/infer.ts';
import { JointDensity, type JointWorld } from '../../src/installed/joint-density.ts';
import { JointMoves } from '../../src/installed/joint-moves.ts';
import { LIT } from '../../src/installed/world.ts';
import { temperedSmc } from '../../src/stats/tempered-smc.ts';
import { Chance } from '../../validation/sbc/chance.ts';
import { estimator } from './estimate.ts';
import { finding, hubItem, type SmallHub, smallHub } from './small-hub.ts';

const spec: SmallHub = {
  sites: [
    { claimed: 4000, items: [finding('lit', 0), finding('warm', 1, 0)] },
    { claimed: 2000, count: 2, items: [finding('unnamed', 2, 0)] },
    { claimed: 7000 },
  ],
  origins: [[6, 2]],
  pool: [50_000, 0.3],
  hubItems: [
    hubItem(3, (sum) => 1 / (1 + sum) ** 2, { origin: 0, sums: { of: 'projects', stage: LIT }, noise: 0.3 }),
  ],
};
const base = smallHub(spec);
// Paces that leave some sites unlit by the day of the verdict.
const model = {
  ...base,
  day: 60,
  world: { ...base.world, pace: { values: Float64Array.of(1, 3), weights: Float64Array.of(0.5, 0.5) } },
};
const preparation = prepare(model, 1);
const NEUTRAL = 1;
const COUNT = 1024;

/** What a world is compared by. */
function summary({ point, entries, chips }: JointWorld): number[] {
  const { tables } = preparation.state.hub;
  const members = [0, 1, 1, 2];
  const lit = entries.reduce((sum, e, m) => sum + Number(tables[members[m]!]!.stage[e] === LIT), 0);
  return [point.x[0]!, point.x[2]!, Math.log(point.x[3]!), point.level[0]!, point.level[1]!, lit, chips];
}

function means(worlds: readonly JointWorld[]): { mean: number; error: number }[] {
  const rows = worlds.map(summary);
  return rows[0]!.map((_, i) => {
    const mean = rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length;
    const square = rows.reduce((sum, row) => sum + (row[i]! - mean) ** 2, 0);
    return { mean, error: Math.sqrt(square) / rows.length };
  });
}

function start() {
  const density = new JointDensity(preparation.state.hub, preparation.proposals[NEUTRAL]!, 1e-5);
  const chance = new Chance(3, 'moves');
  const uniform = () => chance.next();
  return {
    uniform,
    moves: new JointMoves(density, uniform),
    worlds: Array.from({ length: COUNT }, () => density.draw(uniform)),
  };
}

describe('moves of joint worlds', () => {
  test('leave the base as it is at temperature zero, though nearly every world moves', () => {
    const { moves, worlds } = start();
    let moved: readonly JointWorld[] = worlds;
    for (let round = 0; round < 2; round++) moved = moves.move(moved, 1e-12);
    const [before, after] = [means(worlds), means(moved)];
    before.forEach(({ mean, error }, i) => {
      expect(Math.abs(after[i]!.mean - mean) / Math.hypot(error, after[i]!.error)).toBeLessThan(4.5);
    });
    expect(moves.sites.accepted / moves.sites.proposed).toBeGreaterThan(0.99);
    const same = moved.filter((world, i) => world.entries.every((e, m) => e === worlds[i]!.entries[m]));
    expect(same.length).toBeLessThan(0.05 * COUNT);
  });

  test('carry the base to the posterior, which weighted draws have, too', () => {
    const { moves, worlds, uniform } = start();
    const { particles } = temperedSmc(worlds, moves, {
      uniforms: (count) => Float64Array.from({ length: count }, uniform),
    });
    const columns = drawPart(preparation, { from: 0, to: 24 });
    const estimate = estimator(columns, 'neutral');
    const pace = columns.globals.get('pace')!;
    const trust = columns.globals.get('reliability/origin-0')!;
    const levels = [...preparation.state.hub.globals.levels[1]!.values];
    const exact = [
      estimate((d) => columns.globals.get('realisation')![d]!),
      estimate((d) => columns.globals.get('namedShare')![d]!),
      estimate((d) => Math.log(columns.globals.get('pool')![d]!)),
      estimate((d) => (pace[d] === 1 ? 0 : 1)),
      estimate((d) => levels.indexOf(trust[d]!)),
      estimate((d) => columns.sites.reduce((sum, { stages }) => sum + stages[LIT][d]!, 0)),
      estimate((d) => columns.accelerators[d]!),
    ];
    means(particles).forEach(({ mean, error }, i) => {
      // Particles that share an ancestor are not independent; they are worth about a third as many.
      expect(Math.abs(mean - exact[i]!.mean) / Math.hypot(1.7 * error, exact[i]!.error)).toBeLessThan(4);
    });
  });

  test('do not touch the worlds they are given', () => {
    const { moves, worlds } = start();
    const before = worlds.slice(0, 20).map((world) => structuredClone(world));
    moves.move(worlds, 0.5);
    expect(worlds.slice(0, 20)).toEqual(before);
  });
});
