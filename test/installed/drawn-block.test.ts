import { beforeAll, describe, expect, test } from 'vitest';
import { DrawnBlock } from '../../src/installed/drawn-block.ts';
import { emptyPoint } from '../../src/installed/globals.ts';
import { HubState } from '../../src/installed/hub-state.ts';
import { prepareHub } from '../../src/installed/prepare.ts';
import { components } from '../../src/installed/turns.ts';
import { LEGAL, LIT, NAMED } from '../../src/installed/world.ts';
import { stream, uniforms } from '../../src/stats/random.ts';
import { finding, hubItem, smallHub } from './small-hub.ts';

const base = smallHub({
  sites: [
    { claimed: 4000, items: [finding('lit', 0), finding('warm', 1, 0)] },
    { claimed: 2000, count: 2 },
    { claimed: 900 },
  ],
  origins: [[6, 2]],
  hubItems: [
    hubItem(2, (sum) => 1 / (1 + sum), { sums: { of: 'projects', stage: LIT } }),
    hubItem(3, (pool) => 1 / (1 + 1e4 / pool)),
    hubItem(4, (sum) => 1 / (1 + sum), { sums: { of: 'accelerators' } }),
  ],
});
const hub = prepareHub(
  { ...base, sites: base.sites.map((site, i) => (i === 2 ? { ...site, role: 'context' as const } : site)) },
  1,
);
const size = { points: 4, perPoint: 32 };
const draws = size.points * size.perPoint;
const siteOf = [0, 1, 1, 2];

describe('a block of drawn worlds', () => {
  const state = new HubState(hub);
  const block = new DrawnBlock(hub, state.sites, size);
  const strata: number[][] = [];
  let logEvidence: number[] = [];
  const alone: number[] = [];

  beforeAll(() => {
    const point = emptyPoint(hub.globals);
    siteOf.forEach((_, m) => {
      uniforms(stream(1, `member ${m}`), 0, block.uniforms(m));
    });
    const pointAt = (p: number) => {
      point.x.set([0.3 + 0.1 * p, 0.4, 0.5, 40_000]);
      point.level.set([0, p]);
      return point;
    };
    for (let p = 0; p < size.points; p++) state.place(p, pointAt(p), p % 3);
    block.draw();
    logEvidence = Array.from({ length: size.points }, (_, p) => state.sites.logEvidence(p, 1));
    for (let p = 0; p < size.points; p++) {
      state.set(pointAt(p), p % 3);
      alone.push(state.logEvidence[1]!);
      siteOf.forEach((site, m) => {
        strata.push([...state.sites.pick(site, block.uniforms(m)[2 * p]!, 32).subarray(0, 32)]);
      });
    }
  });

  test('holds at each point the strata of each member, shuffled', () => {
    const kept = strata.map((picked, i) => {
      const [p, m] = [Math.floor(i / siteOf.length), i % siteOf.length];
      const entries = [...block.entries(m).subarray(32 * p, 32 * (p + 1))];
      expect([...entries].sort((a, b) => a - b)).toEqual(picked);
      return new Set(picked).size > 16 && entries.join() === picked.join();
    });
    expect(kept).not.toContain(true);
  });

  test('has the evidence of each of its points, as that set alone', () => {
    expect(logEvidence).toEqual(alone);
    expect(new Set(alone).size).toBe(size.points);
  });

  test('sums accelerators and compute up by route, of the hub alone, in the order of its members', () => {
    const sums = [0, 1, 2, 3].map(() => new Float64Array(draws));
    siteOf.slice(0, 3).forEach((site, m) => {
      const table = hub.tables[site]!;
      block.entries(m).forEach((entry, i) => {
        sums[0]![i]! += table.accelerators[entry]!;
        if (table.stage[entry] === LIT) sums[1 + table.route[entry]!]![i]! += table.compute[entry]!;
      });
    });
    expect([block.accelerators, ...[0, 1, 2].map((route) => block.compute(route))]).toEqual(sums);
    for (const route of [NAMED, LEGAL]) expect(Math.max(...sums[1 + route]!)).toBeGreaterThan(0);
  });

  test('sums up what hub-wide items see; nothing where they sum nothing', () => {
    for (const h of [0, 2]) {
      const sums = new Float64Array(draws);
      siteOf.forEach((site, m) => {
        const share = hub.tables[site]!.hub[h];
        block.entries(m).forEach((entry, i) => {
          sums[i]! += share?.[entry] ?? 0;
        });
      });
      expect(block.sums(h)).toEqual(sums);
      expect(Math.max(...sums)).toBeGreaterThan(0);
    }
    expect(block.sums(1)).toEqual(new Float64Array(draws));
  });

  test('weighs evidence against the mixture of proposals', () => {
    const { proposed, lambdas, evidence, accelerators } = block;
    proposed.forEach((_, i) => {
      proposed[i] = Math.sin(i);
      lambdas[i] = 1e-4 * Math.cos(i);
    });
    evidence.forEach((_, i) => {
      evidence[i] = 1 + i / 7;
    });
    const expected = Array.from(accelerators, (chips, i) => {
      const first = Math.floor(i / 32) * components.length;
      const terms = components.map((_, c) => proposed[first + c]! - lambdas[first + c]! * chips);
      const most = Math.max(...terms);
      const sum = terms.reduce((total, term) => total + Math.exp(term - most), 0);
      return Math.log((1 + i / 7) / sum) - most;
    });
    expect([...block.weighed()]).toEqual(expected);
  });
});
