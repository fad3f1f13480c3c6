import { describe, expect, test } from 'vitest';
import { CELL_SIZES, CELL_STARTS, ENTRIES } from '../../src/installed/cell-layout.ts';
import { emptyPoint, FIRST_ORIGIN, type GlobalPoint, PACE } from '../../src/installed/globals.ts';
import { prepareHub } from '../../src/installed/prepare.ts';
import { statePrior } from '../../src/installed/state-prior.ts';
import { TiltedSites } from '../../src/installed/tilted-sites.ts';
import { components } from '../../src/installed/turns.ts';
import { states } from '../../src/installed/world.ts';
import { beta } from '../../src/stats/beta.ts';
import { stream, uniforms } from '../../src/stats/random.ts';
import { finding, smallHub } from './small-hub.ts';

const base = smallHub({
  sites: [{ claimed: 5000, items: [finding('lit', 0), finding('unnamed', 1, 0), finding('warm', 2, 1)] }],
  origins: [
    [6, 2],
    [3, 3],
  ],
});
const hub = prepareHub(
  {
    ...base,
    day: 60,
    world: {
      ...base.world,
      partialFill: beta(0.8, 3),
      pace: { values: Float64Array.of(1, 3), weights: Float64Array.of(0.5, 0.5) },
    },
  },
  1,
);
const table = hub.tables[0]!;
const { globals, lambdas, untilted } = hub;
const prior = new Float64Array(states.length);
const elsewhere = new Float64Array(states.length).fill(1 / states.length);

function pointAt(pace: number, levels: readonly number[]): GlobalPoint {
  const point = emptyPoint(globals);
  point.x.set([0.6, 0.4, 0.3, 1e6]);
  point.level.set([pace, ...levels]);
  statePrior(hub.model.world, point.x, prior);
  return point;
}

/** Unnormalised probability of each entry under a tilt, straight from its definition. */
function byHand(point: GlobalPoint, lambda: number): Float64Array {
  const pace = point.level[PACE]!;
  const out = new Float64Array(2 * ENTRIES);
  states.forEach((_, s) => {
    for (let k = 0; k < CELL_SIZES[s]!; k++) {
      const e = pace * ENTRIES + CELL_STARTS[s]! + k;
      const shared = table.shared.reduce((product, { origin, credibility, ratio }) => {
        const at = FIRST_ORIGIN + origin;
        const rho = credibility * globals.levels[at]!.values[point.level[at]!]!;
        return product * (rho * ratio[e]! + 1 - rho);
      }, 1);
      out[e] =
        prior[s]! *
        table.mass[pace * states.length + s]! *
        table.weight[e]! *
        shared *
        Math.exp(-lambda * table.accelerators[e]!);
    }
  });
  return out;
}

function setAt(
  sites: TiltedSites,
  point: GlobalPoint,
  {
    tilts,
    draws,
    contextPrior = elsewhere,
  }: { tilts: Int32Array; draws: number; contextPrior?: Float64Array },
): void {
  sites.place(0, point, { prior, contextPrior });
  sites.tilt(0, tilts, draws);
  sites.set();
}

