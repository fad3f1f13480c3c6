import { describe, expect, test } from 'vitest';
import { emptyPoint, FIRST_ORIGIN, type GlobalPoint, PACE } from '../../src/installed/globals.ts';
import { prepareHub } from '../../src/installed/prepare.ts';
import { CELL_SIZES, CELL_STARTS, ENTRIES } from '../../src/installed/site-table.ts';
import { statePrior, TiltedSite } from '../../src/installed/tilted-site.ts';
import { components } from '../../src/installed/turns.ts';
import { LIT, NAMED, states } from '../../src/installed/world.ts';
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

test('the prior of the states sums to 1 over stages, fills and the named or another route', () => {
  pointAt(0, [0, 0]);
  const sum = states.reduce((total, { route }, s) => total + (route === 2 ? 0 : prior[s]!), 0);
  expect(sum).toBeCloseTo(1, 12);
  const named = states.reduce((total, { route }, s) => total + (route === NAMED ? prior[s]! : 0), 0);
  expect(named).toBeCloseTo(0.3, 12);
  const lit = states.reduce((total, { destiny, route }, s) => {
    return total + (destiny === LIT && route !== 2 ? prior[s]! : 0);
  }, 0);
  expect(lit).toBeCloseTo(0.6, 12);
});

describe('a tilted site', () => {
  const site = new TiltedSite(table, globals, { lambdas, components: components.length });
  const tilts = Int32Array.of(untilted, untilted + 12, lambdas.length - 1, 2);

  test.each([
    [0, [0, 0]],
    [1, [2, 4]],
    [0, [4, 1]],
    [1, [2, 4]],
  ])('has the sum over entries as evidence, point after point (pace %i, levels %j)', (pace, levels) => {
    const point = pointAt(pace, levels);
    site.condition(point, prior);
    site.set(tilts, 0);
    tilts.forEach((tilt, c) => {
      const sum = byHand(point, lambdas[tilt]!).reduce((a, b) => a + b, 0);
      expect(site.evidence[c]! / sum).toBeCloseTo(1, 10);
    });
  });

  test.each([0, 1, 3])('draws entries as often as they are probable (component %i)', (component) => {
    const point = pointAt(0, [3, 1]);
    site.condition(point, prior);
    site.set(tilts, component);
    const exact = byHand(point, lambdas[tilts[component]!]!);
    const total = exact.reduce((a, b) => a + b, 0);
    const count = 40_960;
    const u = new Float64Array(count);
    uniforms(stream(1, `pick/${component}`), 0, u);
    const drawn = new Uint16Array(count);
    u.forEach((each, i) => {
      site.pick(each, drawn.subarray(i, i + 1));
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
    site.condition(point, prior);
    site.set(tilts, 0);
    const exact = byHand(point, lambdas[tilts[0]!]!);
    const total = exact.reduce((a, b) => a + b, 0);
    const drawn = new Uint16Array(500);
    for (const u of [0.01, 0.4, 0.99]) {
      site.pick(u, drawn);
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
    const passing = new TiltedSite(other.tables[0]!, other.globals, { lambdas, components: 4 });
    const point = emptyPoint(other.globals);
    point.x.set([0.6, 0.4, 0.3, 1e6]);
    const evidence = [0, 4, 0].map((level) => {
      point.level.set([0, level, level, level, level]);
      passing.condition(point, prior);
      passing.set(tilts, 0);
      return passing.evidence[0]!;
    });
    expect(evidence[0]).toBe(evidence[2]);
    expect(evidence[0]).not.toBe(evidence[1]);
  });
});