describe('tilted sites', () => {
  const sites = new TiltedSites([table], globals, { lambdas, components: components.length, most: 500 });
  const tilts = Int32Array.of(untilted, untilted + 12, lambdas.length - 1, 2);

  test.each([
    [0, [0, 0]],
    [1, [2, 4]],
    [0, [4, 1]],
    [1, [2, 4]],
  ])('has the sum over entries as evidence, point after point (pace %i, levels %j)', (pace, levels) => {
    const point = pointAt(pace, levels);
    setAt(sites, point, { tilts, draws: 0 });
    tilts.forEach((tilt, c) => {
      const sum = byHand(point, lambdas[tilt]!).reduce((a, b) => a + b, 0);
      expect(sites.evidence(0, c) / sum).toBeCloseTo(1, 10);
    });
  });

  test.each([0, 1, 3])('draws entries as often as they are probable (component %i)', (component) => {
    const point = pointAt(0, [3, 1]);
    setAt(sites, point, { tilts, draws: component });
    const exact = byHand(point, lambdas[tilts[component]!]!);
    const total = exact.reduce((a, b) => a + b, 0);
    const count = 40_960;
    const u = new Float64Array(count);
    uniforms(stream(1, `pick/${component}`), 0, u);
    const drawn = new Uint16Array(count);
    u.forEach((each, i) => {
      drawn[i] = sites.pick(0, each, 1)[0]!;
    });
    // By cell, and by half of a cell: chi-square over all.
    let statistic = 0;
    let bins = 0;
    states.forEach((_, s) => {
      const half = CELL_SIZES[s]! / 2;
      for (const start of [CELL_STARTS[s]!, CELL_STARTS[s]! + half]) {
        const expected = (count * exact.subarray(start, start + half).reduce((a, b) => a + b, 0)) / total;
        const seen = drawn.filter((e) => e >= start && e < start + half).length;
        if (expected < 5) {
          expect(seen).toBeLessThan(25);
          continue;
        }
        statistic += (seen - expected) ** 2 / expected;
        bins++;
      }
    });
    expect(bins).toBeGreaterThan(2);
    expect(statistic).toBeLessThan(bins + 4.5 * Math.sqrt(2 * bins));
  });

  test('draws a systematic sample: ascending, each entry as often as its share, to within one', () => {
    const point = pointAt(1, [1, 3]);
    setAt(sites, point, { tilts, draws: 0 });
    const exact = byHand(point, lambdas[tilts[0]!]!);
    const total = exact.reduce((a, b) => a + b, 0);
    for (const u of [0.01, 0.4, 0.99]) {
      const drawn = sites.pick(0, u, 500);
      expect([...drawn]).toEqual([...drawn].sort((a, b) => a - b));
      exact.forEach((weight, e) => {
        const seen = drawn.reduce((count, each) => count + Number(each === e), 0);
        expect(Math.abs(seen - (500 * weight) / total)).toBeLessThan(1 + 1e-9);
      });
    }
  });

  test('has runs of entries that shared items see alike, and no run that they tell apart', () => {
    table.alike.forEach(({ starts, cells }, pace) => {
      expect(starts.at(-1)).toBe(ENTRIES);
      expect([...cells].map((run) => starts[run])).toEqual([...CELL_STARTS, ENTRIES]);
      for (let run = 0; run + 1 < starts.length; run++) {
        for (const { ratio } of table.shared) {
          const seen = ratio.subarray(pace * ENTRIES + starts[run]!, pace * ENTRIES + starts[run + 1]!);
          expect(new Set(seen).size).toBe(1);
        }
      }
    });
  });

  test('follows its origins from point to point', () => {
    const many = smallHub({
      sites: [{ claimed: 5000, items: [0, 1, 2, 3].map((o) => finding('warm', o, o)) }],
      origins: [0, 1, 2, 3].map(() => [6, 2] as const),
    });
    const other = prepareHub(many, 1);
    const passing = new TiltedSites(other.tables, other.globals, { lambdas, components: 4, most: 1 });
    const point = emptyPoint(other.globals);
    point.x.set([0.6, 0.4, 0.3, 1e6]);
    const evidence = [0, 4, 0].map((level) => {
      point.level.set([0, level, level, level, level]);
      setAt(passing, point, { tilts, draws: 0 });
      return passing.evidence(0, 0);
    });
    expect(evidence[0]).toBe(evidence[2]);
    expect(evidence[0]).not.toBe(evidence[1]);
  });

  test('leaves sites of the context untilted, at their own prior', () => {
    const context = { ...table, site: { ...table.site, role: 'context' as const } };
    const both = new TiltedSites([table, context], globals, { lambdas, components: 4, most: 1 });
    const point = pointAt(0, [0, 3]);
    setAt(both, point, { tilts, draws: 0, contextPrior: prior });
    const untiltedSum = byHand(point, 0).reduce((a, b) => a + b, 0);
    for (const c of tilts.keys()) expect(both.evidence(1, c) / untiltedSum).toBeCloseTo(1, 10);
    expect(both.evidence(0, 1)).toBeLessThan(both.evidence(1, 1));
    setAt(both, point, { tilts, draws: 0 });
    expect(both.evidence(1, 0)).not.toBeCloseTo(both.evidence(0, 0), 6);
  });

  test('takes more memory as more tilts are asked for', () => {
    const grid = Float64Array.from({ length: 401 }, (_, l) => (l - 200) * 1e-6);
    const many = new TiltedSites(new Array(8).fill(table), globals, {
      lambdas: grid,
      components: 4,
      most: 8,
    });
    const point = pointAt(0, [2, 2]);
    for (let l = 0; l < grid.length; l++) {
      setAt(many, point, { tilts: Int32Array.of(l, l, l, l), draws: 0 });
      expect(many.evidence(7, 3) / byHand(point, grid[l]!).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
    }
  });
});
